import { inOrder, type Outcome } from '@countersign/election'
import type { About } from '../table.ts'
import { type Base, outcomeOfTotals, type Totals } from './totals.ts'

/** What a number of ballots would change. */
export type What = 'denyMajority' | 'giveMajority' | 'changeLeader' | 'changeFinalists' | 'changeOrder'

/** The least number of ballots that would change something, counted in two ways. Votes, never shares. */
export interface Change {
  readonly what: What
  /** What a majority is counted of; absent where the order alone matters. */
  readonly base?: Base
  /** Who would lose by it, and who would gain. */
  readonly loser: string
  readonly gainer: string
  /** Ballots counted for one that are the other’s; of a majority, for anyone else. */
  readonly switched: number
  /** Ballots that should not be in the total: the loser’s. To give a majority: ballots for others. */
  readonly added: number
  /** Whether the outcome by rule would be another. */
  readonly changesOutcome: boolean
}

/**
 * The least number of ballots for each change that the rule knows of, from totals alone. None where the votes or the
 * base are not known, or seats are given by shares.
 */
export function changesOf(about: About, totals: Totals): readonly Change[] {
  const [first, second, third] = inOrder(totals.standings)
  if (!first || !second || about.rule === 'proportional') return []
  const order = (a: typeof first, b: typeof first, what: What, changesOutcome: boolean): Change => ({
    what,
    loser: a.candidate,
    gainer: b.candidate,
    ...orderNeeds(a.votes, b.votes),
    changesOutcome,
  })
  if (about.rule === 'plurality') return [order(first, second, 'changeLeader', true)]
  const majority = (['taken', 'valid'] as const).flatMap(base => {
    const total = totals[base]
    if (total === null) return []
    const over = 2 * first.votes > total
    const needs = over ? denyMajorityNeeds(first.votes, total) : giveMajorityNeeds(first.votes, total)
    const what: What = over ? 'denyMajority' : 'giveMajority'
    const [loser, gainer] = over ? [first.candidate, second.candidate] : [second.candidate, first.candidate]
    return [{ what, base, loser, gainer, ...needs, changesOutcome: base === about.of }]
  })
  const { state } = outcomeOfTotals(about, totals)
  const rest =
    state === 'elected'
      ? [order(first, second, 'changeLeader', true)]
      : [
          ...(third ? [order(second, third, 'changeFinalists', true)] : []),
          order(first, second, 'changeOrder', false),
        ]
  return [...majority, ...rest]
}

interface Needs {
  readonly switched: number
  readonly added: number
}

/** Least ballots so that `votes` are no longer more than half of `total`. */
export function denyMajorityNeeds(votes: number, total: number): Needs {
  const surplus = Math.max(0, 2 * votes - total)
  return { switched: Math.ceil(surplus / 2), added: surplus }
}

/** Least ballots of others, switched to a candidate or taken away, so that it has more than half. */
export function giveMajorityNeeds(votes: number, total: number): Needs {
  const lack = Math.max(0, total - 2 * votes + 1)
  return { switched: Math.ceil(lack / 2), added: lack }
}

/** Least ballots so that the second overtakes the first. */
export function orderNeeds(first: number, second: number): Needs {
  return { switched: Math.floor((first - second) / 2) + 1, added: first - second + 1 }
}

/** A supposition about ballots of one candidate: that they should not be there, or are another’s. */
export type Supposed =
  | { readonly false: number; readonly of: string }
  | { readonly switched: number; readonly from: string; readonly to: string }

/** The totals and the outcome if it were so. Ballots that a candidate does not have are not taken. */
export function suppose(
  about: About,
  totals: Totals,
  supposed: Supposed,
): { readonly totals: Totals; readonly outcome: Outcome } {
  const from = 'false' in supposed ? supposed.of : supposed.from
  const most = totals.standings.find(({ candidate }) => candidate === from)?.votes ?? 0
  const moved = Math.min(most, 'false' in supposed ? supposed.false : supposed.switched)
  const gone = 'false' in supposed ? moved : 0
  const less = (total: number | null) => (total === null ? null : total - gone)
  const standings = totals.standings.map(({ candidate, votes }) => ({
    candidate,
    votes:
      votes -
      (candidate === from ? moved : 0) +
      (!('false' in supposed) && candidate === supposed.to ? moved : 0),
  }))
  const after = { ...totals, standings, taken: less(totals.taken), valid: less(totals.valid) }
  return { totals: after, outcome: outcomeOfTotals(about, after) }
}
