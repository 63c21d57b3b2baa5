import { parse } from 'csv-parse/sync'
import type { Difference } from './difference.ts'
import type { Cell, Table } from './table.ts'

/** A table as CSV (RFC 4180, lines ended by `\n`, UTF-8): what is not known is an empty cell. */
export function* csvOf<Row>({ columns, rows }: Table<Row>): Generator<string> {
  yield csvLine(columns.map(({ name }) => name))
  for (const row of rows) {
    let line = ''
    for (let i = 0; i < columns.length; i++) line += (i === 0 ? '' : ',') + csvCell(columns[i]!.of(row))
    yield `${line}\n`
  }
}

export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\n`
}

function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  // An empty text would read as nothing known.
  return cell === '' || /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** Reads a table's CSV back. Throws what `csv-parse` throws where it is none. */
export function csvDifference<Row>({ columns, rows }: Table<Row>, bytes: Uint8Array): Difference | undefined {
  const lines: readonly (readonly string[])[] = parse(bytes, { relaxColumnCount: true })
  for (let row = 0; row < Math.max(lines.length, rows.length + 1); row++)
    for (let i = 0; i < columns.length; i++) {
      const { name, of } = columns[i]!
      const follows = row === 0 ? name : row > rows.length ? null : of(rows[row - 1]!)
      const said = lines[row]?.[i] ?? ''
      if (said !== (follows === null ? '' : String(follows))) return { row, column: name, said, follows }
    }
  return undefined
}
