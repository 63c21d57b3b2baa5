import type { Ballot } from '../statements/ballot.ts'
import type { Definition } from '../statements/definition.ts'
import type { Figures, SingleFigure } from '../statements/figures.ts'
import { largestFigure } from '../statements/values.ts'

/** The figures that are one number, in the order of their columns. */
export const singleFigures = [
  'eligible',
  'delivered',
  'issued',
  'unused',
  'spoiled',
  'checkInsByComputer',
  'checkInsOnPaper',
  'inBox',
  'excessDrawn',
  'notTaken',
  'taken',
  'invalid',
  'valid',
] as const satisfies readonly SingleFigure[]

const column = Object.fromEntries(singleFigures.map((name, i) => [name, i])) as Record<SingleFigure, number>

export { column as columnOf }
/** What stands in a row beside its figures. */
export const beside = {
  /** Ballot boxes that the row covers. */
  boxes: singleFigures.length,
  /** Ballots that may still come into the total. */
  outstanding: singleFigures.length + 1,
  /** Signed forms, and those of them that an agent signed. */
  forms: singleFigures.length + 2,
  agentForms: singleFigures.length + 3,
} as const

/** Where each figure of a round stands in a row of numbers: the single ones, those beside them, grounds, then candidates. */
export interface Columns {
  readonly length: number
  readonly invalidBy: ReadonlyMap<number, number>
  readonly notTakenBy: ReadonlyMap<number, number>
  readonly votes: ReadonlyMap<number, number>
}

/** The columns of a round: they follow from its ballot, and from the grounds in the definition. */
export function columnsOf(definition: Definition, ballot: Ballot): Columns {
  let next = singleFigures.length + Object.keys(beside).length
  const lay = (things: readonly { readonly number: number }[] = []) =>
    new Map(things.map(({ number }) => [number, next++]))
  const invalidBy = lay(definition.invalidGrounds)
  const notTakenBy = lay(definition.notTakenGrounds)
  const votes = lay(ballot.candidates)
  return { length: next, invalidBy, notTakenBy, votes }
}

/** One form's or row's figures laid out: a number, whether it is known, whether it is derived. */
export interface Row {
  readonly values: Float64Array
  readonly known: Uint8Array
  readonly derived: Uint8Array
}

/** A row in which nothing is known. */
export function emptyRow({ length }: Columns): Row {
  return { values: new Float64Array(length), known: new Uint8Array(length), derived: new Uint8Array(length) }
}

/**
 * Lays the figures out in `row`, which is written over. What is not given and follows from the rest is derived:
 * valid is the sum of the votes, invalid the sum of its grounds, and of valid, invalid and taken (taken = valid
 * + invalid) any one from the other two. What is given is never changed.
 */
export function layOut(row: Row, columns: Columns, figures: Figures): Row {
  const { values, known, derived } = row
  values.fill(0)
  known.fill(0)
  derived.fill(0)
  for (let i = 0; i < singleFigures.length; i++) put(row, i, figures[singleFigures[i]!])
  byNumber(row, columns.invalidBy, figures.invalidBy)
  byNumber(row, columns.notTakenBy, figures.notTakenBy)
  byNumber(row, columns.votes, figures.votes)
  const { valid, invalid, taken, notTaken } = column
  if (!known[valid]) derive(row, valid, sumOf(row, columns.votes))
  if (!known[invalid]) derive(row, invalid, sumOf(row, columns.invalidBy))
  if (!known[notTaken]) derive(row, notTaken, sumOf(row, columns.notTakenBy))
  if (!known[taken] && known[valid] && known[invalid]) derive(row, taken, values[valid]! + values[invalid]!)
  if (!known[invalid] && known[taken] && known[valid]) derive(row, invalid, values[taken]! - values[valid]!)
  if (!known[valid] && known[taken] && known[invalid]) derive(row, valid, values[taken]! - values[invalid]!)
  return row
}

/** Writes a figure; what is not known stays so. */
export function put({ values, known }: Row, i: number, figure: number | undefined): void {
  if (figure === undefined) return
  values[i] = figure
  known[i] = 1
}

function byNumber(row: Row, places: ReadonlyMap<number, number>, given: Figures['votes'] = {}): void {
  for (const number in given) {
    const place = places.get(+number)
    if (place !== undefined) put(row, place, given[number])
  }
}

/** Whether the row says how many votes everyone on the ballot has. */
export function hasAllVotes({ known }: Row, { votes }: Columns): boolean {
  for (const i of votes.values()) if (known[i] === 0) return false
  return true
}

/** The sum of the columns if there are some and all are known. */
function sumOf({ values, known }: Row, places: ReadonlyMap<number, number>): number | undefined {
  if (places.size === 0) return undefined
  let sum = 0
  for (const i of places.values()) {
    if (!known[i]) return undefined
    sum += values[i]!
  }
  return sum
}

function derive(row: Row, i: number, figure: number | undefined): void {
  // Below zero, or past what one figure can be, it is a contradiction in what is given, not a figure.
  if (figure === undefined || figure < 0 || figure > largestFigure) return
  put(row, i, figure)
  row.derived[i] = 1
}
