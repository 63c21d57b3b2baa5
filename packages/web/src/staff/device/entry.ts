import { fromWire, type Statement, type WireMap } from '@countersign/election'
import { decode, type ReadEntry, readEntry } from '@countersign/record'
import { fromBase64 } from './base64.ts'

/** An entry that came in base64; undefined where it is none. */
export function entryIn(text: string): ReadEntry | undefined {
  const bytes = fromBase64(text)
  const read = bytes && readEntry(bytes)
  return read?.ok ? read.value : undefined
}

/** What a payload states; undefined for bytes that state nothing. */
export function statementIn(payload: Uint8Array): Statement | undefined {
  const map = decode(payload)
  if (!map.ok || !(map.value instanceof Map)) return undefined
  const statement = fromWire(map.value as WireMap)
  return statement.ok ? statement.value : undefined
}
