import type { Wire } from '@countersign/election'
import { ok, type Result } from '@countersign/tlog'
import { type Code, refuseAs } from '../codes.ts'
import { deepest } from './decode.ts'
import { longestText, textFault } from './text.ts'

/**
 * The one encoding of a value (see `decode.ts`); the keys of a map may come in any order. Refusals: the `cbor-…`
 * codes, with the path of keys and positions to what cannot be encoded, such as `7/0`.
 */
export function encode(value: Wire): Result<Uint8Array<ArrayBuffer>> {
  const out: Output = { bytes: new Uint8Array(512), at: 0 }
  const fault = item(out, value, 1)
  if (fault) return refuseAs(fault.code, { path: fault.path.join('/') })
  return ok(out.bytes.slice(0, out.at))
}

type Output = { bytes: Uint8Array<ArrayBuffer>; at: number }
type Fault = { readonly code: Code; readonly path: number[] }

function item(out: Output, value: Wire, depth: number): Fault | undefined {
  if (typeof value === 'number') return unsigned(out, value)
  if (typeof value === 'string') return text(out, value)
  if (value instanceof Uint8Array) return byteString(out, value)
  if (depth > deepest) return fault('cbor-depth')
  return value instanceof Map ? map(out, value, depth) : array(out, value as readonly Wire[], depth)
}

function unsigned(out: Output, value: number): Fault | undefined {
  if (!Number.isSafeInteger(value) || value < 0) return fault(value > 0 ? 'cbor-too-large' : 'cbor-type')
  head(out, 0, value)
}

function byteString(out: Output, bytes: Uint8Array): undefined {
  head(out, 2, bytes.length)
  write(out, bytes)
}

function text(out: Output, value: string): Fault | undefined {
  if (value.length > longestText) return fault('cbor-text-long')
  return printableAscii(out, value) ? undefined : foreign(out, value)
}

/** The decoder's shortcut, the other way round: writes nothing that stays where another character turns up. */
function printableAscii(out: Output, value: string): boolean {
  const start = out.at
  head(out, 3, value.length)
  room(out, value.length)
  for (let i = 0; i < value.length; i++) {
    const unit = value.charCodeAt(i)
    if (unit < 0x20 || unit > 0x7e) {
      out.at = start
      return false
    }
    out.bytes[out.at++] = unit
  }
  return true
}

const utf8 = new TextEncoder()

function foreign(out: Output, value: string): Fault | undefined {
  const why = textFault(value)
  if (why !== undefined) return fault(why)
  const bytes = utf8.encode(value)
  if (bytes.length > longestText) return fault('cbor-text-long')
  head(out, 3, bytes.length)
  write(out, bytes)
}

function array(out: Output, values: readonly Wire[], depth: number): Fault | undefined {
  head(out, 4, values.length)
  for (let i = 0; i < values.length; i++) {
    const why = item(out, values[i]!, depth + 1)
    if (why) return within(why, i)
  }
}

function map(out: Output, values: ReadonlyMap<number, Wire>, depth: number): Fault | undefined {
  head(out, 5, values.size)
  for (const [key, value] of ascending(values)) {
    const why = unsigned(out, key) ?? item(out, value, depth + 1)
    if (why) return within(why, key)
  }
}

function ascending(values: ReadonlyMap<number, Wire>): Iterable<readonly [number, Wire]> {
  let last = -1
  for (const key of values.keys()) {
    if (key < last) return [...values].sort(([a], [b]) => a - b)
    last = key
  }
  return values
}

function head(out: Output, major: number, argument: number): void {
  room(out, 9)
  const type = major << 5
  if (argument < 24) out.bytes[out.at++] = type | argument
  else if (argument < 0x100) bigEndian(out, type | 24, argument, 1)
  else if (argument < 0x1_0000) bigEndian(out, type | 25, argument, 2)
  else if (argument < 0x1_0000_0000) bigEndian(out, type | 26, argument, 4)
  else bigEndian(out, type | 27, argument, 8)
}

function bigEndian(out: Output, first: number, argument: number, width: number): void {
  out.bytes[out.at] = first
  let rest = argument
  for (let i = width; i > 0; i--) {
    out.bytes[out.at + i] = rest % 256
    rest = Math.floor(rest / 256)
  }
  out.at += 1 + width
}

function write(out: Output, bytes: Uint8Array): void {
  room(out, bytes.length)
  out.bytes.set(bytes, out.at)
  out.at += bytes.length
}

function room(out: Output, more: number): void {
  if (out.at + more <= out.bytes.length) return
  const wider = new Uint8Array(Math.max(out.bytes.length * 2, out.at + more))
  wider.set(out.bytes)
  out.bytes = wider
}

const fault = (code: Code): Fault => ({ code, path: [] })

function within(why: Fault, step: number): Fault {
  why.path.unshift(step)
  return why
}
