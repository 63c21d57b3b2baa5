import { type Election, type RoundTally, tally, type Which } from '@countersign/election'
import type { AreaFigures } from './overview.ts'

/** The totals of an election by name, those that stand first beside an outcome first. */
export function totalNames({ definition }: Election): readonly NonNullable<Which['total']>[] {
  return definition.mode === 'archive' ? ['preliminary'] : ['preliminary', 'undisputed', 'reconciled']
}

/** Every total of an area in every round, in the order of rounds, then of totals. */
export function figuresOf(election: Election, area?: string): readonly AreaFigures[] {
  const where = area === undefined ? {} : { area }
  const byTotal = totalNames(election).map(total => tally(election, { ...where, total }).rounds)
  return byTotal[0]!.flatMap((_, i) => byTotal.map(rounds => areaFigures(election, rounds[i]!)))
}

/** A tally with the votes in the order of the ballot. */
export function areaFigures(election: Election, counted: RoundTally): AreaFigures {
  const { round, total, eligible, issued, taken, invalid, valid, boxes: states, evidence } = counted
  const { candidates } = election.rounds.get(round)!.ballot.statement
  const { boxes, rows, signedForms, agentSigned } = evidence
  return {
    round,
    total,
    eligible,
    issued,
    taken,
    invalid,
    valid,
    votes: candidates.map(({ id }) => votesOf(counted, id)),
    states,
    evidence: { boxes, rows, signedForms, agentSigned },
  }
}

/** Votes are unknown where any row lacks them; those of a candidate who withdrew are shown, and counted as invalid. */
export function votesOf({ candidates, withdrawn, lacking }: RoundTally, id: string): number | null {
  return lacking[id] === undefined ? (candidates[id] ?? withdrawn[id] ?? null) : null
}
