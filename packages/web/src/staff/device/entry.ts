import { type ReadEntry, readEntry } from '@countersign/record'
import { fromBase64 } from './base64.ts'

/** An entry that came in base64; undefined where it is none. */
export function entryIn(text: string): ReadEntry | undefined {
  const bytes = fromBase64(text)
  const read = bytes && readEntry(bytes)
  return read?.ok ? read.value : undefined
}
