import type { Refusal, Statement } from '@countersign/election'
import { encodeEnvelope, payloadOf } from '@countersign/record'
import { type Identity, signWith } from './identity.ts'
import { post } from './outbox.ts'

/** Signs a statement with this device's key and hands it to the outbox. Gives why it could not be. */
export async function sayStatement(identity: Identity, statement: Statement): Promise<Refusal | undefined> {
  const payload = payloadOf(statement)
  if (!payload.ok) return plain(payload.refusal)
  return sayPayload(identity, payload.value)
}

/** The same of a statement's bytes. */
export async function sayPayload(identity: Identity, payload: Uint8Array): Promise<Refusal | undefined> {
  const entry = encodeEnvelope({ payload, signatures: [await signWith(identity, payload)] })
  if (!entry.ok) return plain(entry.refusal)
  const put = await post(entry.value)
  return put.ok ? undefined : plain(put.refusal)
}

function plain({ code, message }: { readonly code: string; readonly message: string }): Refusal {
  return { code, message }
}
