import type { Wire } from '@countersign/election'
import { ok, type Result } from '@countersign/tlog'
import { type Code, refuseAs } from '../codes.ts'
import { longestText, textFault } from './text.ts'

/*
 *   a3              a map of three
 *     00 07         0: 7
 *     01 42 c0 de   1: two bytes
 *     05 63 c3 a9 7a  5: "éz"
 *
 * RFC 8949 §4.2.1 (core deterministic encoding), of which only unsigned integers, byte and text strings, arrays and
 * maps are used. There is exactly one encoding of a value, so that there is exactly one ID of a statement.
 */

/** Containers within containers, the outermost counted. */
export const deepest = 8

/**
 * The one value that `bytes` encode, read to the last byte. Byte strings are views of `bytes`: copy what must
 * outlive it. Refusals: the `cbor-…` codes, with the offset of the first byte that is wrong.
 */
export function decode(bytes: Uint8Array): Result<Wire> {
  const cursor: Cursor = { bytes, at: 0, fault: undefined, faultAt: 0 }
  const value = item(cursor, 1)
  if (value !== undefined && cursor.at < bytes.length) fault(cursor, 'cbor-trailing', cursor.at)
  return cursor.fault === undefined ? ok(value!) : refuseAs(cursor.fault, { offset: cursor.faultAt })
}

type Cursor = { readonly bytes: Uint8Array; at: number; fault: Code | undefined; faultAt: number }

function item(cursor: Cursor, depth: number): Wire | undefined {
  const start = cursor.at
  const head = cursor.bytes[start]
  if (head === undefined) return fault(cursor, 'cbor-truncated', start)
  const major = head >> 5
  if (major === 1 || major > 5) return fault(cursor, 'cbor-type', start)
  const argument = argumentOf(cursor, head & 31)
  if (argument < 0) return undefined
  if (major === 0) return argument
  // Every element takes a byte at least, so a length beyond the end is known before anything is allocated.
  if (argument > cursor.bytes.length - cursor.at) return fault(cursor, 'cbor-truncated', cursor.bytes.length)
  if (major === 2) return byteString(cursor, argument)
  if (major === 3) return text(cursor, argument)
  if (depth > deepest) return fault(cursor, 'cbor-depth', start)
  return major === 4 ? array(cursor, argument, depth) : map(cursor, argument, depth)
}

/** The argument of a head (RFC 8949 §3), or −1 where it is not in the shortest form or too large. */
function argumentOf(cursor: Cursor, low: number): number {
  const start = cursor.at++
  if (low < 24) return low
  if (low === 31) return refused(cursor, 'cbor-indefinite', start)
  if (low > 27) return refused(cursor, 'cbor-reserved', start)
  const width = 1 << (low - 24)
  const { bytes } = cursor
  if (cursor.at + width > bytes.length) return refused(cursor, 'cbor-truncated', bytes.length)
  let value = 0
  for (let end = cursor.at + width; cursor.at < end; cursor.at++) value = value * 256 + bytes[cursor.at]!
  if (value < smallest[low - 24]!) return refused(cursor, 'cbor-not-shortest', start)
  return value <= Number.MAX_SAFE_INTEGER ? value : refused(cursor, 'cbor-too-large', start)
}

/** The smallest argument that needs 1, 2, 4, 8 further bytes. */
const smallest = [24, 0x100, 0x1_0000, 0x1_0000_0000]

function byteString(cursor: Cursor, length: number): Uint8Array {
  const start = cursor.at
  cursor.at += length
  return cursor.bytes.subarray(start, cursor.at)
}

function array(cursor: Cursor, length: number, depth: number): Wire | undefined {
  const values: Wire[] = []
  for (let i = 0; i < length; i++) {
    const value = item(cursor, depth + 1)
    if (value === undefined) return undefined
    values.push(value)
  }
  return values
}

function map(cursor: Cursor, length: number, depth: number): Wire | undefined {
  const values = new Map<number, Wire>()
  let last = -1
  for (let i = 0; i < length; i++) {
    const start = cursor.at
    const head = cursor.bytes[start]
    if (head === undefined) return fault(cursor, 'cbor-truncated', start)
    if (head >> 5 !== 0) return fault(cursor, 'cbor-key-type', start)
    const key = argumentOf(cursor, head)
    if (key < 0) return undefined
    if (key <= last) return fault(cursor, key === last ? 'cbor-key-twice' : 'cbor-key-order', start)
    const value = item(cursor, depth + 1)
    if (value === undefined) return undefined
    values.set(key, value)
    last = key
  }
  return values
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function text(cursor: Cursor, length: number): string | undefined {
  const start = cursor.at
  if (length > longestText) return fault(cursor, 'cbor-text-long', start)
  cursor.at += length
  const plain = printableAscii(cursor.bytes, start, cursor.at)
  return plain ?? foreign(cursor, start)
}

/** Most texts are identifiers: this path spares them the decoder and the tests that only others can fail. */
function printableAscii(bytes: Uint8Array, start: number, end: number): string | undefined {
  const codes = new Array<number>(end - start)
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!
    if (byte < 0x20 || byte > 0x7e) return undefined
    codes[i - start] = byte
  }
  // Made at once: a string joined of letters keeps each of them in memory, thirty times its size.
  return String.fromCharCode.apply(null, codes)
}

function foreign(cursor: Cursor, start: number): string | undefined {
  let text: string
  try {
    text = utf8.decode(cursor.bytes.subarray(start, cursor.at))
  } catch {
    return fault(cursor, 'cbor-utf8', start)
  }
  const why = textFault(text)
  return why === undefined ? text : fault(cursor, why, start)
}

function fault(cursor: Cursor, code: Code, offset: number): undefined {
  cursor.fault = code
  cursor.faultAt = offset
}

function refused(cursor: Cursor, code: Code, offset: number): -1 {
  fault(cursor, code, offset)
  return -1
}
