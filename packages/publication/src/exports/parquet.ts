import { parquetReadObjects } from 'hyparquet'
import { parquetWriteBuffer } from 'hyparquet-writer'
import type { Difference } from './difference.ts'
import type { Cell, Table } from './table.ts'

/**
 * A table as Parquet: texts as UTF-8, counts as 64-bit integers, what is not known as null. A figure can be as large
 * as 2^32 − 1, and a sum larger.
 */
export function parquetOf<Row>({ columns, rows }: Table<Row>): Uint8Array {
  const buffer = parquetWriteBuffer({
    createdBy: 'countersign',
    columnData: columns.map(({ name, type, of }) => ({
      name,
      data: rows.map(of) as (string | number)[],
      // Delta encoding takes plain numbers for 64-bit integers, and makes them small.
      ...(type === 'count'
        ? { type: 'INT64' as const, encoding: 'DELTA_BINARY_PACKED' as const }
        : { type: 'STRING' as const }),
    })),
  })
  return new Uint8Array(buffer)
}

/** Reads a table's Parquet back. Throws what `hyparquet` throws where it is none. */
export async function parquetDifference<Row>(
  { columns, rows }: Table<Row>,
  bytes: Uint8Array,
): Promise<Difference | undefined> {
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
  for (const { name, of } of columns) {
    const read = await parquetReadObjects({ file, columns: [name] })
    for (let i = 0; i < Math.max(read.length, rows.length); i++) {
      const said = plain(read[i]?.[name])
      const follows = i < rows.length ? of(rows[i]!) : null
      if (said !== follows || i >= rows.length) return { row: i + 1, column: name, said, follows }
    }
  }
  return undefined
}

function plain(value: unknown): Cell {
  if (typeof value === 'bigint') return Number(value)
  return typeof value === 'string' || typeof value === 'number' ? value : null
}
