import { kinds, toHex, type WireMap } from '@countersign/election'
import { decode } from './cbor/decode.ts'
import { decodeEnvelope } from './envelope.ts'

/** What election says of a field; enough of it to name the fields within. */
type Fields = Readonly<Record<string, { readonly key: number; readonly type: { readonly parts?: Fields } }>>

/**
 * An admissible entry in hexadecimal, a line for each of its parts, with what it is. For people who write another
 * program, and for those who want to see that there is nothing else in it.
 */
export function annotated(entry: Uint8Array): string[] {
  const envelope = decodeEnvelope(entry)
  if (!envelope.ok) throw new Error(envelope.refusal.message)
  const { payload, signatures } = envelope.value
  const payloadAt = payload.byteOffset - entry.byteOffset
  const payloadEnd = payloadAt + payload.length
  const signersAt = payloadEnd + (signatures.length < 24 ? 1 : 2)
  const lines: Line[] = [
    { bytes: entry.subarray(0, 3), depth: 0, says: 'tag 98, COSE_Sign: a list of four' },
    { bytes: entry.subarray(3, 5), depth: 1, says: 'no headers for the whole body' },
    { bytes: entry.subarray(5, payloadAt), depth: 1, says: `the payload: ${payload.length} bytes` },
    ...payloadLines(payload),
    { bytes: entry.subarray(payloadEnd, signersAt), depth: 1, says: `${signatures.length} to sign it` },
    ...signatures.flatMap((_, i) => signerLines(entry.subarray(signersAt + i * signerLength))),
  ]
  return lines.map(text)
}

type Line = { readonly bytes: Uint8Array; readonly depth: number; readonly says: string }

const signerLength = 82

function signerLines(signer: Uint8Array): Line[] {
  return [
    { bytes: signer.subarray(0, 2), depth: 2, says: 'a list of three; the protected header: 13 bytes' },
    { bytes: signer.subarray(2, 5), depth: 3, says: '1 (alg): −19, Ed25519' },
    {
      bytes: signer.subarray(5, 15),
      depth: 3,
      says: '4 (kid): the first 8 bytes of SHA-256 of the public key',
    },
    { bytes: signer.subarray(15, 16), depth: 3, says: 'no unprotected header' },
    { bytes: signer.subarray(16, signerLength), depth: 3, says: 'the signature' },
  ]
}

function payloadLines(payload: Uint8Array): Line[] {
  const map = decode(payload)
  if (!map.ok) throw new Error(map.refusal.message)
  const kind = kinds.find(({ number }) => number === (map.value as WireMap).get(0))!
  const lines: Line[] = []
  valueLines(payload, 0, 2, kind.name, { ...common, ...kind.fields } as Fields, lines)
  return lines
}

const common: Fields = {
  kind: { key: 0, type: {} },
  definition: { key: 1, type: {} },
  round: { key: 2, type: {} },
}

/** Adds the lines of the value at `at`; gives the offset after it. The payload is known to be well-formed. */
function valueLines(
  bytes: Uint8Array,
  at: number,
  depth: number,
  name: string,
  fields: Fields | undefined,
  lines: Line[],
): number {
  const { major, argument, end } = headAt(bytes, at)
  if (major < 4) {
    const last = major === 0 ? end : end + argument
    lines.push({ bytes: bytes.subarray(at, last), depth, says: `${name}${scalar(bytes, at, last)}` })
    return last
  }
  const what = major === 4 ? 'a list of' : 'a map of'
  lines.push({ bytes: bytes.subarray(at, end), depth, says: `${name}: ${what} ${argument}` })
  let next = end
  for (let i = 0; i < argument; i++) {
    if (major === 4) {
      next = valueLines(bytes, next, depth + 1, `${i + 1}`, fields, lines)
      continue
    }
    const key = headAt(bytes, next)
    const [field, { type }] = named(fields, key.argument)
    lines.push({ bytes: bytes.subarray(next, key.end), depth: depth + 1, says: `key ${key.argument}` })
    next = valueLines(bytes, key.end, depth + 2, field, type.parts, lines)
  }
  return next
}

function named(
  fields: Fields = {},
  key: number,
): readonly [string, { readonly type: { readonly parts?: Fields } }] {
  const found = Object.entries(fields).find(([, field]) => field.key === key)
  return found ?? [`${key}`, { type: {} }]
}

function scalar(bytes: Uint8Array, at: number, end: number): string {
  const value = decode(bytes.subarray(at, end))
  if (!value.ok) throw new Error(value.refusal.message)
  if (typeof value.value === 'number') return `: ${value.value}`
  return typeof value.value === 'string' ? `: “${value.value}”` : ''
}

function headAt(bytes: Uint8Array, at: number): { major: number; argument: number; end: number } {
  const low = bytes[at]! & 31
  const width = low < 24 ? 0 : 1 << (low - 24)
  let argument = width === 0 ? low : 0
  for (let i = 1; i <= width; i++) argument = argument * 256 + bytes[at + i]!
  return { major: bytes[at]! >> 5, argument, end: at + 1 + width }
}

/** How many bytes a line shows before it says that there are more of the same value. */
const shown = 12

function text({ bytes, depth, says }: Line): string {
  const head = toHex(bytes.subarray(0, shown)).replace(/../g, '$& ').trimEnd()
  const hex = '  '.repeat(depth) + (bytes.length > shown ? `${head} …` : head)
  return `${hex.padEnd(50)}${says}`
}
