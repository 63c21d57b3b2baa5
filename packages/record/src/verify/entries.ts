import { apply, type Election, type Statement, start } from '@countersign/election'
import { type Ed25519, type Refusal, type Result, sha256 } from '@countersign/tlog'
import {
  type Admission,
  bringsKeys,
  emptyAdmission,
  type KeyedEntry,
  readEntry,
  record,
  takeKeys,
  verifySignatures,
  withKeys,
} from '../admissible.ts'
import { refusal } from '../codes.ts'
import type { BadSignature, SignatureChecker } from '../signatures.ts'
import { entryFailure, type Failure } from './report.ts'

/** What reading all entries gave. */
export type ReadEntries = {
  /** The state that they make; undefined where the first is not an admissible definition. */
  readonly election: Election | undefined
  /** Entries that were judged, and signatures that verified. */
  readonly entries: number
  readonly signatures: number
  /** The first entry that a newer version wrote; those from there on were not judged. */
  readonly newer: (Refusal & { readonly where: { readonly entry: number } }) | undefined
  /** Why the log gave no further entry, where it did not give them all. */
  readonly unread: Refusal | undefined
}

/** How signatures are checked: many at once, and one at once where the entries that follow depend on it. */
export type Engines = { readonly checker: SignatureChecker; readonly engine: Ed25519 }

/**
 * Judges every entry of a log in order and replays those that are admissible; `fail` hears of the others, in the order
 * of the log. While batches of signatures are being checked the next entries are read; no more than `2 × width`
 * batches are in memory.
 */
export async function readEntries(
  entries: AsyncIterable<Result<Uint8Array>>,
  { checker, engine }: Engines,
  fail: (failure: Failure) => void,
): Promise<ReadEntries> {
  const admission = emptyAdmission()
  const replay: Replay = { admission, fail, election: undefined, signatures: 0 }
  const sent: Sent[] = []
  let batch: Batch = { steps: [], unchecked: [], signatures: 0 }
  let newer: ReadEntries['newer']
  let index = 0
  let unread: Refusal | undefined
  for await (const entry of entries) {
    if (!entry.ok) {
      unread = entry.refusal
      break
    }
    const step = await judge(admission, entry.value, index, engine)
    if (!step.keyed.ok && step.keyed.refusal.code === 'newer-version') {
      const { code, message, where } = step.keyed.refusal
      newer = { code, message: `Entry ${index}: ${message}`, where: { ...where, entry: index } }
      break
    }
    put(batch, step)
    index++
    // Without a definition there is nothing to judge the others by.
    if (admission.definition === undefined) break
    if (batch.signatures < signaturesInBatch && batch.steps.length < signaturesInBatch) continue
    sent.push(send(batch, checker))
    batch = { steps: [], unchecked: [], signatures: 0 }
    if (sent.length >= 2 * checker.width) await settle(replay, sent.shift()!)
  }
  sent.push(send(batch, checker))
  for (const each of sent) await settle(replay, each)
  return { election: replay.election, entries: index, signatures: replay.signatures, newer, unread }
}

/** Some 45 ms of work for one thread. */
const signaturesInBatch = 512

/** One entry, judged by every rule that comes before its signatures; by these too if it brings keys. */
type Step = {
  readonly index: number
  readonly keyed: Result<KeyedEntry>
  readonly box: string | null
  readonly checked: boolean
}

type Batch = { readonly steps: Step[]; readonly unchecked: number[]; signatures: number }
type Sent = {
  readonly steps: readonly Step[]
  /** The positions in `steps` of the statements that were sent. */
  readonly unchecked: readonly number[]
  readonly bad: Promise<readonly BadSignature[]>
}

async function judge(admission: Admission, entry: Uint8Array, index: number, engine: Ed25519): Promise<Step> {
  const read = readEntry(entry)
  if (!read.ok) return { index, keyed: read, box: null, checked: true }
  const { statement } = read.value
  const box = placeOf(statement)
  const keyed = withKeys(admission, read.value, index)
  if (!keyed.ok) return { index, keyed, box, checked: true }
  if (!bringsKeys(statement)) return { index, keyed, box, checked: false }
  const verified = await verifySignatures(keyed.value, engine)
  const taken = verified.ok ? takeKeys(admission, keyed.value) : verified
  return { index, keyed: taken.ok ? keyed : taken, box, checked: true }
}

/** The box that a statement is about, else its area. */
function placeOf(statement: Statement): string | null {
  const { box, area } = statement as { readonly box?: unknown; readonly area?: unknown }
  return typeof box === 'string' ? box : typeof area === 'string' ? area : null
}

function put(batch: Batch, step: Step): void {
  if (step.keyed.ok && !step.checked) {
    batch.unchecked.push(batch.steps.length)
    batch.signatures += step.keyed.value.signatures.length
  }
  batch.steps.push(step)
}

function send({ steps, unchecked }: Batch, checker: SignatureChecker): Sent {
  const signed = unchecked.flatMap(i => (steps[i]!.keyed.ok ? [steps[i]!.keyed.value] : []))
  return { steps, unchecked, bad: checker.check(signed) }
}

type Replay = {
  readonly admission: Admission
  readonly fail: (failure: Failure) => void
  election: Election | undefined
  signatures: number
}

async function settle(replay: Replay, { steps, unchecked, bad }: Sent): Promise<void> {
  const badKids = new Map<number, string>()
  for (const { statement, kid } of await bad) {
    const at = unchecked[statement]!
    if (!badKids.has(at)) badKids.set(at, kid)
  }
  for (const [at, step] of steps.entries()) {
    const failed = enter(replay, step, badKids.get(at))
    if (failed) replay.fail(entryFailure(step.index, step.box, failed))
  }
}

/** Records and replays one entry, or says why it is inadmissible. */
function enter(replay: Replay, { keyed, index }: Step, badKid: string | undefined): Refusal | undefined {
  if (!keyed.ok) return keyed.refusal
  if (badKid !== undefined) return refusal('bad-signature', { kid: badKid })
  const recorded = record(replay.admission, keyed.value, index)
  if (!recorded.ok) return recorded.refusal
  replay.signatures += keyed.value.signatures.length
  const { statement, id } = recorded.value
  if (statement.kind === 'definition') replay.election ??= start(statement, id, sha256)
  apply(replay.election!, recorded.value)
  return undefined
}
