import { fromHex } from '@countersign/election'
import { joinBytes, ok, type Result } from '@countersign/tlog'
import { decodeEnvelope, encodeEnvelope, type Signature, statementId } from '../envelope.ts'
import { bytesOfSignature, type CodePart, type CodeSort, mostBytes, shortId, textOfCode } from './code.ts'

/**
 * The texts of the codes that carry an entry, to be printed or shown: the statement with as many signatures as fit
 * beside it, then the other signatures. The longest entry takes 93 codes; a form with 18 signatures three.
 * Refusals: those of the envelope.
 */
export function codesOf(entry: Uint8Array): Result<readonly string[]> {
  const envelope = decodeEnvelope(entry)
  if (!envelope.ok) return envelope
  const { payload, signatures } = envelope.value
  const first = opening(payload, signatures)
  const rest = signatures.slice(first.signatures).map(bytesOf)
  return ok(
    textsOf(statementId(payload), [
      ...chunksOf(first.bytes).map(data => ({ sort: 'F' as const, data })),
      ...inEqualGroups(rest, Math.floor(mostBytes / bytesOfSignature)).map(group => ({
        sort: 'S' as const,
        data: joinBytes(...group),
      })),
    ]),
  )
}

/** The texts of the codes that ask for a signature: the payload alone. One, for any form of usual length. */
export function payloadCode(payload: Uint8Array): readonly string[] {
  return textsOf(
    statementId(payload),
    chunksOf(payload).map(data => ({ sort: 'Q' as const, data })),
  )
}

/** The text of the code that brings a signature back. @param id the statement's ID, in hex */
export function signatureCode({ id, kid, signature }: Signature & { readonly id: string }): string {
  return textsOf(id, [{ sort: 'R', data: bytesOf({ kid, signature }) }])[0]!
}

/** The entry's bytes with as many signatures as the codes have room for that its statement needs anyway. */
function opening(payload: Uint8Array, signatures: readonly Signature[]) {
  const withFirst = (count: number) => {
    const entry = encodeEnvelope({ payload, signatures: signatures.slice(0, count) })
    if (!entry.ok) throw new Error('a part of an envelope is one')
    return entry.value
  }
  let bytes = withFirst(1)
  let count = 1
  const room = Math.ceil(bytes.length / mostBytes) * mostBytes
  while (count < signatures.length) {
    const longer = withFirst(count + 1)
    if (longer.length > room) break
    bytes = longer
    count++
  }
  return { bytes, signatures: count }
}

function textsOf(
  id: string,
  carried: readonly { readonly sort: CodeSort; readonly data: Uint8Array }[],
): readonly string[] {
  return carried
    .map(({ sort, data }, i): CodePart => ({ sort, part: i + 1, of: carried.length, id: shortId(id), data }))
    .map(textOfCode)
}

function bytesOf({ kid, signature }: Signature): Uint8Array {
  return joinBytes(fromHex(kid), signature)
}

/** Pieces of nearly the same length: two middling codes are read more easily than a large and a small one. */
function chunksOf(bytes: Uint8Array): readonly Uint8Array[] {
  const count = Math.ceil(bytes.length / mostBytes)
  const length = Math.ceil(bytes.length / count)
  return Array.from({ length: count }, (_, i) => bytes.subarray(i * length, (i + 1) * length))
}

function inEqualGroups<T>(things: readonly T[], most: number): readonly (readonly T[])[] {
  const count = Math.ceil(things.length / most)
  const size = Math.ceil(things.length / count)
  return Array.from({ length: count }, (_, i) => things.slice(i * size, (i + 1) * size))
}
