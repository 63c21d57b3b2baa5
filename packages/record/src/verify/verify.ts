import type { Election } from '@countersign/election'
import {
  type Ed25519,
  formatVkey,
  ok,
  type Result,
  readLog,
  type TileSource,
  verifyLog,
} from '@countersign/tlog'
import type { SignatureChecker } from '../signatures.ts'
import { type Attested, openAttested } from './attested.ts'
import { continues } from './earlier.ts'
import { type ReadEntries, type Reading, readEntries } from './entries.ts'
import { blobsOf, checkBlobs, compareDerived, type DerivedFile } from './files.ts'
import { type Failures, failureList, fileFailure, type NotCovered, type Report } from './report.ts'
import { gradeOf, logKey, misfits } from './trust.ts'

/** What a record is verified with. What is not given is taken from the record itself, and the grade says so. */
export type VerifyOptions = {
  readonly checker: SignatureChecker
  readonly engine: Ed25519
  /** Which log and which witnesses are trusted: the text of a C2SP tlog-policy. */
  readonly policy?: Uint8Array
  /** The definition's statement ID, in hex. */
  readonly definition?: string
  /** Checkpoints that were kept from before. */
  readonly earlier?: readonly Uint8Array[]
  /** The files that follow from the election's state. Absent: published files are not compared. */
  readonly derive?: (election: Election) => Iterable<DerivedFile> | AsyncIterable<DerivedFile>
  /** Called now and then with the entries read so far, and of all. */
  readonly progress?: (entries: number, size: number) => void
}

/** The report; and the state that the record makes, where the log is whole and all of it was read. */
export type Verified = { readonly report: Report; readonly election?: Election }

/**
 * Verifies a record from its bytes alone: the log, its statements and signatures, and what follows from them.
 *
 * Refuses what could not be run: `missing-checkpoint`, `missing-policy`, `unreadable`, a policy or earlier checkpoint
 * that was given and is none, and `newer-version`. All else that is wrong is a failure in the report.
 */
export async function verify(source: TileSource, options: VerifyOptions): Promise<Result<Verified>> {
  const opened = await openAttested(source, options.policy, options.engine)
  if (!opened.ok) return opened
  const failures = failureList()
  if ('broken' in opened.value) {
    failures.add(fileFailure(opened.value.broken))
    return ok({ report: reportOf(failures, ['later-entries', ...files]) })
  }
  const { attested } = opened.value
  const inEntries = failureList()
  const reading = readEntries(options, inEntries.add)
  const log = await followLog(source, attested, options, reading, failures)
  if (!log.ok) return log
  const read = await reading.end()
  const { election, newer } = read
  const unread = read.entries < log.value.size
  failures.append(inEntries)
  if (newer && failures.count() === 0) return { ok: false, refusal: newer }
  if (newer) failures.add({ ...fileFailure(newer), entry: newer.where.entry })

  if (election) {
    for (const misfit of misfits(attested, options, election)) failures.add(fileFailure(misfit))
  }
  const whole = log.value.sound && !unread && election !== undefined
  const notCovered = whole ? await compareFiles(source, election, options, failures) : files
  const report = reportOf(
    failures,
    unread ? ['later-entries', ...notCovered] : notCovered,
    attested,
    options,
    read,
  )
  return ok(whole ? { report, election } : { report })
}

const files = ['derived', 'blobs', 'site'] as const

/**
 * Recomputes the log, giving each entry to `reading`, and holds it against the earlier checkpoints. What is wrong is a
 * failure; refused is what says nothing about the record.
 */
async function followLog(
  source: TileSource,
  attested: Attested,
  { engine, earlier = [], progress }: VerifyOptions,
  reading: Reading,
  failures: Failures,
): Promise<Result<{ readonly size: number; readonly sound: boolean }>> {
  const vkey = formatVkey(logKey(attested))
  const at = { vkey, checkpoint: attested.note, engine }
  const verified = await verifyLog(source, { ...at, progress, each: reading.take })
  if (!verified.ok && verified.refusal.code === 'unreadable') return verified
  if (!verified.ok) failures.add(fileFailure(verified.refusal))
  const log = await readLog(source, at)
  if (!log.ok) return log
  for (const note of earlier) {
    const broken = await continues(log.value, note, vkey, engine)
    if (!broken.ok) return broken
    if (broken.value) failures.add(fileFailure(broken.value))
  }
  return ok({ size: log.value.checkpoint.size, sound: verified.ok })
}

async function compareFiles(
  source: TileSource,
  election: Election,
  { derive }: VerifyOptions,
  { add }: Failures,
): Promise<readonly NotCovered[]> {
  const derived = derive ? await compareDerived(source, derive(election), add) : (['derived'] as const)
  return [...derived, ...(await checkBlobs(source, blobsOf(election), add)), 'site']
}

function reportOf(
  failures: Failures,
  notCovered: readonly NotCovered[],
  attested?: Attested,
  options?: VerifyOptions,
  read?: ReadEntries,
): Report {
  const unknown = attested !== undefined && attested.unknownCosigners > 0
  return {
    intact: failures.count() === 0,
    follows: true,
    mode: read?.election?.definition.mode ?? null,
    grade: attested ? gradeOf(attested, options!, read?.election?.definition) : 'self-declared',
    origin: attested?.checkpoint.origin ?? null,
    entries: read?.entries ?? 0,
    signatures: read?.signatures ?? 0,
    notCovered: unknown ? [...notCovered, 'unknown-cosigners'] : notCovered,
    failures: failures.first,
    failed: failures.count(),
  }
}
