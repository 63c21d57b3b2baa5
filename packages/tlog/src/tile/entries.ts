/**
 * A bundle of entries, C2SP tlog-tiles: each entry preceded by its length in two bytes, big-endian.
 *
 *     00 05  68 65 6c 6c 6f  00 00          “hello”, then an empty entry
 *
 * A bundle may be served compressed; whoever reads it undoes that first.
 */
import { ok, type Result, refuse } from '../result.ts'

/** The longest entry, in bytes. */
export const maxEntrySize = 65_535

/** The bundle of `entries`, each at most 65,535 bytes. */
export function encodeEntries(entries: readonly Uint8Array[]): Uint8Array {
  const bundle = new Uint8Array(entries.reduce((length, entry) => length + 2 + entry.length, 0))
  let at = 0
  for (const entry of entries) {
    if (entry.length > maxEntrySize) throw new Error(`an entry is at most ${maxEntrySize} bytes`)
    bundle[at] = entry.length >> 8
    bundle[at + 1] = entry.length
    bundle.set(entry, at + 2)
    at += 2 + entry.length
  }
  return bundle
}

/** The entries of a bundle, as views into it, or `truncated-bundle` with the number of the entry cut short. */
export function decodeEntries(bundle: Uint8Array): Result<Uint8Array[]> {
  const entries: Uint8Array[] = []
  for (let at = 0; at < bundle.length; ) {
    const start = at + 2
    const end = start + (bundle[at]! << 8) + (bundle[at + 1] ?? 0)
    if (start > bundle.length || end > bundle.length)
      return refuse('truncated-bundle', `Entry ${entries.length} of the bundle is cut short.`, {
        entry: entries.length,
      })
    entries.push(bundle.subarray(start, end))
    at = end
  }
  return ok(entries)
}
