import {
  type Checkpoint,
  emptyRoot,
  type LogReader,
  type Refusal,
  verifyConsistency,
} from '@countersign/tlog'
import { refusal } from '../codes.ts'

/** Where the log is not the continuation of a checkpoint that its key signed before: `shrunk` or `fork`. */
export async function breach(log: LogReader, { size, root }: Checkpoint): Promise<Refusal | undefined> {
  const now = log.checkpoint
  if (size > now.size) return refusal('shrunk', { size, now: now.size })
  if (size === 0) return same(root, emptyRoot) ? undefined : refusal('fork', { size })
  const proof = await log.consistencyProof(size)
  if (!proof.ok) return proof.refusal
  const heads = { oldSize: size, oldRoot: root, size: now.size, root: now.root }
  return verifyConsistency(heads, proof.value) ? undefined : refusal('fork', { size })
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i])
}
