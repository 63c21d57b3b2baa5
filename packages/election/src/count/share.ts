/** A part of a whole, exactly, and as a percentage for people. */
export interface Share {
  readonly numerator: number
  readonly denominator: number
  /** Percent with three decimals, half up: `38.611`. */
  readonly percent: string
}

/** @returns null where either number is unknown or the whole is zero */
export function shareOf(numerator: number | null, denominator: number | null): Share | null {
  if (numerator === null || denominator === null || denominator === 0) return null
  return { numerator, denominator, percent: percent(numerator, denominator) }
}

/** Percent by whole-number arithmetic, half up. */
export function percent(numerator: number, denominator: number, decimals = 3): string {
  const scale = 10n ** BigInt(decimals)
  const whole = BigInt(denominator)
  const scaled = (BigInt(numerator) * 100n * scale * 2n + whole) / (whole * 2n)
  const digits = scaled.toString().padStart(decimals + 1, '0')
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}
