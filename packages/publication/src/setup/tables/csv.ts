import { parse } from '#csv'
import { type Found, found } from '../check/problem.ts'

/** A row of a table: its cells by the name of their column, trimmed, in NFC; an empty cell is `''`. */
export interface Row {
  /** The line of the file on which it begins, the header being 1. */
  readonly line: number
  readonly cell: (column: string) => string
}

/** What a table's columns may be. `optional` may end in `*`, for columns such as `name_en`. */
export interface Columns {
  readonly needed: readonly string[]
  readonly optional: readonly string[]
}

/** A table taken apart; with problems of its form, `rows` holds what could be read. */
export interface ReadTable {
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
  readonly problems: readonly Found[]
}

/**
 * Takes a CSV table apart (RFC 4180; a byte order mark, semicolons and tabs are understood). Every problem is kept
 * with its line; none stops the reading.
 */
export function readCsv(table: string, text: string, columns: Columns): ReadTable {
  const problems: Found[] = []
  const at = (line: number) => `${table}:${line}`
  const bad = (line: number, why: string) => problems.push(found('csv-unreadable', at(line), { why }))
  const lines = linesOf(text, bad)
  const header = lines[0]?.cells.map(name => clean(name).toLowerCase()) ?? []
  problems.push(...headerProblems(table, header, columns))
  if (lines.length < 2) problems.push(found('table-empty', table, { table }))
  const places = new Map(header.map((name, i) => [name, i]))
  const rows: Row[] = []
  for (let i = 1; i < lines.length; i++) {
    const { line, cells } = lines[i]!
    if (cells.length !== header.length)
      problems.push(found('row-width', at(line), { cells: cells.length, columns: header.length }))
    rows.push({ line, cell: column => clean(cells[places.get(column) ?? -1] ?? '') })
  }
  return { columns: header, rows, problems }
}

interface Line {
  readonly line: number
  readonly cells: readonly string[]
}

function linesOf(text: string, bad: (line: number, why: string) => void): readonly Line[] {
  const lines: Line[] = []
  let end = 0
  const next = (upTo: number) => {
    // A quoted cell may hold line breaks: a row is named by its first line.
    const line = end + 1
    end = upTo
    return line
  }
  try {
    parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_records_with_error: true,
      on_record: (cells: string[], { lines: upTo }) => {
        const line = next(upTo)
        if (cells.some(cell => cell !== '')) lines.push({ line, cells })
        return null
      },
      on_skip: error => {
        bad(next(Number(error?.lines ?? end)), error?.message ?? '')
        return undefined
      },
    })
  } catch (error) {
    // A quotation mark that never closes ends the table; what stood before it is kept.
    if (!String((error as { code?: unknown }).code).startsWith('CSV_')) throw error
    bad(end + 1, (error as Error).message)
  }
  return lines
}

/** What separates the header's cells: spreadsheets of many countries write semicolons. */
function delimiterOf(text: string): string {
  const header = text.slice(0, Math.max(0, text.search(/[\r\n]|$/)))
  const counts = [',', ';', '\t'].map(mark => ({ mark, times: header.split(mark).length }))
  return counts.reduce((most, one) => (one.times > most.times ? one : most)).mark
}

function headerProblems(table: string, header: readonly string[], { needed, optional }: Columns): Found[] {
  const known = (name: string) =>
    [...needed, ...optional].some(column =>
      column.endsWith('*') ? name.startsWith(column.slice(0, -1)) : name === column,
    )
  const line = `${table}:1`
  return [
    ...header.filter(name => !known(name)).map(column => found('column-unknown', line, { column })),
    ...header
      .filter((name, i) => header.indexOf(name) !== i)
      .map(column => found('column-twice', line, { column })),
    ...needed.filter(name => !header.includes(name)).map(column => found('column-missing', line, { column })),
  ]
}

function clean(cell: string): string {
  return cell.trim().normalize('NFC')
}

/** Persian and Arabic digits as ASCII digits. */
export function asciiDigits(cell: string): string {
  return cell.replace(/[۰-۹٠-٩]/g, digit => String(digit.charCodeAt(0) & 15))
}
