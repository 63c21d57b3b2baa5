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

/** How signatures are checked: many at once, and one at once where the entries that follow depend on it. */
export type Engines = { readonly checker: SignatureChecker; readonly engine: Ed25519 }

/** Judges the entries of a log, given to it in order, and replays those that are admissible. */
export type Reading = {
  /** Takes the next entry. A promise is to be awaited before the one after: the signatures are behind. */
  take(entry: Uint8Array): Promise<void> | undefined
  /** After the last: what they made. */
  end(): Promise<ReadEntries>
}

/** What the entries of a log made. */
export type ReadEntries = {
  /** Undefined where the first is not an admissible definition; then none of the others was judged. */
  readonly election: Election | undefined
  /** Entries that were judged, and signatures that verified. */
  readonly entries: number
  readonly signatures: number
  /** The first entry that a newer version wrote; those from there on were not judged. */
  readonly newer: (Refusal & { readonly where: { readonly entry: number } }) | undefined
}

/**
 * Begins before the first entry. `fail` hears of each inadmissible one, in the order of the log. While batches of
 * signatures are being checked the next entries are read; no more than `2 × width` batches are in memory.
 */
export function readEntries({ checker, engine }: Engines, fail: (failure: Failure) => void): Reading {
  const replay: Replay = { admission: emptyAdmission(), fail, election: undefined, signatures: 0 }
  const { admission } = replay
  const sent: Sent[] = []
  let batch = emptyBatch()
  let newer: ReadEntries['newer']
  let entries = 0
  let stopped = false

  function judge(entry: Uint8Array): Promise<void> | undefined {
    const index = entries
    const keyed = keyedEntry(admission, entry, index)
    if (!keyed.result.ok && keyed.result.refusal.code === 'newer-version') {
      newer = newerVersion(keyed.result.refusal, index)
      stopped = true
      return undefined
    }
    entries++
    if (!keyed.result.ok || !bringsKeys(keyed.result.value.statement)) return follow({ ...keyed, index })
    return takingKeys(admission, keyed.result.value, engine).then(result =>
      follow({ index, box: keyed.box, result, checked: true }),
    )
  }

  function follow(step: Step): Promise<void> | undefined {
    put(batch, step)
    // Without a definition there is nothing to judge the others by.
    if (admission.definition === undefined) stopped = true
    if (batch.signatures < signaturesInBatch && batch.steps.length < signaturesInBatch) return undefined
    sent.push(send(batch, checker))
    batch = emptyBatch()
    return sent.length < 2 * checker.width ? undefined : settle(replay, sent.shift()!)
  }

  return {
    take: entry => (stopped ? undefined : judge(entry)),
    async end() {
      for (const each of [...sent, send(batch, checker)]) await settle(replay, each)
      return { election: replay.election, entries, signatures: replay.signatures, newer }
    },
  }
}

/** Some 45 ms of work for one thread. */
const signaturesInBatch = 512

/** One entry, judged by every rule that comes before its signatures; `checked`: by these too. */
type Step = Judged & { readonly index: number }
type Judged = { readonly box: string | null; readonly result: Result<KeyedEntry>; readonly checked?: boolean }

function keyedEntry(admission: Admission, entry: Uint8Array, index: number): Judged {
  const read = readEntry(entry)
  if (!read.ok) return { box: null, result: read }
  return { box: placeOf(read.value.statement), result: withKeys(admission, read.value, index) }
}

/** The entry, once its signatures verify and its keys are taken in. */
async function takingKeys(
  admission: Admission,
  keyed: KeyedEntry,
  engine: Ed25519,
): Promise<Result<KeyedEntry>> {
  const verified = await verifySignatures(keyed, engine)
  const taken = verified.ok ? takeKeys(admission, keyed) : verified
  return taken.ok ? { ok: true, value: keyed } : taken
}

function newerVersion({ code, message, where }: Refusal, entry: number): ReadEntries['newer'] {
  return { code, message: `Entry ${entry}: ${message}`, where: { ...where, entry } }
}

/** The box that a statement is about, else its area. */
function placeOf(statement: Statement): string | null {
  const { box, area } = statement as { readonly box?: unknown; readonly area?: unknown }
  return typeof box === 'string' ? box : typeof area === 'string' ? area : null
}

type Batch = {
  readonly steps: Step[]
  readonly unchecked: KeyedEntry[]
  readonly at: number[]
  signatures: number
}
type Sent = {
  readonly steps: readonly Step[]
  /** Where in `steps` the statements stand whose signatures were sent. */
  readonly at: readonly number[]
  readonly bad: Promise<readonly BadSignature[]>
}

function emptyBatch(): Batch {
  return { steps: [], unchecked: [], at: [], signatures: 0 }
}

function put(batch: Batch, step: Step): void {
  if (step.result.ok && step.checked !== true) {
    batch.unchecked.push(step.result.value)
    batch.at.push(batch.steps.length)
    batch.signatures += step.result.value.signatures.length
  }
  batch.steps.push(step)
}

function send({ steps, unchecked, at }: Batch, checker: SignatureChecker): Sent {
  return { steps, at, bad: checker.check(unchecked) }
}

type Replay = {
  readonly admission: Admission
  readonly fail: (failure: Failure) => void
  election: Election | undefined
  signatures: number
}

async function settle(replay: Replay, { steps, at, bad }: Sent): Promise<void> {
  const badKids = new Map<number, string>()
  for (const { statement, kid } of await bad) {
    const position = at[statement]!
    if (!badKids.has(position)) badKids.set(position, kid)
  }
  for (let i = 0; i < steps.length; i++) {
    const step = steps[i]!
    const failed = enter(replay, step, badKids.get(i))
    if (failed) replay.fail(entryFailure(step.index, step.box, failed))
  }
}

/** Records and replays one entry, or says why it is inadmissible. */
function enter(replay: Replay, { result, index }: Step, badKid: string | undefined): Refusal | undefined {
  if (!result.ok) return result.refusal
  if (badKid !== undefined) return refusal('signature-fails', { kid: badKid })
  const recorded = record(replay.admission, result.value, index)
  if (!recorded.ok) return recorded.refusal
  replay.signatures += result.value.signatures.length
  const { statement, id } = recorded.value
  if (statement.kind === 'definition') replay.election ??= start(statement, id, sha256)
  apply(replay.election!, recorded.value)
  return undefined
}
