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
  const problems: TableProblem[] = tables.flatMap(({ name, problems }) =>
    problems.map(problem => ({ ...problem, table: name })),
  )
  const tree = new Map<string, Area>(listed.map(area => [area.id, area]))
  const top = listed.find(({ parent }) => parent === undefined)?.id ?? ''
  const boxes = new Map<string, { readonly area: string; readonly line: number }>()
  const rows = new Map<string, number>()
  const results: Placed[] = []
  const announcements: Placed[] = []
  const rounds = new Set(file.definition.rounds.map(({ number }) => number))
  const numbers = numbersOf(file.definition, file.ballots)
  const levels = file.definition.levels.map(({ id }) => id)

  for (const table of tables) {
    const report = (found: Problem) => problems.push({ ...found, table: table.name })
    unknownNames(table.map, numbers, levels).forEach(report)
    for (const area of table.areas) grow(tree, top, area, report)
    for (const draft of table.rows) {
      const row: Placed = { ...draft, area: draft.area ?? top, digest: table.digest }
      if (!tree.has(row.area)) report(problem(row.line, 'area-unknown', { area: row.area }))
      if (row.round !== 0 && !rounds.has(row.round))
        report(problem(row.line, 'round-unknown', { value: row.round }))
      if (table.map.rows === 'announcements') {
        announcements.push(row)
        continue
      }
      if (row.box !== undefined) place(boxes, row, row.box, report)
      const key = `${row.round}/${row.box ?? row.area}/${row.box === undefined}`
      const before = rows.get(key)
      if (
        before !== undefined &&
        !table.problems.some(({ code, line }) => code === 'row-twice' && line === row.line)
      )
        report(
          problem(row.line, 'row-twice', { subject: row.box ?? row.area, round: row.round, first: before }),
        )
      rows.set(key, before ?? row.line)
      results.push(row)
    }
  }
  const list = [...boxes].map(([id, { area }]) => ({ id, area }))
  return { areas: [...tree.values()], boxes: list, results, announcements, problems }
}

function grow(
  tree: Map<string, Area>,
  top: string,
  found: FoundArea,
  report: (found: Problem) => void,
): void {
  const { id, level, line, name } = found
  const parent = found.parent ?? top
  const before = tree.get(id)
  if (before === undefined) {
    tree.set(id, { id, level, parent, name: Object.keys(name).length > 0 ? name : { und: id } })
  } else if (before.parent !== parent) {
    report(problem(line, 'area-moved', { area: id, parent, before: before.parent ?? 'the top' }))
  }
}

function place(
  boxes: Map<string, { readonly area: string; readonly line: number }>,
  { area, line }: Placed,
  box: string,
  report: (found: Problem) => void,
): void {
  const before = boxes.get(box)
  if (before === undefined) boxes.set(box, { area, line })
  else if (before.area !== area)
    report(problem(line, 'box-moved', { box, area, before: before.area, first: before.line }))
}
