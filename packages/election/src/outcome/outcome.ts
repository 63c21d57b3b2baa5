import type { Definition } from '../statements/definition.ts'
import type { Settled } from './settled.ts'

export type Rule = Definition['rounds'][number]

/** A candidate and its votes. */
export interface Standing {
  readonly candidate: string
  readonly votes: number
}

/** What the rule makes of the totals. */
export type Outcome =
  | { readonly state: 'elected'; readonly candidate: string }
  | { readonly state: 'runOff'; readonly between: readonly [string, string] }
  | { readonly state: 'undecided'; readonly reason: 'tie'; readonly between: readonly string[] }
  | { readonly state: 'undecided'; readonly reason: 'unknown' | 'outstanding' | 'noVotes' }
  | { readonly state: 'void'; readonly ruling: string }

/**
 * The outcome by rule of these totals, as if they were complete.
 * @param denominator the number that a majority is a majority of; null where unknown
 * @param favoured who goes first among equals, by a ruling
 */
export function outcomeOf(
  rule: Rule,
  standings: readonly Standing[],
  denominator: number | null,
  favoured: readonly string[] = [],
): Outcome {
  const [first, second, third] = inOrder(standings, favoured)
  if (!first || first.votes === 0) return { state: 'undecided', reason: 'noVotes' }
  if (rule.rule === 'proportional') return { state: 'undecided', reason: 'unknown' }
  const elected: Outcome = { state: 'elected', candidate: first.candidate }
  if (rule.rule === 'plurality') return tieAt(standings, first, second, favoured) ?? elected
  if (denominator === null) return { state: 'undecided', reason: 'unknown' }
  if (overHalf(first.votes, denominator)) return elected
  if (!second) return { state: 'undecided', reason: 'unknown' }
  const runOff: Outcome = { state: 'runOff', between: [first.candidate, second.candidate] }
  return tieAt(standings, second, third, favoured) ?? runOff
}

/** The outcome of a count that may be incomplete: what is not settled is undecided. */
export function outcomeSoFar(
  whole: Outcome,
  { outstanding, elected, nobodyOverHalf, finalists }: Settled,
): Outcome {
  if (outstanding === 0) return whole
  const sure =
    (whole.state === 'elected' && elected.settled) ||
    (whole.state === 'runOff' && nobodyOverHalf?.settled && finalists?.settled)
  return sure ? whole : { state: 'undecided', reason: 'outstanding' }
}

/** Most votes first; among equals the favoured, then by identifier, so that an order is never chance. */
export function inOrder(
  standings: readonly Standing[],
  favoured: readonly string[] = [],
): readonly Standing[] {
  const rank = ({ candidate }: Standing) => (favoured.includes(candidate) ? 0 : 1)
  return [...standings].sort(
    (a, b) => b.votes - a.votes || rank(a) - rank(b) || (a.candidate < b.candidate ? -1 : 1),
  )
}

/** More than half. Multiplied, never divided. */
export function overHalf(votes: number, denominator: number): boolean {
  return 2 * votes > denominator
}

/** Equal votes for the last place: all who have as many as `last`, where `next` would miss it by no vote. */
function tieAt(
  standings: readonly Standing[],
  last: Standing,
  next: Standing | undefined,
  favoured: readonly string[],
): Outcome | undefined {
  if (next?.votes !== last.votes) return undefined
  if (favoured.includes(last.candidate) && !favoured.includes(next.candidate)) return undefined
  const between = standings.filter(({ votes }) => votes === last.votes).map(({ candidate }) => candidate)
  return { state: 'undecided', reason: 'tie', between: between.sort() }
}
