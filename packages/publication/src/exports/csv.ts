import { parse } from '#csv'
import type { Difference } from './difference.ts'
import { type Part, textPart } from './part.ts'
import { type Cell, rowsOf, type Table } from './table.ts'

/** A table as CSV (RFC 4180, lines ended by `\n`, UTF-8): what is not known is an empty cell. */
export function* csvOf<Row>({ columns, blocks }: Table<Row>): Generator<Part> {
  yield textPart(() => csvLine(columns.map(({ name }) => name)))
  const lineOf = (row: Row) => {
    let line = ''
    for (let i = 0; i < columns.length; i++) line += (i === 0 ? '' : ',') + csvCell(columns[i]!.of(row))
    return `${line}\n`
  }
  for (const { from, rows } of blocks) yield textPart(() => rows().map(lineOf).join(''), from)
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
export function csvDifference<Row>(table: Table<Row>, bytes: Uint8Array): Difference | undefined {
  const { columns, count } = table
  const lines: readonly (readonly string[])[] = parse(bytes, { relaxColumnCount: true })
  const difference = (row: number, follows: (column: number) => Cell) => {
    for (let i = 0; i < columns.length; i++) {
      const expected = follows(i)
      const said = lines[row]?.[i] ?? ''
      if (said !== (expected === null ? '' : String(expected)))
        return { row, column: columns[i]!.name, said, follows: expected }
    }
    return undefined
  }
  const inHeader = difference(0, i => columns[i]!.name)
  if (inHeader) return inHeader
  let row = 0
  for (const each of rowsOf(table)) {
    const found = difference(++row, i => columns[i]!.of(each))
    if (found) return found
  }
  const extra = lines[count + 1]
  return extra && { row: count + 1, column: columns[0]!.name, said: extra[0] ?? '', follows: null }
}
