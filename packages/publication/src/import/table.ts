import { areaFinder, type FoundArea } from './areas.ts'
import type { Cells, Columns } from './cells.ts'
import { type Draft, draftReader } from './draft.ts'
import { columnsOf, ignoredColumns, type TableMap } from './map.ts'
import type { Numbers } from './numbers.ts'
import { type Problem, problem } from './problems.ts'

/** A table read by its map. With problems, nothing of it may be used. */
export interface Table {
  readonly rows: readonly Draft[]
  /** Areas that the table's own columns make, each above the ones in it. */
  readonly areas: readonly FoundArea[]
  readonly problems: readonly Problem[]
}

/** Reads a table row by row; every problem is kept, none stops the reading. */
export interface TableReader {
  /** Line 1: the names of the columns. */
  readonly header: (cells: Cells) => void
  readonly row: (line: number, cells: Cells) => void
  /** A line that the CSV reader could make nothing of. */
  readonly unreadable: (line: number, why: string) => void
  readonly table: () => Table
}

/**
 * A reader of a published table.
 * @param numbers under which numbers the figures of candidates and grounds are kept
 */
export function tableReader(map: TableMap, numbers: Numbers): TableReader {
  const problems: Problem[] = []
  const rows: Draft[] = []
  const seen = new Map<number, Map<string, Draft>>()
  let width = 0
  let readDraft: ((line: number, cells: Cells) => Draft) | undefined
  let areas: () => readonly FoundArea[] = () => []

  function keep(draft: Draft): void {
    rows.push(draft)
    const subject = draft.box ?? draft.area ?? ''
    if (subject === '') return
    const inRound = seen.get(draft.round) ?? new Map<string, Draft>()
    seen.set(draft.round, inRound)
    const before = inRound.get(subject)
    if (before === undefined) inRound.set(subject, draft)
    else problems.push(problem(draft.line, 'row-twice', { subject, round: draft.round, first: before.line }))
  }

  return {
    header(cells) {
      const columns: Columns = new Map(cells.map((name, i) => [name, i]))
      const wrong = headerProblems(map, cells)
      problems.push(...wrong)
      width = cells.length
      if (wrong.some(({ code }) => code === 'column-missing')) return
      const finder = map.rows === 'announcements' ? undefined : areaFinder(map, columns, problems)
      areas = finder?.found ?? areas
      readDraft = draftReader(map, columns, numbers, finder, problems)
    },
    row(line, cells) {
      const wrong = rowProblem(line, cells, width)
      if (wrong !== undefined) problems.push(wrong)
      if (wrong !== undefined || readDraft === undefined) return
      const draft = readDraft(line, cells)
      if (map.rows === 'announcements') rows.push(draft)
      else keep(draft)
    },
    unreadable(line, why) {
      problems.push(problem(line, 'table-unreadable', { why }))
    },
    table() {
      if (rows.length === 0 && problems.length === 0) problems.push(problem(1, 'table-empty'))
      return { rows, areas: areas(), problems: problems.toSorted((a, b) => a.line - b.line) }
    },
  }
}

function headerProblems(map: TableMap, header: Cells): readonly Problem[] {
  const read = columnsOf(map)
  const known = new Set([...read, ...ignoredColumns(map)])
  return [
    ...read
      .filter(column => !header.includes(column))
      .map(column => problem(1, 'column-missing', { column })),
    ...header.filter(column => !known.has(column)).map(column => problem(1, 'column-unknown', { column })),
    ...header
      .filter((column, i) => header.indexOf(column) !== i)
      .map(column => problem(1, 'column-twice', { column })),
  ]
}

function rowProblem(line: number, cells: Cells, width: number): Problem | undefined {
  if (cells.some(cell => cell.includes('\ufffd'))) return problem(line, 'table-encoding')
  if (cells.length !== width) return problem(line, 'row-width', { cells: cells.length, columns: width })
  return undefined
}
