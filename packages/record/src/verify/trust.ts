import { type Election, toHex } from '@countersign/election'
import { formatVkey, type Refusal } from '@countersign/tlog'
import { refusal } from '../codes.ts'
import type { Attested } from './attested.ts'
import type { Grade } from './report.ts'

/** What is trusted before anything is read: the definition's ID, in hex, and whether a policy was given. */
export type Trusted = { readonly definition?: string | undefined }

/** Where the definition, the log and the policy do not belong together. */
export function misfits(attested: Attested, { definition: wanted }: Trusted, election: Election): Refusal[] {
  const { definition, definitionId } = election
  const faults: Refusal[] = []
  if (wanted !== undefined && wanted !== definitionId) {
    faults.push(refusal('other-definition', { found: definitionId, wanted }))
  }
  if (definition.vkey !== formatVkey(attested.logKey)) {
    faults.push(refusal('other-log', { vkey: definition.vkey }))
  }
  const stated = policyOf(election)
  if (!attested.policyIsGiven && stated !== undefined && stated !== toHex(attested.policyDigest)) {
    faults.push(refusal('other-policy', { path: 'policy.txt' }))
  }
  return faults
}

/** The digest of the policy that the record states: the last with force, else the first one, the definition's. */
function policyOf({ definition, entries }: Election): string | undefined {
  let digest = definition.policy
  let since = -1
  for (const { statement, force } of entries.values()) {
    if (statement.kind !== 'policy' || force === undefined || force < since) continue
    digest = statement.digest
    since = force
  }
  return digest
}

/**
 * The grade of the log. A definition given from outside vouches for the log's key and, where it states the policy's
 * digest, for the policy; without either, the record only speaks for itself.
 */
export function gradeOf(attested: Attested, { definition: wanted }: Trusted, election?: Election): Grade {
  if (!attested.policyIsGiven && wanted === undefined) return 'self-declared'
  const vouched = attested.policyIsGiven || (election !== undefined && policyOf(election) !== undefined)
  // A policy that asks for nobody is met by nobody's watching.
  const watched = attested.checkpoint.quorumMet && attested.policy.quorum !== 'none'
  if (!vouched || !watched) return 'unwitnessed'
  return election?.closed === undefined ? 'witnessed' : 'closed'
}
