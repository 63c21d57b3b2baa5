import { parseCheckpoint, type SignedCheckpoint } from './checkpoint.ts'
import { cosignatureTime, cosignatureVerifier } from './cosignature.ts'
import type { Ed25519 } from './ed25519/ed25519.ts'
import { formatVkey, type VerifierKey } from './note/key.ts'
import { openNote, parseNote, type Verifier } from './note/note.ts'
import { noteVerifier } from './note/signature.ts'
import { meetsQuorum, type Policy } from './policy.ts'
import { ok, type Result, refuse } from './result.ts'

/** A checkpoint judged by a policy. */
export type WitnessedCheckpoint = SignedCheckpoint & {
  /** Those of the policy's witnesses who cosigned, each with the time it gives, in seconds since 1970, UTC. */
  readonly cosigned: ReadonlyMap<string, number>
  /** Whether they make up the policy's quorum. */
  readonly quorumMet: boolean
}

/**
 * The checkpoint in `note`, signed by a log of the policy, with those of its witnesses who cosigned it.
 * A quorum that is not met is a finding, not a refusal. Refuses as `openNote` and `parseCheckpoint` do, and
 * `unknown-log` where no log of the policy has signed. A policy that leaves the logs open needs them here.
 */
export async function openWitnessed(
  note: Uint8Array | string,
  policy: Policy,
  {
    engine,
    logs = policy.logs.map(({ key }) => key),
  }: { engine?: Ed25519 | undefined; logs?: readonly VerifierKey[] } = {},
): Promise<Result<WitnessedCheckpoint>> {
  const parsed = parseNote(note)
  if (!parsed.ok) return parsed
  const checkpoint = parseCheckpoint(parsed.value.text)
  if (!checkpoint.ok) return checkpoint

  const ofOrigin = logs.filter(({ name }) => name === checkpoint.value.origin)
  const logVerifiers = ofOrigin.map(key => valid(noteVerifier(formatVkey(key), engine)))
  const witnesses = Array.from(policy.witnesses, ([name, { key }]) => ({
    name,
    verifier: valid(cosignatureVerifier(formatVkey(key), engine)),
  }))
  const opened = await openNote(note, [...logVerifiers, ...witnesses.map(({ verifier }) => verifier)])
  if (!opened.ok) return opened

  const signatureBy = (key: Verifier) =>
    opened.value.verified.find(({ name, keyId }) => name === key.name && keyId === key.keyId)
  if (!logVerifiers.some(signatureBy))
    return refuse('unknown-log', `No known log has signed the checkpoint of ${checkpoint.value.origin}.`)
  const cosigned = new Map<string, number>()
  for (const { name, verifier } of witnesses) {
    const signature = signatureBy(verifier)
    if (signature) cosigned.set(name, cosignatureTime(signature.signature)!)
  }
  const quorumMet = meetsQuorum(policy, new Set(cosigned.keys()))
  return ok({ ...checkpoint.value, note: parsed.value, cosigned, quorumMet })
}

/** A policy holds only keys that were parsed. */
function valid<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.message)
  return result.value
}
