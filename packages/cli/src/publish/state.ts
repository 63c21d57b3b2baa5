import type { Election } from '@countersign/election'
import { beginReplay, type Replay, replayOn } from '@countersign/publication'
import { type Manifest, readManifest } from '@countersign/publication/node'
import { verify } from '@countersign/record'
import { signaturePool } from '@countersign/record/node'
import {
  type LogReader,
  ok,
  type Result,
  refuse,
  type TileSource,
  verifyConsistency,
} from '@countersign/tlog'
import { sodiumNative } from '@countersign/tlog/node'
import type { Progress } from '../command/progress.ts'
import { openSource } from '../record/log.ts'
import { sourceOf } from '../record/source.ts'

/** A record at one checkpoint, verified: what a publication is made from. */
export interface VerifiedState {
  readonly election: Election
  /** The root of its tree, in base64. */
  readonly root: string
  readonly checkpoint: Uint8Array
  readonly policy: Uint8Array
  /** What `verify` said of the log. */
  readonly grade: string
}

/** Entries beyond the last publication's that are checked one by one; more are verified by all cores. */
const fewNew = 5_000

/** What of a record is known already, from one publication to the next. */
export interface Kept {
  /** Its entries so far. Absent before the first publication, and after a refusal. */
  replay?: Replay
}

/**
 * The state of the record in `record` at the checkpoint that it has now. Entries that were verified for what `folder`
 * holds are not verified again, once the log is proved to extend that tree; those that `kept` has are not even read.
 * Refusals: `broken` (the record does not verify), `missing-checkpoint`, `missing-policy`, those of the log.
 */
export async function verifiedState(
  record: string,
  folder: string,
  progress: Progress,
  kept: Kept = {},
): Promise<Result<VerifiedState>> {
  const live = sourceOf(record)
  const [checkpoint, policy] = [await live.read('checkpoint'), await live.read('policy.txt')]
  if (!checkpoint)
    return refuse('missing-checkpoint', `There is no record in ${record}: it has no checkpoint.`)
  if (!policy) return refuse('missing-policy', `There is no record in ${record}: it has no policy.txt.`)
  // The log may grow while it is read.
  const source: TileSource = {
    ...live,
    read: async path => (path === 'checkpoint' ? checkpoint : live.read(path)),
  }
  const log = await openSource(source, record)
  if (!log.ok) return log
  const { size, root } = log.value.checkpoint
  const rest = { checkpoint, policy, root: base64(root) }
  const former = readManifest(folder)
  const { replay = beginReplay() } = kept
  delete kept.replay
  if (former && former.treeSize <= size && size - former.treeSize <= fewNew) {
    const extended = await extending(log.value, former)
    if (!extended.ok) return extended
    const election = await replayOn(replay, log.value, {
      verified: former.treeSize,
      engine: sodiumNative,
      progress: (entries, of) => progress.at('replayed', entries, of),
    })
    if (!election.ok) return election
    kept.replay = replay
    return ok({ election: election.value, ...rest, grade: former.grade })
  }
  const whole = await verifiedWhole(source, progress)
  return whole.ok ? ok({ ...whole.value, ...rest }) : whole
}

/** Whether the log extends the tree that was published. */
async function extending(
  log: LogReader,
  { treeSize, root: published }: Manifest,
): Promise<Result<undefined>> {
  const { size, root } = log.checkpoint
  const proof = await log.consistencyProof(treeSize)
  if (!proof.ok) return proof
  const oldRoot = new Uint8Array(Buffer.from(published, 'base64'))
  if (verifyConsistency({ oldSize: treeSize, oldRoot, size, root }, proof.value)) return ok(undefined)
  return refuse('not-an-extension', `The record does not extend the ${treeSize} entries published before.`)
}

async function verifiedWhole(
  source: TileSource,
  progress: Progress,
): Promise<Result<Pick<VerifiedState, 'election' | 'grade'>>> {
  const checker = signaturePool()
  try {
    const done = await verify(source, {
      checker,
      engine: sodiumNative,
      progress: (entries, of) => progress.at('verified', entries, of),
    })
    if (!done.ok) return done
    const { report, election } = done.value
    if (report.intact && election) return ok({ election, grade: report.grade })
    return refuse('broken', `The record does not verify: ${report.failures[0]?.message ?? 'no state'}`)
  } finally {
    await checker.close()
  }
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}
