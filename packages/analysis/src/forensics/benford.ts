import { binomialUpper, chiSquareUpper, normalTwoSided } from '../distributions/distributions.ts'

/** Of one candidate's counts: the first digit that is most in excess of Benford's shares log10(1 + 1/d). */
export interface FirstDigitTest {
  readonly counts: number
  /** Of the digits 1–9. */
  readonly observed: readonly number[]
  readonly expected: readonly number[]
  readonly statistic: number
  /** Chi-square with 8 degrees of freedom. */
  readonly p: number
  /** The digit most in excess, and the chance of as many or more; look at nine digits and it must be taken times 9. */
  readonly excess: { readonly digit: number; readonly seen: number; readonly p: number }
}

/** First digits against Benford's law, which vote counts have no reason to follow. Counts of 0 have none. */
export function firstDigits(counts: ArrayLike<number>): FirstDigitTest {
  const observed = new Array<number>(9).fill(0)
  let total = 0
  for (let i = 0; i < counts.length; i++) {
    if (counts[i]! < 1) continue
    observed[Number(String(counts[i]!)[0]) - 1]!++
    total++
  }
  const shares = observed.map((_, i) => Math.log10(1 + 1 / (i + 1)))
  const expected = shares.map(share => share * total)
  const statistic = observed.reduce(
    (sum, seen, i) => sum + (seen - expected[i]!) ** 2 / (expected[i]! || 1),
    0,
  )
  const excesses = observed.map((seen, i) => ({
    digit: i + 1,
    seen,
    p: binomialUpper(seen, total, shares[i]!),
  }))
  const excess = excesses.reduce((least, one) => (one.p < least.p ? one : least))
  return { counts: total, observed, expected, statistic, p: chiSquareUpper(statistic, 8), excess }
}

export interface SecondDigitMean {
  readonly counts: number
  readonly mean: number
  readonly z: number
  readonly p: number
}

/** Benford's chance of each second digit: Σ over first digits of log10(1 + 1/(10 first + second)). */
export const secondDigitShares: readonly number[] = Array.from({ length: 10 }, (_, second) =>
  Array.from({ length: 9 }, (_, first) => Math.log10(1 + 1 / (10 * (first + 1) + second))).reduce(
    (sum, share) => sum + share,
  ),
)

const mean = secondDigitShares.reduce((sum, share, digit) => sum + share * digit, 0)
const variance = secondDigitShares.reduce((sum, share, digit) => sum + share * (digit - mean) ** 2, 0)

/** Benford's mean second digit, 4.18739. */
export const secondDigitExpected = mean

/**
 * The mean of the second digits of counts of 10 or more against Benford's. It rejects most clean elections, and is
 * computed only to be shown beside that failure.
 */
export function secondDigitMean(counts: ArrayLike<number>): SecondDigitMean {
  let sum = 0
  let total = 0
  for (let i = 0; i < counts.length; i++) {
    if (counts[i]! < 10) continue
    sum += Number(String(counts[i]!)[1])
    total++
  }
  const seen = total > 0 ? sum / total : mean
  const z = total > 0 ? (seen - mean) / Math.sqrt(variance / total) : 0
  return { counts: total, mean: seen, z, p: normalTwoSided(z) }
}
