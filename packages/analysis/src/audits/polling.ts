import { binomialAt } from '../distributions/distributions.ts'

/** What is bet on the mean before each ballot: a constant, or a function of what was seen. */
export type Alternative = number | ((seen: { readonly drawn: number; readonly sum: number }) => number)

export interface AlphaOptions {
  /** All ballots; absent: drawn with replacement. */
  readonly ballots?: number
  /** The greatest value of a ballot. */
  readonly most?: number
  readonly alternative: Alternative
}

/**
 * ALPHA (Stark, 2022): T₀ = 1, T_j = T_{j−1}·[x η/μ + (u − x)(u − η)/(u − μ)]/u, where μ is what the mean of the
 * ballots left would be if the assertion were false by a hair, and μ < η ≤ u. The measured risk is 1/max T.
 * @param values the assorter's value of each ballot, in the order drawn
 * @returns the measured risk after each ballot
 */
export function alpha(values: Iterable<number>, { ballots, most = 1, alternative }: AlphaOptions): number[] {
  const risks: number[] = []
  let [product, best, sum, drawn] = [1, 1, 0, 0]
  for (const value of values) {
    const mean = ballots === undefined ? 0.5 : (ballots / 2 - sum) / (ballots - drawn)
    if (mean >= most) product = 0
    else if (mean > 0) {
      const bet = typeof alternative === 'number' ? alternative : alternative({ drawn, sum })
      const eta = Math.min(most, Math.max(bet, mean + (most - mean) * 1e-9))
      product *= ((value * eta) / mean + ((most - value) * (most - eta)) / (most - mean)) / most
    }
    sum += value
    drawn++
    // More than the ballots left could undo: the assertion is proved.
    if (ballots !== undefined && 2 * sum > ballots) best = Number.POSITIVE_INFINITY
    best = Math.max(best, product)
    risks.push(Math.min(1, 1 / best))
  }
  return risks
}

/** A bet that begins at the reported mean and gives way to what is seen: the shrink-and-truncate estimate. */
export function shrinking(reported: number, weight = 100): Alternative {
  return ({ drawn, sum }) => (weight * reported + sum) / (weight + drawn)
}

/** BRAVO (Lindeman, Stark and Yates, 2012): ballots that are expected to be drawn if the result is as reported. */
export function bravoExpected(share: number, risk: number): number {
  const [won, lost] = [Math.log(2 * share), Math.log(2 * (1 - share))]
  return Math.ceil((Math.log(1 / risk) + won / 2) / (share * won + (1 - share) * lost))
}

/**
 * BRAVO's stopping time, exactly: the least number of ballots by which the audit has stopped with each of the given
 * probabilities, if the share is as reported and ballots are looked at one by one.
 */
export function bravoStops(share: number, risk: number, probabilities: readonly number[]): number[] {
  const [won, lost, limit] = [Math.log(2 * share), Math.log(2 * (1 - share)), Math.log(1 / risk)]
  /** By ballots for the winner: the probability of being there without having stopped. */
  let still = new Float64Array([1])
  let stopped = 0
  const found: number[] = []
  for (let drawn = 1; found.length < probabilities.length; drawn++) {
    const next = new Float64Array(drawn + 1)
    for (let wins = 0; wins < still.length; wins++) {
      next[wins + 1]! += still[wins]! * share
      next[wins]! += still[wins]! * (1 - share)
    }
    for (let wins = 0; wins <= drawn; wins++) {
      if (wins * won + (drawn - wins) * lost < limit) continue
      stopped += next[wins]!
      next[wins] = 0
    }
    while (found.length < probabilities.length && stopped >= probabilities[found.length]!) found.push(drawn)
    still = next
  }
  return found
}

/** MINERVA's first round (Zagórski and others, 2021), of ballots for the pair. */
export interface MinervaRound {
  /** The least ballots for the winner at which it stops. */
  readonly least: number
  /** The probability that it stops, if the share is as reported. */
  readonly stops: number
}

/** Stops where P(at least k | as reported) is 1/risk times P(at least k | a tie). Null where no k does. */
export function minervaFirst(share: number, risk: number, ballots: number): MinervaRound | null {
  let [reported, tied] = [0, 0]
  let found: MinervaRound | null = null
  for (let least = ballots; least >= 0; least--) {
    reported += binomialAt(least, ballots, share)
    tied += binomialAt(least, ballots, 0.5)
    if (reported >= tied / risk) found = { least, stops: reported }
    else if (found !== null) break
  }
  return found
}
