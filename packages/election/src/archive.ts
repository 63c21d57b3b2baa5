import type { AreaNode } from './areas/tree.ts'
import { layOut, type Row } from './count/columns.ts'
import { addRow, emptySum, type Sum } from './count/sum.ts'
import type { Building, Entry, RoundState } from './election.ts'
import type { Figures } from './statements/figures.ts'
import type { Import, ImportStatus } from './statements/import.ts'

/**
 * Takes a row of an archive as published. It is added to every area that it lies in, apart for each level of
 * rows: an area's total is the sum of the rows of one level, never of two.
 * Why not: `not-an-archive`, `no-ballot`, `no-such-area`, `not-on-the-ballot`, `no-such-ground`,
 * `already-imported`.
 */
export function importRow(building: Building, entry: Entry<Import>): string | undefined {
  const { statement } = entry
  if (building.definition.mode !== 'archive') return 'not-an-archive'
  const round = building.rounds.get(statement.round)
  if (!round) return 'no-ballot'
  const area = building.areas.get(statement.area)
  if (!area) return 'no-such-area'
  const stranger = strangeNumber(round, statement.figures)
  if (stranger !== undefined) return stranger
  const unit = unitOf(statement)
  if (round.imports.has(unit)) return 'already-imported'
  round.imports.set(unit, entry)
  const boxes = statement.box === undefined ? statement.boxes : 1
  const row = layOut(round.scratch, round.columns, statement.figures, boxes)
  const counts = statement.status === 'counted' || isCountedAsPrinted(building, statement)
  addUp(round, area, levelOf(area, statement), row, statement, counts)
  return undefined
}

/** The name of a row's box or area among a round's rows; an area's is told from a box's by its slash. */
export function unitOf({ box, area }: { readonly box?: string; readonly area: string }): string {
  return box ?? `/${area}`
}

function levelOf({ area }: AreaNode, { box }: Import): string {
  return box === undefined ? area.level : 'box'
}

/** Some laws put the ballots of an annulled box among the invalid ones, and the publisher prints them so. */
function isCountedAsPrinted({ definition }: Building, { status }: Import): boolean {
  return status === 'annulled' && definition.annulled === 'asPrinted'
}

function addUp(
  round: RoundState,
  area: AreaNode,
  level: string,
  row: Row,
  { status }: Import,
  counts: boolean,
): void {
  const sums = sumsOf(round, level)
  addTo(round, sums, area.area.id, row, status, counts)
  for (const above of area.above) addTo(round, sums, above, row, status, counts)
}

function addTo(
  round: RoundState,
  sums: Map<string, Sum>,
  area: string,
  row: Row,
  status: ImportStatus,
  counts: boolean,
): void {
  let sum = sums.get(area)
  if (!sum) {
    sum = emptySum(round.columns)
    sums.set(area, sum)
  }
  addRow(sum, row, 1, status === 'counted' ? 'asPublished' : status, counts)
}

function sumsOf({ sums }: RoundState, level: string): Map<string, Sum> {
  const found = sums.get(level)
  if (found) return found
  const made = new Map<string, Sum>()
  sums.set(level, made)
  return made
}

function strangeNumber({ columns }: RoundState, figures: Figures): string | undefined {
  for (const number in figures.votes) if (!columns.votes.has(+number)) return 'not-on-the-ballot'
  for (const number in figures.invalidBy) if (!columns.invalidBy.has(+number)) return 'no-such-ground'
  for (const number in figures.notTakenBy) if (!columns.notTakenBy.has(+number)) return 'no-such-ground'
  return undefined
}
