import type { Election } from '@countersign/election'
import { votesOf } from '../derived/figures.ts'
import type { Names } from '../derived/overview.ts'
import type { Difference } from './difference.ts'
import type { RoundTables } from './tables.ts'

/** A place that formats of other houses report figures of: an area or a box. */
export interface Unit {
  /** Unlike an area's and a box's own IDs, never the same for both. */
  readonly id: string
  /** The level of an area, or `box`. */
  readonly level: string
  readonly name: Names
  readonly eligible: number | null
  readonly taken: number | null
  readonly invalid: number | null
  readonly valid: number | null
  /** In the ballot's order. */
  readonly votes: readonly (number | null)[]
}

/** Areas, then boxes whose figures are in the total that stands first: preliminary, or as published. */
export function* unitsOf(election: Election, { round, areas, boxes }: RoundTables): Generator<Unit> {
  const { candidates } = round.ballot.statement
  const first = areas.rows[0]?.counted.total
  for (const { area, counted } of areas.rows) {
    if (counted.total !== first) continue
    const { level, name } = election.areas.get(area)!.area
    const { eligible, taken, invalid, valid } = counted
    const votes = candidates.map(({ id }) => votesOf(counted, id))
    yield { id: areaUnit(area), level, name, eligible, taken, invalid, valid, votes }
  }
  for (const { id, figures, counted } of boxes.rows) {
    if (figures === null || counted.length === 0) continue
    yield {
      id: boxUnit(id),
      level: 'box',
      name: { en: id },
      eligible: figures.eligible ?? null,
      taken: figures.taken ?? null,
      invalid: figures.invalid ?? null,
      valid: figures.valid ?? null,
      votes: candidates.map(({ number }) => figures.votes?.[number] ?? null),
    }
  }
}

export function areaUnit(area: string): string {
  return `area-${area}`
}

export function boxUnit(box: string): string {
  return `box-${box}`
}

/** What another format says of a unit: figures by name, votes as `votes.` and the candidate. */
export type SaidFigures = Readonly<Record<string, number>>

/**
 * The first figure in which what was read back differs.
 * @param figuresOf the figures of a unit that the format holds, by the same names
 */
export function unitDifference(
  units: Iterable<Unit>,
  said: ReadonlyMap<string, SaidFigures>,
  figuresOf: (unit: Unit) => Readonly<Record<string, number | null>>,
): Difference | undefined {
  const left = new Set(said.keys())
  for (const unit of units) {
    left.delete(unit.id)
    const theirs = said.get(unit.id) ?? {}
    const ours = figuresOf(unit)
    for (const name of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
      const follows = ours[name] ?? null
      if ((theirs[name] ?? null) !== follows)
        return { row: unit.id, column: name, said: theirs[name] ?? null, follows }
    }
  }
  const [extra] = left
  return extra === undefined ? undefined : { row: extra, column: 'unit', said: extra, follows: null }
}

/** A unit's votes by candidate, for `unitDifference`. */
export function votesByCandidate(
  { round }: RoundTables,
  { votes }: Unit,
): Readonly<Record<string, number | null>> {
  return Object.fromEntries(
    round.ballot.statement.candidates.map(({ id }, i) => [`votes.${id}`, votes[i] ?? null]),
  )
}
