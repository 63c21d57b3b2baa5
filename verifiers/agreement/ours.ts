import {
  emptyRoot,
  fromMemory,
  openCheckpoint,
  openWitnessed,
  parsePolicy,
  type Refusal,
  readLog,
  verifyConsistency,
  verifyLog,
} from '@countersign/tlog'
import type { Verdict } from './go.ts'
import { type Files, log, witnesses } from './log.ts'

/** The policy that the second verifier's `-vkey` and `-cosigner` stand for: this log, and all of the witnesses. */
const policy = parsePolicy(
  [
    `log ${log.vkey}`,
    ...witnesses.map(({ vkey }, i) => `witness w${i} ${vkey}`),
    `group both all ${witnesses.map((_, i) => `w${i}`).join(' ')}`,
    'quorum both',
  ].join('\n'),
)

/** What Countersign's own log package says of a log's files, and of an earlier checkpoint that it is to extend. */
export async function ourVerdict(files: Files, old?: Uint8Array): Promise<Verdict> {
  if (!policy.ok) throw new Error(policy.refusal.message)
  const source = fromMemory(files)
  const note = files.get('checkpoint')
  if (note) {
    const witnessed = await openWitnessed(note, policy.value)
    if (!witnessed.ok) return refused(witnessed.refusal, 'checkpoint')
    if (!witnessed.value.quorumMet) return { intact: false, path: 'checkpoint', message: 'no quorum' }
  }
  const verified = await verifyLog(source, { vkey: log.vkey })
  if (!verified.ok) return refused(verified.refusal, 'checkpoint')
  const { notCovered } = verified.value
  return old ? { notCovered, ...(await extendsOld(files, old)) } : { intact: true, notCovered }
}

async function extendsOld(files: Files, note: Uint8Array): Promise<Verdict> {
  const old = await openCheckpoint(note, log.vkey)
  if (!old.ok) return refused(old.refusal, 'old')
  const { size: oldSize, root: oldRoot } = old.value
  if (oldSize === 0) return { intact: Buffer.compare(oldRoot, emptyRoot) === 0, path: 'old' }

  const reader = await readLog(fromMemory(files), { vkey: log.vkey })
  if (!reader.ok) return refused(reader.refusal, 'checkpoint')
  const { size, root } = reader.value.checkpoint
  const proof = await reader.value.consistencyProof(oldSize)
  if (!proof.ok) return refused(proof.refusal, 'old')
  return { intact: verifyConsistency({ oldSize, oldRoot, size, root }, proof.value), path: 'old' }
}

/** A refusal names a file, unless it is of the checkpoint's text or signatures: then `otherwise` is that file. */
function refused({ message, where }: Refusal, otherwise: string): Verdict {
  const index = where?.index ?? where?.hash
  return {
    intact: false,
    path: String(where?.path ?? otherwise),
    index: typeof index === 'number' ? index : undefined,
    message,
  }
}
