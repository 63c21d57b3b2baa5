import { fileURLToPath } from 'node:url'
import { fromHttp, type TileSource } from '@countersign/tlog'
import { fromFiles } from '@countersign/tlog/node'

/** A record's files: in a folder, or on any web server (`http:`, `https:`, `file:`). */
export function sourceOf(where: string): TileSource {
  if (/^https?:/i.test(where)) return fromHttp(where)
  return fromFiles(/^file:/i.test(where) ? fileURLToPath(where) : where)
}
