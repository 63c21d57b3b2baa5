import { ok, type Result, type TileSource } from '@countersign/tlog'
import { refuseAs } from '../codes.ts'

/** What the record has at `path`; undefined where there is nothing. Refusal: `unreadable`, where its source failed. */
export async function readFile(source: TileSource, path: string): Promise<Result<Uint8Array | undefined>> {
  try {
    return ok(await source.read(path))
  } catch (why) {
    return refuseAs('unreadable', { path, reason: why instanceof Error ? why.message : String(why) })
  }
}
