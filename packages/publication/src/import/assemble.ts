import type { Area, ListedBox } from '@countersign/election'
import type { FoundArea } from './areas.ts'
import type { Draft } from './draft.ts'
import type { ElectionFile } from './election-file.ts'
import type { TableMap } from './map.ts'
import { numbersOf, unknownNames } from './numbers.ts'
import { type Problem, problem } from './problems.ts'
import type { Table } from './table.ts'

/** A table, its map, the name that people know it by, and the SHA-256 of its file. */
export interface NamedTable extends Table {
  readonly name: string
  readonly map: TableMap
  readonly digest: string
}

export interface TableProblem extends Problem {
  readonly table: string
}

/** A draft whose area is known. */
export interface Placed extends Draft {
  readonly area: string
  readonly digest: string
}

/** All that a record is made of, besides the election's own file. With problems, nothing of it may be used. */
export interface Assembled {
  /** The whole tree; a parent comes before its children. */
  readonly areas: readonly Area[]
  readonly boxes: readonly ListedBox[]
  readonly results: readonly Placed[]
  readonly announcements: readonly Placed[]
  readonly problems: readonly TableProblem[]
}

/**
 * Brings the tables of an election together: one tree of areas, one list of boxes, the rows in the order given.
 * @param listed the areas of the election's file, read
 */
export function assemble(
  file: ElectionFile,
  listed: readonly Area[],
  tables: readonly NamedTable[],
): Assembled {
  const problems: TableProblem[] = []
  const tree = new Map<string, Area>(listed.map(area => [area.id, area]))
  const top = listed.find(({ parent }) => parent === undefined)?.id ?? ''
  const boxes = new Map<string, Placed>()
  const rowsBefore: Placed[][] = []
  const announcements: Placed[][] = []
  for (const table of tables) {
    const report: Report = found => problems.push({ ...found, table: table.name })
    for (const found of [...table.problems, ...namesUnknown(file, table.map)]) report(found)
    for (const area of table.areas) grow(tree, top, area, report)
    const rows = table.rows.map((row): Placed => ({ ...row, area: row.area ?? top, digest: table.digest }))
    reportStrangers(file, tree, rows, report)
    if (table.map.rows === 'announcements') {
      announcements.push(rows)
      continue
    }
    for (const row of rows) list(boxes, row, report)
    if (rowsBefore.length > 0) reportRepeated(rowsBefore.flat(), rows, report)
    rowsBefore.push(rows)
  }
  return {
    areas: [...tree.values()],
    boxes: Array.from(boxes, ([id, { area }]) => ({ id, area })),
    results: rowsBefore.flat(),
    announcements: announcements.flat(),
    problems,
  }
}

type Report = (found: Problem) => void

function namesUnknown({ definition, ballots }: ElectionFile, map: TableMap): readonly Problem[] {
  const levels = definition.levels.map(({ id }) => id)
  return unknownNames(map, numbersOf(definition, ballots), levels)
}

function grow(tree: Map<string, Area>, top: string, found: FoundArea, report: Report): void {
  const { id, level, line, name } = found
  const parent = found.parent ?? top
  const before = tree.get(id)
  if (before === undefined) {
    tree.set(id, { id, level, parent, name: Object.keys(name).length > 0 ? name : { und: id } })
  } else if (before.parent !== parent) {
    report(problem(line, 'area-moved', { area: id, parent, before: before.parent ?? 'the top' }))
  }
}

/** Rows of areas and rounds that the election does not have. */
function reportStrangers(
  { definition }: ElectionFile,
  tree: ReadonlyMap<string, Area>,
  rows: readonly Placed[],
  report: Report,
): void {
  const rounds = new Set(definition.rounds.map(({ number }) => number))
  for (const { line, area, round } of rows) {
    if (!tree.has(area)) report(problem(line, 'area-unknown', { area }))
    // Round 0 stands for a cell that was none, which is reported already.
    if (round !== 0 && !rounds.has(round)) report(problem(line, 'round-unknown', { value: round }))
  }
}

function list(boxes: Map<string, Placed>, row: Placed, report: Report): void {
  const { box, area, line } = row
  if (box === undefined) return
  const before = boxes.get(box)
  if (before === undefined) boxes.set(box, row)
  else if (before.area !== area)
    report(problem(line, 'box-moved', { box, area, before: before.area, first: before.line }))
}

/** Rows that another table has already; of one table, its reader reports them. */
function reportRepeated(before: readonly Placed[], rows: readonly Placed[], report: Report): void {
  const key = ({ round, box, area }: Placed) =>
    `${round}/${box === undefined ? 'area' : 'box'}/${box ?? area}`
  const lines = new Map(before.map(row => [key(row), row.line]))
  for (const row of rows) {
    const first = lines.get(key(row))
    if (first === undefined) continue
    report(problem(row.line, 'row-twice', { subject: row.box ?? row.area, round: row.round, first }))
  }
}
