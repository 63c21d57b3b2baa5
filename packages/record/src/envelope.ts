import { fromHex, toHex } from '@countersign/election'
import { ok, type Result, sha256 } from '@countersign/tlog'
import { type Code, refuseAs } from './codes.ts'

/*
 *   d8 62 84            COSE_Sign (RFC 9052 §4.1): tag 98, an array of four
 *     40 a0             body headers: none
 *     58 2a …           the payload: one statement
 *     81                one signer
 *       83              an array of three
 *         4d a2 01 32 04 48 <8 bytes>   protected: alg −19 (Ed25519, RFC 9864), kid
 *         a0                            unprotected: none
 *         58 40 <64 bytes>              the signature
 *
 * Nothing else is accepted: an envelope has one encoding, so that two entries differ only where they say different
 * things.
 */

/** One signature of a statement: the signer's key ID in hex, and the 64 bytes of Ed25519. */
export type Signature = { readonly kid: string; readonly signature: Uint8Array }

/** What an entry of the log holds: a statement's bytes and at least one signature, ascending by key ID. */
export type Envelope = { readonly payload: Uint8Array; readonly signatures: readonly Signature[] }

/** An entry bundle states an entry's length in 16 bits (C2SP tlog-tiles). */
export const longestEntry = 0xffff
export const mostSigners = 64

const opening = Uint8Array.of(0xd8, 0x62, 0x84, 0x40, 0xa0)
const beforeKid = Uint8Array.of(0x83, 0x4d, 0xa2, 0x01, 0x32, 0x04, 0x48)
const afterKid = Uint8Array.of(0xa0, 0x58, 0x40)
const kidLength = 8
const signatureAt = beforeKid.length + kidLength + afterKid.length
const signerLength = signatureAt + 64

/**
 * Reads an entry. Payload and signatures are views of `entry`; the payload itself is not looked into.
 * Refusals: `entry-too-long` and the `envelope-…` codes, with the offset of the first byte that is wrong.
 */
export function decodeEnvelope(entry: Uint8Array): Result<Envelope> {
  if (entry.length > longestEntry) return refuseAs('entry-too-long')
  if (!has(entry, 0, opening)) return refuseAs('envelope-head', { offset: 0 })

  const payload = lengthAt(entry, opening.length, 2)
  if (!payload || payload.end + payload.value > entry.length) {
    return refuseAs('envelope-payload', { offset: opening.length })
  }
  const payloadEnd = payload.end + payload.value

  const count = lengthAt(entry, payloadEnd, 4)
  if (!count || count.value < 1 || count.value > mostSigners) {
    return refuseAs('envelope-signers', { offset: payloadEnd })
  }
  const end = count.end + count.value * signerLength
  if (entry.length < end) return refuseAs('envelope-truncated', { offset: entry.length })
  if (entry.length > end) return refuseAs('envelope-trailing', { offset: end })

  const signatures: Signature[] = []
  for (let at = count.end; at < end; at += signerLength) {
    const signature = signatureFrom(entry, at)
    if (!signature) return refuseAs('envelope-signer', { offset: at })
    const fault = orderFault(signatures.at(-1), signature)
    if (fault) return refuseAs(fault, { offset: at })
    signatures.push(signature)
  }
  return ok({ payload: entry.subarray(payload.end, payloadEnd), signatures })
}

/**
 * The entry for a statement and its signatures, which may come in any order.
 * Refusals: `envelope-signers`, `envelope-signer-twice`, `entry-too-long`.
 */
export function encodeEnvelope({ payload, signatures }: Envelope): Result<Uint8Array> {
  if (signatures.length < 1 || signatures.length > mostSigners) return refuseAs('envelope-signers')
  const sorted = [...signatures].sort((a, b) => (a.kid < b.kid ? -1 : 1))
  for (let i = 1; i < sorted.length; i++) {
    if (orderFault(sorted[i - 1], sorted[i]!))
      return refuseAs('envelope-signer-twice', { kid: sorted[i]!.kid })
  }
  const length =
    opening.length + lengthWithHead(payload) + headLength(sorted.length) + sorted.length * signerLength
  if (length > longestEntry) return refuseAs('entry-too-long')
  const entry = new Uint8Array(length)
  let at = put(entry, 0, opening)
  at = putString(entry, at, payload)
  at = putHead(entry, at, 4, sorted.length)
  for (const { kid, signature } of sorted) {
    at = put(entry, at, beforeKid)
    at = put(entry, at, fromHex(kid))
    at = put(entry, at, afterKid)
    at = put(entry, at, signature)
  }
  return ok(entry)
}

/** The statement's ID: SHA-256 of its bytes, in hex. The ID, not the entry, is the statement. */
export function statementId(payload: Uint8Array): string {
  return toHex(sha256(payload))
}

/** The ID of a key, in hex: the first 8 bytes of the SHA-256 of its 32 bytes. */
export function kidOf(publicKey: Uint8Array): string {
  return toHex(sha256(publicKey).subarray(0, kidLength))
}

/** What the key `kid` signs for this payload; the context keeps a signature from being used anywhere else. */
export function signedBytes(payload: Uint8Array, kid: string): Uint8Array {
  const header = new Uint8Array(beforeHeader.length + kidLength)
  put(header, put(header, 0, beforeHeader), fromHex(kid))
  return sigStructure(header, context, payload)
}

/** The protected header of a signer up to its key ID, without the length that an envelope puts before it. */
const beforeHeader = beforeKid.subarray(2)
const context = new TextEncoder().encode('countersign/v1')

/**
 * `["Signature", h'', header, external, payload]` (RFC 9052 §4.4, Sig_structure with an empty body header). The
 * signer's protected header and the external data are given without their lengths.
 */
export function sigStructure(header: Uint8Array, external: Uint8Array, payload: Uint8Array): Uint8Array {
  const length =
    structureOpening.length + lengthWithHead(header) + lengthWithHead(external) + lengthWithHead(payload)
  const structure = new Uint8Array(length)
  let at = put(structure, 0, structureOpening)
  at = putString(structure, at, header)
  at = putString(structure, at, external)
  putString(structure, at, payload)
  return structure
}

const structureOpening = new TextEncoder().encode('..Signature.')
structureOpening.set([0x85, 0x69])
structureOpening[structureOpening.length - 1] = 0x40

/** Where the key's ID stands in what it signs: all else there is the same for every signer of a payload. */
export const kidAt = structureOpening.length + 1 + beforeHeader.length

function signatureFrom(entry: Uint8Array, at: number): Signature | undefined {
  const kidAt = at + beforeKid.length
  if (!has(entry, at, beforeKid) || !has(entry, kidAt + kidLength, afterKid)) return undefined
  return {
    kid: toHex(entry.subarray(kidAt, kidAt + kidLength)),
    signature: entry.subarray(at + signatureAt, at + signerLength),
  }
}

function orderFault(before: Signature | undefined, signature: Signature): Code | undefined {
  if (before === undefined || before.kid < signature.kid) return undefined
  return before.kid === signature.kid ? 'envelope-signer-twice' : 'envelope-order'
}

function has(bytes: Uint8Array, at: number, part: Uint8Array): boolean {
  for (let i = 0; i < part.length; i++) if (bytes[at + i] !== part[i]) return false
  return true
}

/** Heads of strings and arrays of at most 65,535: an entry never needs more. */
function headLength(length: number): number {
  return length < 24 ? 1 : length < 0x100 ? 2 : 3
}

function lengthWithHead({ length }: Uint8Array): number {
  return headLength(length) + length
}

/** Each `put` gives the offset after what it wrote. */
function put(to: Uint8Array, at: number, bytes: Uint8Array): number {
  to.set(bytes, at)
  return at + bytes.length
}

function putString(to: Uint8Array, at: number, bytes: Uint8Array): number {
  return put(to, putHead(to, at, 2, bytes.length), bytes)
}

function putHead(to: Uint8Array, at: number, major: number, length: number): number {
  const type = major << 5
  if (length < 24) to[at] = type | length
  else if (length < 0x100) to.set([type | 24, length], at)
  else to.set([type | 25, length >> 8, length & 0xff], at)
  return at + headLength(length)
}

/** Reads what `putHead` writes, in that form only. */
function lengthAt(bytes: Uint8Array, at: number, major: number): { value: number; end: number } | undefined {
  const first = bytes[at]
  if (first === undefined || first >> 5 !== major) return undefined
  const low = first & 31
  if (low < 24) return { value: low, end: at + 1 }
  const value = low === 24 ? bytes[at + 1]! : low === 25 ? bytes[at + 1]! * 256 + bytes[at + 2]! : Number.NaN
  const shortest = low === 24 ? value >= 24 : value >= 0x100
  return shortest ? { value, end: at + (low === 24 ? 2 : 3) } : undefined
}
