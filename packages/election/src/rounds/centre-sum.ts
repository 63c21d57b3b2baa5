import { columnOf, singleFigures } from '../count/columns.ts'
import { type Sum, totalOf } from '../count/sum.ts'
import type { Building, Election, RoundState, View } from '../election.ts'
import type { Figures } from '../statements/figures.ts'
import { sumAt } from './sums.ts'

/** What a centre states in its `tally`: which forms it is over, at which version, and the sums. */
export interface CentreSum {
  readonly boxes: number
  /** SHA-256 of the sorted pairs of box and form, in hex. */
  readonly digest: string
  readonly treeSize: number
  readonly figures: Figures
  /** Boxes whose ballots may still come into it. */
  readonly waiting: number
}

/** The sum of an area's forms as the record stands; nothing where the round has no ballot or the area is not listed. */
export function centreSum(election: Election, number: number, area: string): CentreSum | undefined {
  // The view is the builder itself; nothing is changed here.
  const building = election as Building
  const round = building.rounds.get(number)
  if (!round || !building.areas.has(area)) return undefined
  const { sum, forms, digest, waiting } = sumAt(building, round, area, building.size, 'preliminary')
  return { boxes: forms, digest, treeSize: building.size, figures: statedFigures(round, sum), waiting }
}

/** A sum as figures: those that every form gives. */
export function statedFigures({ ballot, columns }: View<RoundState>, sum: Sum): Figures {
  const single = singleFigures.map(name => [name, totalOf(sum, columnOf[name])] as const)
  const votes = ballot.statement.candidates.map(
    ({ number }) => [number, totalOf(sum, columns.votes.get(number)!)] as const,
  )
  const known = <K>(pairs: readonly (readonly [K, number | null])[]) =>
    pairs.filter((pair): pair is readonly [K, number] => pair[1] !== null)
  return { ...Object.fromEntries(known(single)), votes: Object.fromEntries(known(votes)) }
}
