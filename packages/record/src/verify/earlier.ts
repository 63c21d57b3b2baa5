import {
  type Ed25519,
  emptyRoot,
  type LogReader,
  ok,
  openCheckpoint,
  type Refusal,
  type Result,
  verifyConsistency,
} from '@countersign/tlog'
import { refusal } from '../codes.ts'

/**
 * Whether the log is the continuation of a checkpoint that someone kept: undefined, or the finding `shrunk` or `fork`.
 * Refuses what is not a checkpoint that this log's key signed: it proves nothing either way.
 */
export async function continues(
  log: LogReader,
  earlier: Uint8Array,
  vkey: string,
  engine: Ed25519,
): Promise<Result<Refusal | undefined>> {
  const opened = await openCheckpoint(earlier, vkey, engine)
  if (!opened.ok) return opened
  const { size, root } = opened.value
  const now = log.checkpoint
  if (size > now.size) return ok(refusal('shrunk', { size, now: now.size }))
  if (size === 0) return ok(same(root, emptyRoot) ? undefined : refusal('fork', { size }))
  const proof = await log.consistencyProof(size)
  if (!proof.ok) return ok(proof.refusal)
  const heads = { oldSize: size, oldRoot: root, size: now.size, root: now.root }
  return ok(verifyConsistency(heads, proof.value) ? undefined : refusal('fork', { size }))
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i])
}
