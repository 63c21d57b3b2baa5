import { type Assertion, type Count, marginOf } from './assertion.ts'
import { type ErrorRates, superSimple } from './comparison.ts'
import { bravoExpected, bravoStops, minervaFirst } from './polling.ts'

/** What an audit that draws single ballots takes to confirm one assertion, if it is as true as reported. In ballots. */
export interface BallotPlan {
  readonly assertion: Assertion
  /** By how many ballots it is true as reported. */
  readonly margin: number
  /** All ballots, and those of them that the assertion is about. */
  readonly ballots: number
  readonly about: number
  /** Looking at papers alone, one by one: BRAVO, of all ballots. */
  readonly polling: {
    readonly expected: number
    /** By when it has stopped with a chance of ½, 7/10, 9/10; null where that is too far off to be computed. */
    readonly stops: readonly number[] | null
    /** A first round of this size stops with a chance of 9/10 (MINERVA). */
    readonly firstRound: number
  }
  /** Holding each drawn paper against its own record: super-simple, with the error rates that are expected. */
  readonly comparison: number
}

/** Of every thousand ballots one differs by one vote, of ten thousand one by two, either way (Lindeman and Stark, 2012). */
export const usualRates: ErrorRates = { overOne: 1e-3, overTwo: 1e-4, underOne: 1e-3, underTwo: 1e-4 }
/** γ of super-simple, as usual. */
export const usualInflation = 1.03905

const chances = [0.5, 0.7, 0.9]
/** The exact stopping times take the square of the ballots. */
const mostExact = 2_000

/**
 * What an audit of single ballots takes, for each assertion.
 * @param risk the risk limit, between 0 and 1
 * @returns null for an assertion that is not true as reported: there is nothing to confirm
 */
export function planBallots(
  assertions: readonly Assertion[],
  count: Count,
  risk: number,
): readonly (BallotPlan | null)[] {
  return assertions.map(assertion => {
    const margin = marginOf(assertion, count)
    if (margin <= 0) return null
    const about = ballotsAbout(assertion, count)
    const share = (about + margin) / (2 * about)
    const ofAll = (ballots: number) => Math.ceil((ballots * count.taken) / about)
    const expected = bravoExpected(share, risk)
    return {
      assertion,
      margin,
      ballots: count.taken,
      about,
      polling: {
        expected: ofAll(expected),
        stops: expected > mostExact ? null : bravoStops(share, risk, chances).map(ofAll),
        firstRound: ofAll(firstRoundOf(share, risk)),
      },
      comparison: superSimple(margin / count.taken, risk, usualInflation, usualRates),
    }
  })
}

function ballotsAbout(assertion: Assertion, { votes, taken, valid }: Count): number {
  if (assertion.kind === 'beats') return (votes[assertion.winner] ?? 0) + (votes[assertion.loser] ?? 0)
  return assertion.of === 'taken' ? taken : valid
}

/** The least first round that stops with a chance of 9/10, to one ballot in a hundred. */
function firstRoundOf(share: number, risk: number): number {
  const stops = (ballots: number) => (minervaFirst(share, risk, ballots)?.stops ?? 0) >= 0.9
  let [short, enough] = [0, 16]
  while (!stops(enough)) [short, enough] = [enough, enough * 2]
  while (enough - short > Math.max(1, enough / 100)) {
    const middle = Math.floor((short + enough) / 2)
    if (stops(middle)) enough = middle
    else short = middle
  }
  return enough
}
