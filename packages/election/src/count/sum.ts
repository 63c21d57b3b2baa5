import type { Columns, Row } from './columns.ts'
import { beside, columnOf } from './columns.ts'

/** A sum of rows, kept by difference: what is added can be taken out again, exactly. */
export interface Sum {
  /** Rows (forms, boxes, rows of a table) by state. */
  readonly states: Map<string, number>
  rows: number
  /** Rows whose votes count. */
  counted: number
  readonly values: Float64Array
  /** Of how many rows each figure is known, and of how many it is derived. */
  readonly known: Float64Array
  readonly derived: Float64Array
}

/** The sum of no rows. */
export function emptySum({ length }: Columns): Sum {
  return {
    states: new Map(),
    rows: 0,
    counted: 0,
    values: new Float64Array(length),
    known: new Float64Array(length),
    derived: new Float64Array(length),
  }
}

/**
 * @param sign 1 puts the row in, −1 takes it out
 * @param counts whether its votes count; a row of any state has eligible voters
 */
export function addRow(sum: Sum, row: Row, sign: 1 | -1, state: string, counts: boolean): void {
  sum.rows += sign
  sum.states.set(state, (sum.states.get(state) ?? 0) + sign)
  if (counts) {
    sum.counted += sign
    for (let i = 0; i < row.values.length; i++) addFigure(sum, row, sign, i)
  } else for (const i of ofAllRows) addFigure(sum, row, sign, i)
}

/** What a row of any state has. */
const ofAllRows: readonly number[] = [columnOf.eligible, ...Object.values(beside)]

function addFigure(sum: Sum, row: Row, sign: 1 | -1, i: number): void {
  if (row.known[i] === 0) return
  sum.values[i]! += sign * row.values[i]!
  sum.known[i]! += sign
  sum.derived[i]! += sign * row.derived[i]!
}

/** How many rows should give a figure: of voters, boxes and forms all, of ballots and votes those counted. */
export function rowsFor(sum: Sum, column: number): number {
  return ofAllRows.includes(column) ? sum.rows : sum.counted
}

/** The total of a column; null where some row that should give it does not, or where there is no row. */
export function totalOf(sum: Sum | undefined, column: number): number | null {
  if (!sum || sum.rows === 0) return null
  return sum.known[column] === rowsFor(sum, column) ? sum.values[column]! : null
}
