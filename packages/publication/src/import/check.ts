import {
  type CheckCode,
  checkFigures,
  type Figures,
  type Finding,
  type NotApplicable,
  sayFinding,
  settingsOf,
} from '@countersign/election'
import type { Draft } from './draft.ts'
import { figureParts, type TableMap } from './map.ts'
import type { Numbers } from './numbers.ts'

/** A row that does not add up. `figures` are the numbers that the message names. */
export interface RowFinding {
  readonly line: number
  /** The box; of a row about an area, the area. */
  readonly box: string
  readonly code: CheckCode
  readonly figures: Finding['figures']
  readonly message: string
}

/** A check that could not be made of a row, and the columns that are empty there. */
export interface RowGap {
  readonly line: number
  readonly box: string
  readonly code: CheckCode
  readonly missing: readonly string[]
}

export interface CheckedTable {
  readonly rows: number
  readonly findings: readonly RowFinding[]
  readonly notApplicable: readonly RowGap[]
}

/** What must add up in any form, and (A01) an area’s ballots against its voters. What is only unusual (B04, B05, B10) is asked for. */
export const arithmetic: readonly CheckCode[] = ['B01', 'B02', 'B03', 'B06', 'A01']

/** Which checks, of whose votes, said in which language. */
export interface Checking {
  readonly codes: readonly CheckCode[]
  /** The candidates who should have votes in a round, by number. */
  readonly candidatesOf: (round: number) => readonly number[]
  readonly language: 'en' | 'fa'
}

/**
 * Checks the rows of a table as printed. A check that needs a figure for which the map names no column is not made;
 * one that needs an empty cell is listed as not applicable. Rows without data are not checked.
 */
export function checkTable(
  map: TableMap,
  rows: readonly Draft[],
  numbers: Numbers,
  { codes, candidatesOf, language }: Checking,
): CheckedTable {
  const grounds = (group: 'invalidBy' | 'notTakenBy') =>
    Object.keys(map[group]).map(id => numbers[group].get(id)!)
  const form = { invalidGrounds: grounds('invalidBy'), notTakenGrounds: grounds('notTakenBy') }
  const settings = settingsOf({ mode: 'archive' })
  const columnsOf = columnsByFigure(map, numbers)
  const wanted = new Set(codes)
  const findings: RowFinding[] = []
  const notApplicable: RowGap[] = []
  for (const row of rows) {
    if (row.status === 'noData') continue
    const place = { line: row.line, box: row.box ?? row.area ?? '' }
    const checked = checkFigures(row.figures, { ...form, candidates: candidatesOf(row.round) }, settings)
    const crowded = row.box === undefined ? moreThanEligible(row.figures) : []
    for (const finding of [...checked.findings, ...crowded]) {
      if (!wanted.has(finding.code)) continue
      const { code, figures } = finding
      findings.push({ ...place, code, figures, message: sayFinding(finding, language) })
    }
    for (const { code, missing } of checked.notApplicable) {
      const empty = emptyAmong(missing, columnsOf, row)
      if (wanted.has(code) && empty.length > 0) notApplicable.push({ ...place, code, missing: empty })
    }
  }
  return { rows: rows.length, findings, notApplicable }
}

/** The columns that a row leaves empty, of those that hold the figures that a check lacks. */
function emptyAmong(
  missing: NotApplicable['missing'],
  columnsOf: ReadonlyMap<string, readonly string[]>,
  { empty }: Draft,
): readonly string[] {
  // Where a figure has no column at all, the check is none of this table's.
  if (missing.some(name => !columnsOf.has(name))) return []
  return missing.flatMap(name => columnsOf.get(name)!).filter(column => empty.includes(column))
}

/** The columns of each figure, by the name that a check gives it: `taken`, `votes.2`. */
function columnsByFigure(map: TableMap, numbers: Numbers): ReadonlyMap<string, readonly string[]> {
  const single = Object.entries(map.figures).map(([name, figure]) => [name, figureParts(figure!)] as const)
  const groups = (['invalidBy', 'notTakenBy', 'votes'] as const).flatMap(group =>
    Object.entries(map[group]).map(
      ([id, column]) => [`${group}.${numbers[group].get(id)}`, [column]] as const,
    ),
  )
  return new Map([...single, ...groups])
}

function moreThanEligible({ taken, eligible }: Figures): readonly Finding[] {
  if (taken === undefined || eligible === undefined || taken <= eligible) return []
  const figures = { taken, eligible, difference: taken - eligible }
  return [{ code: 'A01', part: 'more', severity: 'informs', figures }]
}
