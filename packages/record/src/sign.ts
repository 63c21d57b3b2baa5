import { type Statement, toWire } from '@countersign/election'
import { ok, type Result, type SigningKey } from '@countersign/tlog'
import { encode } from './cbor/encode.ts'
import { refuseAs } from './codes.ts'
import {
  decodeEnvelope,
  type Envelope,
  encodeEnvelope,
  kidOf,
  type Signature,
  signedBytes,
  statementId,
} from './envelope.ts'

/** The bytes that are signed and hashed for a statement. Refusals: the `cbor-…` codes, with the field's path. */
export function payloadOf(statement: Statement): Result<Uint8Array> {
  return encode(toWire(statement))
}

/** A statement signed by one or more keys, ready for the log. Refusals: those of `payloadOf` and `encodeEnvelope`. */
export async function sign(statement: Statement, keys: readonly SigningKey[]): Promise<Result<Uint8Array>> {
  const payload = payloadOf(statement)
  if (!payload.ok) return payload
  return encodeEnvelope({ payload: payload.value, signatures: await signPayload(payload.value, keys) })
}

/** The signatures alone, as an official's device returns them. */
export function signPayload(payload: Uint8Array, keys: readonly SigningKey[]): Promise<Signature[]> {
  return Promise.all(
    keys.map(async key => {
      const kid = kidOf(key.publicKey)
      return { kid, signature: await key.sign(signedBytes(payload, kid)) }
    }),
  )
}

/**
 * One entry with the signatures of several entries of the same statement; of two signatures by one key the first
 * stays. Refusals: `other-statement`, and those of the envelope (more than 64 signers: send the rest by itself).
 */
export function merge(entries: readonly Uint8Array[]): Result<Uint8Array> {
  const signatures = new Map<string, Signature>()
  let first: Envelope | undefined
  for (const entry of entries) {
    const envelope = decodeEnvelope(entry)
    if (!envelope.ok) return envelope
    first ??= envelope.value
    if (statementId(envelope.value.payload) !== statementId(first.payload)) return refuseAs('other-statement')
    for (const signature of envelope.value.signatures) {
      if (!signatures.has(signature.kid)) signatures.set(signature.kid, signature)
    }
  }
  if (!first) return refuseAs('envelope-signers')
  return encodeEnvelope({ payload: first.payload, signatures: [...signatures.values()] })
}

/**
 * What a relay sends: the entry without the signatures that the record already has (`recorded`: key IDs).
 * Refusals: `nothing-new`, and those of the envelope.
 */
export function withoutRecorded(entry: Uint8Array, recorded: ReadonlySet<string>): Result<Uint8Array> {
  const envelope = decodeEnvelope(entry)
  if (!envelope.ok) return envelope
  const { payload, signatures } = envelope.value
  const fresh = signatures.filter(({ kid }) => !recorded.has(kid))
  if (fresh.length === 0) return refuseAs('nothing-new')
  return fresh.length === signatures.length ? ok(entry) : encodeEnvelope({ payload, signatures: fresh })
}
