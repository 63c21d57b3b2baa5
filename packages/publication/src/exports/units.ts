import type { Election } from '@countersign/election'
import { votesOf } from '../derived/figures.ts'
import type { Names } from '../derived/overview.ts'
import type { Difference } from './difference.ts'
import { rowsOf } from './table.ts'
import type { BoxFiguresRow, RoundTables } from './tables.ts'

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

/** Units that are made together; see `Block`. */
export interface UnitBlock {
  readonly from?: string
  readonly units: () => readonly Unit[]
}

/** A block of the areas, then those of boxes, in the total that stands first: preliminary, or as published. */
export function unitBlocks(
  election: Election,
  { round, areas, boxes }: RoundTables,
): readonly [areas: UnitBlock, ...boxes: readonly UnitBlock[]] {
  const { candidates } = round.ballot.statement
  const ofAreas = (): readonly Unit[] => {
    const rows = [...rowsOf(areas)]
    const first = rows[0]?.counted.total
    return rows
      .filter(({ counted }) => counted.total === first)
      .map(({ area, counted }) => {
        const { level, name } = election.areas.get(area)!.area
        const { eligible, taken, invalid, valid } = counted
        const votes = candidates.map(({ id }) => votesOf(counted, id))
        return { id: areaUnit(area), level, name, eligible, taken, invalid, valid, votes }
      })
  }
  const numbers = candidates.map(({ number }) => number)
  return [
    { units: ofAreas },
    ...boxes.blocks.map(({ from, rows }) => ({
      ...(from !== undefined && { from }),
      units: () => rows().flatMap(row => boxUnitOf(row, numbers) ?? []),
    })),
  ]
}

/** A box whose figures are in a total. */
function boxUnitOf({ id, figures, counted }: BoxFiguresRow, numbers: readonly number[]): Unit | undefined {
  if (figures === null || counted.length === 0) return undefined
  return {
    id: boxUnit(id),
    level: 'box',
    name: { en: id },
    eligible: figures.eligible ?? null,
    taken: figures.taken ?? null,
    invalid: figures.invalid ?? null,
    valid: figures.valid ?? null,
    votes: numbers.map(number => figures.votes?.[number] ?? null),
  }
}

/** Every unit, one after the other. */
export function* unitsOf(election: Election, tables: RoundTables): Generator<Unit> {
  for (const { units } of unitBlocks(election, tables)) yield* units()
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
