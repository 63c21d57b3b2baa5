import {
  type Ed25519,
  ok,
  openWitnessed,
  type Policy,
  parsePolicy,
  type Refusal,
  type Result,
  sha256,
  type TileSource,
  type VerifierKey,
  type WitnessedCheckpoint,
} from '@countersign/tlog'
import { refuseAs } from '../codes.ts'
import { readFile } from './read.ts'

/** A checkpoint and the policy that it was judged by. */
export type Attested = {
  readonly note: Uint8Array
  readonly checkpoint: WitnessedCheckpoint
  readonly policy: Policy
  /** The log's key: the policy's that signed the checkpoint. */
  readonly logKey: VerifierKey
  /** SHA-256 of the policy as it was read. */
  readonly policyDigest: Uint8Array
  readonly policyIsGiven: boolean
  /** Signatures on the checkpoint by keys that the policy does not name. */
  readonly unknownCosigners: number
}

/**
 * What is wrong with a checkpoint or a policy found beside it is a finding about the record (`broken`); a record without
 * them, or a given policy that cannot be read, is a reason not to begin (a refusal).
 */
export type Attestation = { readonly attested: Attested } | { readonly broken: Refusal }

/**
 * Opens the record's checkpoint by the policy that was given, else by the record's own.
 * Refusals: `missing-checkpoint`, `missing-policy`, `unreadable`; of a given policy also `bad-policy`.
 */
export async function openAttested(
  source: TileSource,
  given: Uint8Array | undefined,
  engine: Ed25519,
): Promise<Result<Attestation>> {
  const note = await needed(source, 'checkpoint', 'missing-checkpoint')
  if (!note.ok) return note
  const text = given === undefined ? await needed(source, 'policy.txt', 'missing-policy') : ok(given)
  if (!text.ok) return text
  const policy = parsePolicy(text.value)
  if (!policy.ok) return given === undefined ? ok({ broken: at('policy.txt', policy.refusal) }) : policy
  const checkpoint = await openWitnessed(note.value, policy.value, { engine })
  if (!checkpoint.ok) return ok({ broken: at('checkpoint', checkpoint.refusal) })
  const { cosigned, note: opened } = checkpoint.value
  return ok({
    attested: {
      note: note.value,
      checkpoint: checkpoint.value,
      policy: policy.value,
      logKey: signingLog(policy.value, checkpoint.value),
      policyDigest: sha256(text.value),
      policyIsGiven: given !== undefined,
      unknownCosigners: opened.signatures.length - 1 - cosigned.size,
    },
  })
}

/** A checkpoint opens only under a log of the policy that is named as its origin and has signed. */
function signingLog({ logs }: Policy, { origin, note }: WitnessedCheckpoint): VerifierKey {
  const signed = ({ name, keyId }: VerifierKey) =>
    name === origin && note.signatures.some(each => each.name === name && each.keyId === keyId)
  return logs.find(({ key }) => signed(key))!.key
}

async function needed(
  source: TileSource,
  path: string,
  code: 'missing-checkpoint' | 'missing-policy',
): Promise<Result<Uint8Array>> {
  const bytes = await readFile(source, path)
  if (!bytes.ok) return bytes
  return bytes.value === undefined ? refuseAs(code, { path }) : ok(bytes.value)
}

function at(path: string, { code, message, where }: Refusal): Refusal {
  return { code, message, where: { ...where, path } }
}
