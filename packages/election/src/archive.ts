import type { AreaNode } from './areas/tree.ts'
import { beside, hasAllVotes, layOut, put, type Row } from './count/columns.ts'
import { addToAreas } from './count/sums.ts'
import type { Building, Entry, RoundState } from './election.ts'
import type { WhyNot } from './reasons.ts'
import type { Definition } from './statements/definition.ts'
import type { Figures } from './statements/figures.ts'
import type { Import } from './statements/import.ts'

/**
 * Takes a row of an archive as published. It is added to every area that it lies in, apart for each level of
 * rows: an area's total is the sum of the rows of one level, never of two.
 * Why not: `not-an-archive`, `no-ballot`, `no-such-area`, `not-on-the-ballot`, `no-such-ground`,
 * `already-imported`.
 */
export function importRow(building: Building, entry: Entry<Import>): WhyNot | undefined {
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
  const state = statement.status === 'counted' ? 'asPublished' : statement.status
  const counts = statement.status === 'counted' || isCountedAsPrinted(building, statement)
  addToAreas(
    round,
    levelOf(area, statement),
    area.path,
    rowOf(round, statement, building.definition),
    1,
    state,
    counts,
  )
  return undefined
}

function rowOf(round: RoundState, statement: Import, { voting }: Definition): Row {
  const { status, figures } = statement
  const row = layOut(round.scratch, round.columns, figures)
  put(row, beside.boxes, statement.box === undefined ? statement.boxes : 1)
  // Of a row without data only its voters bound the ballots, and only where they vote there.
  if (status !== 'noData') put(row, beside.outstanding, lacksVotes(row, round, status) ? undefined : 0)
  else if (voting === 'assigned') put(row, beside.outstanding, figures.eligible)
  put(row, beside.forms, 0)
  put(row, beside.agentForms, 0)
  return row
}

/** A counted row that leaves out someone's votes: nobody can say what they will be. */
function lacksVotes(row: Row, { columns }: RoundState, status: Import['status']): boolean {
  return status === 'counted' && !hasAllVotes(row, columns)
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

function strangeNumber({ columns }: RoundState, figures: Figures): WhyNot | undefined {
  for (const number in figures.votes) if (!columns.votes.has(+number)) return 'not-on-the-ballot'
  for (const number in figures.invalidBy) if (!columns.invalidBy.has(+number)) return 'no-such-ground'
  for (const number in figures.notTakenBy) if (!columns.notTakenBy.has(+number)) return 'no-such-ground'
  return undefined
}
