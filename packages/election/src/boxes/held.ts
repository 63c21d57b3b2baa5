import type { Election } from '../election.ts'
import type { Box } from './box.ts'
import type { BoxState } from './life.ts'

/** The states in which people have still to say something about a box. */
export const held = [
  'quarantined',
  'conflicting',
  'disputed',
  'missing',
] as const satisfies readonly BoxState[]

/** The boxes of a round that wait for a ruling, or for their form although its deadline has passed; by state. */
export function heldBoxes(
  election: Election,
  number: number,
): ReadonlyMap<(typeof held)[number], readonly Readonly<Box>[]> {
  const round = election.rounds.get(number)
  const boxes = [...(round?.boxes.values() ?? [])] as unknown as readonly Box[]
  return new Map(held.map(state => [state, boxes.filter(({ judgement }) => judgement.state === state)]))
}
