import { type Alternative, alpha } from './polling.ts'

/** Expected differences between a ballot’s record and the paper, each a part of all ballots. */
export interface ErrorRates {
  readonly overOne: number
  readonly overTwo: number
  readonly underOne: number
  readonly underTwo: number
}

/**
 * Ballots of a super-simple comparison audit (Stark, 2010): n = −2γ/m·(ln α + o₁ ln(1 − 1/2γ) + o₂ ln(1 − 1/γ) +
 * u₁ ln(1 + 1/2γ) + u₂ ln(1 + 1/γ)), with the numbers of expected differences at that n, single-vote differences
 * rounded up.
 * @param margin the diluted margin m: of all ballots, above 0
 * @param inflation γ, at least 1
 */
export function superSimple(margin: number, risk: number, inflation: number, rates: ErrorRates): number {
  const needed = (n: number) =>
    (-2 *
      inflation *
      (Math.log(risk) +
        Math.ceil(rates.overOne * n) * Math.log1p(-1 / (2 * inflation)) +
        Math.round(rates.overTwo * n) * Math.log1p(-1 / inflation) +
        Math.ceil(rates.underOne * n) * Math.log1p(1 / (2 * inflation)) +
        Math.round(rates.underTwo * n) * Math.log1p(1 / inflation))) /
    margin
  let n = Math.max(1, Math.ceil((-2 * inflation * Math.log(risk)) / margin))
  while (needed(n) > n) n++
  return n
}

/** A comparison of each ballot’s record with its paper, as ALPHA bets on it: no difference is 1/(2 − v). */
export interface Comparison {
  /** The greatest value, u = 2/(2 − v). */
  readonly most: number
  readonly noDifference: number
  readonly overOne: number
  readonly alternative: Alternative
}

/**
 * @param margin v: twice the mean of the assorter less one
 * @param overTwo p₂: the rate of two-vote overstatements that is bet against
 */
export function comparisonOf(margin: number, overTwo: number): Comparison {
  const most = 2 / (2 - margin)
  const kept = most * (1 - overTwo)
  return {
    most,
    noDifference: most / 2,
    overOne: most / 4,
    alternative: (1 - kept) / (2 - 2 * most) + kept - 0.5,
  }
}

/** Ballots until the risk limit, with these differences first and none after. */
export function comparisonBallots(
  { most, noDifference, alternative }: Comparison,
  risk: number,
  first: readonly number[] = [],
): number {
  function* values() {
    yield* first
    for (;;) yield noDifference
  }
  let drawn = 0
  const taken: number[] = []
  // The product moves by one factor a ballot; a thousand at a time is soon enough.
  const source = values()
  for (;;) {
    for (let i = 0; i < 1_000; i++) taken.push(source.next().value!)
    const risks = alpha(taken, { most, alternative })
    drawn = risks.findIndex(each => each <= risk)
    if (drawn !== -1) return drawn + 1
  }
}
