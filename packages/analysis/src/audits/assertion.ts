import { inOrder, type Outcome, type Standing } from '@countersign/election'
import { type About, absent, type Rows } from '../table.ts'

/**
 * A sentence about a result that an audit can confirm: the outcome is right if all its assertions are true. Each is a
 * mean of an assorter over all ballots being more than ½ (Stark, SHANGRLA, 2020).
 */
export type Assertion =
  | { readonly kind: 'overHalf'; readonly candidate: string; readonly of: 'taken' | 'valid' }
  | { readonly kind: 'notOverHalf'; readonly candidate: string; readonly of: 'taken' | 'valid' }
  | { readonly kind: 'beats'; readonly winner: string; readonly loser: string }

/** What a ballot says: a candidate, or that it is invalid. */
export type Ballot = { readonly vote: string } | 'invalid'

/** A ballot’s value, 0, ½ or 1; of invalid ballots where the base leaves them out, ½. */
export function assorterOf(assertion: Assertion, ballot: Ballot): 0 | 0.5 | 1 {
  const vote = ballot === 'invalid' ? undefined : ballot.vote
  if (assertion.kind === 'beats') return vote === assertion.winner ? 1 : vote === assertion.loser ? 0 : 0.5
  if (vote === undefined && assertion.of === 'valid') return 0.5
  return (vote === assertion.candidate) === (assertion.kind === 'overHalf') ? 1 : 0
}

/** The figures of a box, or of everything, that assertions are about. */
export interface Count {
  readonly votes: Readonly<Record<string, number>>
  readonly taken: number
  readonly valid: number
}

/** v_w − v_l: above zero where the assertion is true of this count. In ballots. */
export function marginOf(assertion: Assertion, { votes, taken, valid }: Count): number {
  if (assertion.kind === 'beats') return (votes[assertion.winner] ?? 0) - (votes[assertion.loser] ?? 0)
  const base = assertion.of === 'taken' ? taken : valid
  const margin = 2 * (votes[assertion.candidate] ?? 0) - base
  return assertion.kind === 'overHalf' ? margin : -margin
}

/** The margins of an assertion by row, of completed rows. A vote that a row does not give counts none. */
export function marginsIn({ figures, candidates, votes }: Rows, assertion: Assertion): Float64Array {
  const of = (id: string) => votes[candidates.findIndex(candidate => candidate.id === id)]!
  const known = (figure: number) => (figure === absent ? 0 : figure)
  if (assertion.kind === 'beats') {
    const [winner, loser] = [of(assertion.winner), of(assertion.loser)]
    return winner.map((figure, i) => known(figure) - known(loser[i]!))
  }
  const sign = assertion.kind === 'overHalf' ? 1 : -1
  const base = figures[assertion.of]
  return of(assertion.candidate).map((figure, i) => sign * (2 * known(figure) - known(base[i]!)))
}

/** The assertions whose truth makes an outcome right. Empty where an outcome elects nobody and sends nobody on. */
export function assertionsOf(
  { rule, of }: Pick<About, 'rule' | 'of'>,
  outcome: Outcome,
  standings: readonly Standing[],
): readonly Assertion[] {
  const base = of === 'valid' ? 'valid' : 'taken'
  const all = inOrder(standings).map(({ candidate }) => candidate)
  if (outcome.state === 'elected') {
    if (rule === 'majority') return [{ kind: 'overHalf', candidate: outcome.candidate, of: base }]
    const losers = all.filter(id => id !== outcome.candidate)
    return losers.map(loser => ({ kind: 'beats', winner: outcome.candidate, loser }))
  }
  if (outcome.state !== 'runOff') return []
  const eliminated = all.filter(id => !outcome.between.includes(id))
  return [
    ...all.map((candidate): Assertion => ({ kind: 'notOverHalf', candidate, of: base })),
    ...outcome.between.flatMap(winner =>
      eliminated.map((loser): Assertion => ({ kind: 'beats', winner, loser })),
    ),
  ]
}
