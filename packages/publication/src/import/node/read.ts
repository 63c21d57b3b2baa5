import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { parse } from 'csv-parse'
import type { TableMap } from '../map.ts'
import type { Numbers } from '../numbers.ts'
import { type Table, tableReader } from '../table.ts'

/** A table and the SHA-256 of the file that it was read from, as it lies there (hexadecimal). */
export interface TableFile extends Table {
  readonly digest: string
}

/**
 * Reads a table from a CSV file, gzipped or not (its first bytes decide, not its name), in one pass.
 * A file that cannot be opened throws as `node:fs` does; what is wrong inside is in `problems`.
 */
export async function readTable(path: string, map: TableMap, numbers: Numbers): Promise<TableFile> {
  const reader = tableReader(map, numbers)
  const digest = createHash('sha256')
  const seen = new Transform({
    transform(chunk, _encoding, done) {
      digest.update(chunk)
      done(null, chunk)
    },
  })
  const unzip = (await isGzip(path)) ? [createGunzip()] : []
  let end = 0
  const rows = parse({
    bom: true,
    relax_column_count: true,
    skip_records_with_error: true,
    // Called in the order of the file, which the parser's events are not.
    on_record(cells: string[], { lines }) {
      // A quoted cell may hold line breaks: a row is named by its first line.
      const line = end + 1
      end = lines
      if (line === 1) reader.header(cells)
      else reader.row(line, cells)
    },
    on_skip(error) {
      reader.unreadable(end + 1, error?.message ?? '')
      end = Number(error?.lines ?? end)
    },
  }).resume()
  try {
    await pipeline([createReadStream(path), seen, ...unzip, rows])
  } catch (error) {
    if (!(error instanceof Error) || !isTorn(error)) throw error
    reader.unreadable(end + 1, error.message)
  }
  return { ...reader.table(), digest: digest.digest('hex') }
}

async function isGzip(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(2), 0, 2, 0)
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b
  } finally {
    await file.close()
  }
}

/** A gzip cut short or spoilt, or a quotation mark that never closes: the file's fault, not the disk's. */
function isTorn(error: Error): boolean {
  const code = (error as { code?: string }).code ?? ''
  return code.startsWith('Z_') || code.startsWith('CSV_')
}
