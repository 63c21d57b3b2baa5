import { type Code, codeColumns } from './map.ts'
import type { ProblemCode } from './problems.ts'

/** A row's cells, in the order of the header. */
export type Cells = readonly string[]
/** Where each column of the header stands. */
export type Columns = ReadonlyMap<string, number>

/** Reads one thing from a row. */
export type Read<T> = (line: number, cells: Cells) => T

/** Why a cell is not a count. */
export class BadFigure {
  readonly code: ProblemCode
  constructor(code: ProblemCode) {
    this.code = code
  }
}

/** A count as printed: digits only; nothing for an empty cell, which is unknown and never zero. */
export function readCount(cell: string): number | undefined | BadFigure {
  if (cell === '') return undefined
  if (digits.test(cell)) {
    const value = Number(cell)
    return Number.isSafeInteger(value) ? value : tooLarge
  }
  if (/^-\s*\d/.test(cell)) return negative
  return /^\d+[.]\d+$/.test(cell) ? fraction : unreadable
}
const digits = /^\d+$/
const negative = new BadFigure('figure-negative')
const fraction = new BadFigure('figure-fraction')
const unreadable = new BadFigure('figure-unreadable')
const tooLarge = new BadFigure('figure-too-large')

/** The identifier that a row's cells make; empty where one of its columns is. */
export function codeReader(code: Code, columns: Columns): (cells: Cells) => string {
  const places = codeColumns(code).map(name => columns.get(name)!)
  const at = places[0]!
  if (typeof code === 'string') return cells => cells[at]!
  if ('columns' in code)
    return cells =>
      places.some(place => cells[place] === '') ? '' : places.map(place => cells[place]).join(code.join)
  if ('prefix' in code) return cells => (cells[at] === '' ? '' : code.prefix + cells[at])
  return cells => cells[at]!.slice(0, code.first)
}

const identifier = /^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/
/** Whether a text may become a path and a part of a URL. */
export function isIdentifier(text: string): boolean {
  return identifier.test(text)
}
