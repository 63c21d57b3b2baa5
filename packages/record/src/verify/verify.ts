import type { Election, Placed } from '@countersign/election'
import {
  type Ed25519,
  formatVkey,
  ok,
  openWitnessed,
  type Result,
  readLog,
  type TileSource,
  verifyLog,
  type WitnessedCheckpoint,
} from '@countersign/tlog'
import type { SignatureChecker } from '../signatures.ts'
import { type Attested, openAttested } from './attested.ts'
import { breach } from './earlier.ts'
import { type ReadEntries, type Reading, readEntries } from './entries.ts'
import { blobsOf, checkBlobs, compareDerived, type DerivedFile } from './files.ts'
import { allFindings, contradictions, type Shown, shownIn } from './follows.ts'
import {
  type Failure,
  type Failures,
  failureList,
  fileFailure,
  type Grade,
  type NotCovered,
  type Report,
} from './report.ts'
import { gradeOf, misfits } from './trust.ts'

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

/** The report; where the log is whole and all of it was read also the state that it makes, and what its checks find. */
export type Verified = {
  readonly report: Report
  readonly election?: Election
  readonly findings?: readonly Placed[]
}

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
    return ok({ report: reportOf({ failures }) })
  }
  const { attested } = opened.value
  const ofEntries = failureList()
  const reading = readEntries(options, ofEntries.add)
  const log = await followLog(source, attested, options, reading, failures)
  if (!log.ok) return log
  const read = await reading.end()
  failures.append(ofEntries)
  const { election, newer } = read
  if (newer && failures.count() === 0) return { ok: false, refusal: newer }
  if (newer) failures.add({ ...fileFailure(newer), entry: newer.where.entry })

  for (const misfit of election ? misfits(attested, options, election) : []) failures.add(fileFailure(misfit))
  const unread = read.entries < log.value.size
  const found = { failures, attested, read, unread, grade: gradeOf(attested, options, election) }
  if (!election || !log.value.sound || unread) return ok({ report: reportOf(found) })
  const judged = await judge(source, election, log.value.cosigned, options, failures)
  if (!judged.ok) return judged
  return ok({
    report: reportOf({ ...found, judged: judged.value }),
    election,
    findings: judged.value.findings,
  })
}

type Log = {
  readonly size: number
  /** Whether the entries that were read are those of the checkpoint. */
  readonly sound: boolean
  /** The checkpoints at hand, with their cosignatures. */
  readonly cosigned: readonly WitnessedCheckpoint[]
}

/**
 * Recomputes the log, giving each entry to `reading`, and holds it against the earlier checkpoints. What is wrong is a
 * failure; refused is what says nothing about the record.
 */
async function followLog(
  source: TileSource,
  { note, checkpoint, policy, logKey }: Attested,
  { engine, earlier = [], progress }: VerifyOptions,
  reading: Reading,
  failures: Failures,
): Promise<Result<Log>> {
  const at = { vkey: formatVkey(logKey), checkpoint: note, engine }
  const verified = await verifyLog(source, { ...at, progress, each: reading.take })
  if (!verified.ok && verified.refusal.code === 'unreadable') return verified
  if (!verified.ok) failures.add(fileFailure(verified.refusal))
  const log = await readLog(source, at)
  if (!log.ok) return log
  const cosigned = [checkpoint]
  for (const kept of earlier) {
    const before = await openWitnessed(kept, policy, { engine })
    if (!before.ok) return before
    const broken = await breach(log.value, before.value)
    if (broken) failures.add(fileFailure(broken))
    cosigned.push(before.value)
  }
  return ok({ size: checkpoint.size, sound: verified.ok, cosigned })
}

type Judged = {
  readonly findings: readonly Placed[]
  readonly contradictions: readonly Failure[]
  readonly shown: Shown
  readonly notCovered: readonly NotCovered[]
}

/** What the whole record says, and the files beside it. */
async function judge(
  source: TileSource,
  election: Election,
  cosigned: readonly WitnessedCheckpoint[],
  { derive }: VerifyOptions,
  { add }: Failures,
): Promise<Result<Judged>> {
  const derived = derive ? await compareDerived(source, derive(election), add) : ok(['derived'] as const)
  if (!derived.ok) return derived
  const blobs = await checkBlobs(source, blobsOf(election), add)
  if (!blobs.ok) return blobs
  const findings = allFindings(election, cosigned)
  return ok({
    findings,
    contradictions: contradictions(election, findings),
    shown: shownIn(election, findings),
    notCovered: [...derived.value, ...blobs.value, 'site'],
  })
}

/** What there is to report; less where reading ended early. */
type Found = {
  readonly failures: Failures
  readonly attested?: Attested
  readonly read?: ReadEntries
  /** Whether reading ended before the last entry. */
  readonly unread?: boolean
  readonly grade?: Grade
  readonly judged?: Judged
}

function reportOf({
  failures,
  attested,
  read,
  unread = true,
  grade = 'self-declared',
  judged,
}: Found): Report {
  const intact = failures.count() === 0
  const beside = judged?.notCovered ?? (['derived', 'blobs', 'site'] as const)
  const notCovered = [
    ...(unread ? (['later-entries'] as const) : []),
    ...beside,
    ...(attested && attested.unknownCosigners > 0 ? (['unknown-cosigners'] as const) : []),
  ]
  for (const contradiction of judged?.contradictions ?? []) failures.add(contradiction)
  return {
    intact,
    follows: judged?.contradictions.length === 0,
    mode: read?.election?.definition.mode ?? null,
    grade,
    origin: attested?.checkpoint.origin ?? null,
    entries: read?.entries ?? 0,
    signatures: read?.signatures ?? 0,
    rounds: judged?.shown.rounds ?? [],
    checks: judged?.shown.checks ?? {},
    notCovered,
    failures: failures.first,
    failed: failures.count(),
  }
}
