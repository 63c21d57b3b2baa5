/** A part and its whole: votes and what they are a share of. */
export interface Part {
  readonly votes: number
  readonly of: number
}

/**
 * How much greater one share is than another, in percentage points with three decimals, by whole-number arithmetic,
 * half away from zero: `-1.250`.
 *
 * @returns null where a number is unknown or a whole is zero
 */
export function pointsBetween(share: Partly, other: Partly): string | null {
  const [a, b] = [whole(share), whole(other)]
  if (!a || !b) return null
  const of = BigInt(a.of) * BigInt(b.of)
  const scaled = (BigInt(a.votes) * BigInt(b.of) - BigInt(b.votes) * BigInt(a.of)) * 100_000n
  const size = scaled < 0n ? -scaled : scaled
  const rounded = (2n * size + of) / (2n * of)
  const digits = rounded.toString().padStart(4, '0')
  return `${scaled < 0n && rounded > 0n ? '-' : ''}${digits.slice(0, -3)}.${digits.slice(-3)}`
}

/** A part that may lack its figures. */
export interface Partly {
  readonly votes: number | null
  readonly of: number | null
}

function whole({ votes, of }: Partly): Part | undefined {
  return votes === null || of === null || of === 0 ? undefined : { votes, of }
}
