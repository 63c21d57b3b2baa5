import { parquetReadObjects } from 'hyparquet'
import { ByteWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer'
import type { Difference } from './difference.ts'
import type { Part } from './part.ts'
import { type Cell, type Column, rowsOf, type Table } from './table.ts'

/** Rows in a group: readers skip groups, and a writer holds one in memory. */
const rowsInGroup = 5_000

/**
 * A table as Parquet: texts as UTF-8, counts as 64-bit integers, what is not known as null. A figure can be as large
 * as 2^32 − 1, and a sum larger.
 */
export function* parquetOf<Row>(table: Table<Row>): Generator<Part> {
  const { columns } = table
  const schema = schemaFromColumnData({ columnData: columns.map(column => columnData(column, [])) })
  const writer = new ByteWriter()
  const file = new ParquetWriter({ writer, schema, createdBy: 'countersign' })
  for (const rows of groupsOf(table)) {
    const data = columns.map(column => withoutType(columnData(column, rows)))
    file.write({ columnData: data, rowGroupSize: rowsInGroup })
    yield taken(writer)
  }
  file.finish()
  yield taken(writer)
}

/** What has been written since it was taken last. The writer goes on counting from the file's beginning. */
function taken(writer: ByteWriter): Part {
  const bytes = writer.getBytes().slice()
  writer.index = 0
  return { bytes: () => bytes }
}

function* groupsOf<Row>(table: Table<Row>): Generator<readonly Row[]> {
  let group: Row[] = []
  for (const row of rowsOf(table)) {
    group.push(row)
    if (group.length < rowsInGroup) continue
    yield group
    group = []
  }
  if (group.length > 0) yield group
}

function columnData<Row>({ name, type, of }: Column<Row>, rows: readonly Row[]) {
  const data = rows.map(of) as (string | number)[]
  // Delta encoding takes plain numbers for 64-bit integers, and makes them small.
  return type === 'count'
    ? { name, data, type: 'INT64' as const, encoding: 'DELTA_BINARY_PACKED' as const }
    : { name, data, type: 'STRING' as const }
}

/** The types are in the schema, and are not said twice. */
function withoutType<D extends { readonly type: unknown }>({ type: _, ...rest }: D) {
  return rest
}

/** Reads a table's Parquet back. Throws what `hyparquet` throws where it is none. */
export async function parquetDifference<Row>(
  table: Table<Row>,
  bytes: Uint8Array,
): Promise<Difference | undefined> {
  const { columns, count } = table
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
  for (const { name, of } of columns) {
    const read = await parquetReadObjects({ file, columns: [name] })
    let i = 0
    for (const row of rowsOf(table)) {
      const said = plain(read[i]?.[name])
      const follows = of(row)
      if (said !== follows) return { row: i + 1, column: name, said, follows }
      i++
    }
    if (read.length > count)
      return { row: count + 1, column: name, said: plain(read[count]![name]), follows: null }
  }
  return undefined
}

function plain(value: unknown): Cell {
  if (typeof value === 'bigint') return Number(value)
  return typeof value === 'string' || typeof value === 'number' ? value : null
}
