import { sameBytes } from '../bytes.ts'
import type { SignedCheckpoint } from '../checkpoint.ts'
import { verifyConsistency } from '../tree/consistency.ts'
import { emptyRoot, type Hash } from '../tree/hash.ts'
import type { AddCheckpoint } from './request.ts'

/** The tree that a witness has seen last of a log; of size 0 before the first. */
export type Seen = { readonly size: number; readonly root: Hash }

export const nothingSeen: Seen = { size: 0, root: emptyRoot }

/**
 * What a witness makes of a checkpoint that the log has signed: `cosign` it; `other-size`, since the request starts from
 * another tree than was seen last; or `inconsistent`: it does not extend that tree, and is not to be cosigned. `fork`
 * where the log has signed two trees of one size: the two checkpoints prove it to anyone.
 */
export type Verdict = 'cosign' | 'other-size' | 'inconsistent' | 'fork'

export function judgeCheckpoint(
  { size, root }: SignedCheckpoint,
  { old, proof }: AddCheckpoint,
  seen: Seen,
): Verdict {
  if (size === seen.size && !sameBytes(root, seen.root)) return size === 0 ? 'inconsistent' : 'fork'
  if (old !== seen.size) return 'other-size'
  if (old === 0)
    return proof.length === 0 && (size > 0 || sameBytes(root, emptyRoot)) ? 'cosign' : 'inconsistent'
  return verifyConsistency({ oldSize: old, oldRoot: seen.root, size, root }, proof)
    ? 'cosign'
    : 'inconsistent'
}
