import { fromHex, type Refusal } from '@countersign/election'
import { encodeEnvelope, type Signature, signedBytes } from '@countersign/record'
import { ed25519 } from '@countersign/tlog'
import { type Kept, markSent } from '../device/kept.ts'
import { post } from '../device/outbox.ts'
import type { Pack } from './pack.ts'

/** The signatures that verify under a key of someone who acts at this box. */
export async function verified(
  payload: Uint8Array,
  signatures: readonly Signature[],
  { keys }: Pack,
): Promise<readonly Signature[]> {
  const good = await Promise.all(
    signatures.map(async ({ kid, signature }) => {
      const person = keys.find(key => key.kid === kid)
      return (
        person !== undefined &&
        (await ed25519.verify(fromHex(person.publicKey), signedBytes(payload, kid), signature))
      )
    }),
  )
  return signatures.filter((_, i) => good[i])
}

/** Whether the leader has signed, and somebody of another side: the least that gives a box's statements force. */
export function hasForce(signatures: readonly Signature[], { keys }: Pack): boolean {
  const signers = signatures.flatMap(({ kid }) => keys.filter(key => key.kid === kid))
  const sides = new Set(signers.map(({ side }) => side))
  return signers.some(({ role }) => role === 'leader') && sides.size > 1
}

/** Hands a statement to the outbox with the signatures that were not sent before. */
export async function sendKept(kept: Kept): Promise<Refusal | undefined> {
  const fresh = kept.signatures.slice(kept.sentWith ?? 0)
  if (fresh.length === 0) return undefined
  const entry = encodeEnvelope({ payload: kept.payload, signatures: fresh })
  const posted = entry.ok ? await post(entry.value) : entry
  if (!posted.ok) return { code: posted.refusal.code, message: posted.refusal.message }
  await markSent(kept.id, kept.signatures.length)
  return undefined
}
