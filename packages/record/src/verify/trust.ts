import type { Definition } from '@countersign/election'
import { toHex } from '@countersign/election'
import { formatVkey, type Refusal, type VerifierKey } from '@countersign/tlog'
import { refusal } from '../codes.ts'
import type { Attested } from './attested.ts'
import type { Grade } from './report.ts'

/** What is trusted before anything is read: the definition's ID, in hex, and whether a policy was given. */
export type Trusted = { readonly definition?: string | undefined }

/** The key of the policy's that signed the checkpoint. */
export function logKey({ policy, checkpoint }: Attested): VerifierKey {
  // A checkpoint opens only under a log of the policy whose name is its origin.
  return policy.logs.find(({ key }) => key.name === checkpoint.origin)!.key
}

/** Where the definition, the log and the policy do not belong together. */
export function misfits(
  attested: Attested,
  { definition: wanted }: Trusted,
  found: { readonly definition: Definition; readonly definitionId: string },
): Refusal[] {
  const { definition, definitionId } = found
  const faults: Refusal[] = []
  if (wanted !== undefined && wanted !== definitionId) {
    faults.push(refusal('other-definition', { found: definitionId, wanted }))
  }
  if (definition.vkey !== formatVkey(logKey(attested)))
    faults.push(refusal('other-log', { vkey: definition.vkey }))
  if (!attested.policyIsGiven && !policyIsFirst(attested, definition)) {
    faults.push(refusal('other-policy', { path: 'policy.txt' }))
  }
  return faults
}

function policyIsFirst({ policyDigest }: Attested, { policy }: Definition): boolean {
  return policy === undefined || policy === toHex(policyDigest)
}

/**
 * The grade of the log. A definition given from outside vouches for the log's key, and for the policy whose digest it
 * states; without either, the record only speaks for itself.
 */
export function gradeOf(attested: Attested, { definition: wanted }: Trusted, found?: Definition): Grade {
  const policyVouched = attested.policyIsGiven || (wanted !== undefined && found?.policy !== undefined)
  if (!attested.policyIsGiven && wanted === undefined) return 'self-declared'
  // A policy that asks for nobody is met by nobody's watching.
  const watched = attested.checkpoint.quorumMet && attested.policy.quorum !== 'none'
  return policyVouched && watched ? 'witnessed' : 'unwitnessed'
}
