/** The record as it grows: a log in files, what it says so far in memory, and one way in. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Election, toHex } from '@countersign/election'
import { decodeEnvelope, type ReadEntry, readEntry, withKeys } from '@countersign/record'
import { signaturePool } from '@countersign/record/node'
import { type LogReader, ok, type Refusal, type Result, readLog, refuse } from '@countersign/tlog'
import {
  fromFiles,
  makeLog,
  openLog,
  type Published,
  type Sequencer,
  sodiumNative,
} from '@countersign/tlog/node'
import { type Quotas, quota } from '../limits/quota.ts'
import { type Intake, intake } from './intake.ts'
import { type Kept, nothingKept, takeIn } from './kept.ts'
import { nextDeadline, operatorKey, timeKeeper } from './operator.ts'

export type LiveRecordOptions = {
  /** Milliseconds. */
  readonly now: () => number
  /** The name of a log that is to be made where there is none. */
  readonly origin?: string
  readonly quotas?: Quotas
  /** Signatures that may wait. */
  readonly mostWaiting?: number
  /** See `OpenOptions` of the log. */
  readonly takeOver?: boolean
  readonly unasked?: boolean
  readonly threads?: number
  /** Hears why a checkpoint that was due was not published, or why nothing more can be recorded. */
  readonly onRefusal?: (refusal: Refusal) => void
  readonly progress?: (entries: number, of: number) => void
}

export type LiveRecord = Pick<Intake, 'take'> & {
  readonly folder: string
  readonly origin: string
  readonly vkey: string
  /** The key, 32 bytes in hex, under which a definition must list its operator for `time` to be stated. */
  readonly operator: string
  /** Undefined until the definition is recorded. */
  readonly election: Election | undefined
  /** How many entries are recorded, and how many of them are under the published checkpoint. */
  readonly size: number
  readonly published: number
  /** Signatures that wait to be checked. */
  readonly waiting: number
  /** Why nothing more can be recorded until the server is started again. */
  readonly halted: Refusal | undefined
  /** The indexes of a statement's entries, by its ID in hex; none where it is not recorded. */
  entriesOf(id: string): readonly number[]
  entryAt(index: number): Promise<Result<Uint8Array>>
  /** The public key, in hex, that some entry brought under this ID. */
  keyOf(kid: string): string | undefined
  /** A `.tlog-proof`. Refusal `not-yet` until a checkpoint covers the entry. */
  proofOf(index: number): Promise<Result<string>>
  /** The log at its last checkpoint. */
  reader(): Promise<Result<LogReader>>
  /** Puts cosignature lines under the published checkpoint of that size, unless another has taken its place. */
  addCosignatures(size: number, lines: readonly string[]): Promise<Result<boolean>>
  /** @returns how to stop hearing */
  onPublished(listener: (size: number) => void): () => void
  /** Answers all that was taken, publishes a checkpoint over it, and stops. */
  close(): Promise<Result<undefined>>
}

/**
 * Opens the record in `folder`, making a log where there is none and an `origin` is given. Every entry is replayed; its
 * bytes are checked against the checkpoint, under which they came only after their signatures had verified.
 * Refusals: `no-record`, `broken`, and those of `makeLog` and `openLog`.
 */
export async function openLiveRecord(
  folder: string,
  options: LiveRecordOptions,
): Promise<Result<LiveRecord>> {
  const listeners = new Set<(size: number) => void>()
  const recent = new Map<number, Uint8Array>()
  let published = 0
  let halted: Refusal | undefined
  let reader: Promise<Result<LogReader>> | undefined

  function onPublished({ size }: Published): void {
    for (let index = published; index < size; index++) recent.delete(index)
    published = size
    reader = undefined
    for (const listener of listeners) listener(size)
  }

  const log = await openOrMake(folder, options, onPublished)
  if (!log.ok) return log
  const { origin, vkey } = log.value
  const key = await operatorKey(folder)
  if (!key.ok) return key
  const read = () => (reader ??= readLog(fromFiles(folder), { vkey, engine: sodiumNative }))
  const kept = await replayed(await read(), options)
  if (!kept.ok) {
    await log.value.close()
    return kept
  }
  const state = kept.value
  published = state.size

  async function entryAt(index: number): Promise<Result<Uint8Array>> {
    const entry = recent.get(index)
    if (entry) return ok(entry)
    const at = await read()
    return at.ok ? at.value.entry(index) : at
  }

  const checker = signaturePool(options.threads)
  const incoming = intake({
    kept: state,
    ...(options.mostWaiting !== undefined && { mostWaiting: options.mostWaiting }),
    checker,
    before: timeKeeper(state, key.value, options.now),
    allows: quota(() => state.election, options.now, options.quotas),
    indexOf: entry => indexOf(state, entry, entryAt),
    async append(entries) {
      const added = await log.value.add(entries)
      if (added.ok) for (const [i, index] of added.value.entries()) recent.set(index, entries[i]!)
      else {
        if (isFinal.has(added.refusal.code)) halted = added.refusal
        options.onRefusal?.(added.refusal)
      }
      return added
    },
  })
  const deadlines = setInterval(() => {
    const deadline = state.election && nextDeadline(state.election)
    if (deadline !== undefined && deadline * 1000 <= options.now()) incoming.tick()
  }, 1000)
  deadlines.unref()

  return ok({
    folder,
    origin,
    vkey,
    operator: toHex(key.value.publicKey),
    get election() {
      return state.election
    },
    get size() {
      return state.size
    },
    get published() {
      return published
    },
    get waiting() {
      return incoming.waiting
    },
    get halted() {
      return halted
    },
    take: incoming.take,
    entriesOf: id => state.entries.get(id) ?? [],
    entryAt,
    keyOf(kid) {
      const key = state.admission.keys.keyOf(kid)
      return key && toHex(key)
    },
    async proofOf(index) {
      if (index >= published)
        return refuse(
          'not-yet',
          `Entry ${index} is recorded; the next checkpoint will cover it. Ask again in a second.`,
          {
            index,
          },
        )
      const at = await read()
      return at.ok ? at.value.proofFile(index) : at
    },
    reader: read,
    async addCosignatures(size, lines) {
      const added = await log.value.addCosignatures(size, lines)
      if (added.ok && added.value) reader = undefined
      return added
    },
    onPublished(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close() {
      clearInterval(deadlines)
      await incoming.close()
      const closed = await log.value.close()
      await checker.close()
      return closed
    },
  })
}

/** After these the log answers nothing more until it is opened again. */
const isFinal: ReadonlySet<string> = new Set(['must-reopen', 'other-sequencer', 'closed'])

function openOrMake(
  folder: string,
  { origin, takeOver = false, unasked = false, onRefusal = () => {} }: LiveRecordOptions,
  onPublished: (published: Published) => void,
): Promise<Result<Sequencer>> {
  const times = { onRefusal, onPublished }
  if (existsSync(join(folder, 'keys', 'log.skey'))) return openLog(folder, { ...times, takeOver, unasked })
  if (origin === undefined)
    return Promise.resolve(
      refuse(
        'no-record',
        `There is no record in ${folder}. Name the log that is to be made there, or make one first.`,
      ),
    )
  return makeLog(folder, { ...times, origin, unasked: true })
}

/** What the entries under the log's checkpoint say. Refusal: `broken`, with the first entry that cannot stand there. */
async function replayed(
  reader: Result<LogReader>,
  { progress = () => {} }: LiveRecordOptions,
): Promise<Result<Kept>> {
  if (!reader.ok) return reader
  const kept = nothingKept()
  const { size } = reader.value.checkpoint
  for await (const entry of reader.value.entries()) {
    const read = entry.ok ? readEntry(entry.value) : entry
    const keyed = read.ok ? withKeys(kept.admission, read.value, kept.size) : read
    if (!keyed.ok)
      return refuse(
        'broken',
        `Entry ${kept.size} of the record cannot stand there: ${keyed.refusal.message}`,
        {
          entry: kept.size,
        },
      )
    takeIn(kept, keyed.value)
    if (kept.size % 1024 === 0) progress(kept.size, size)
  }
  return ok(kept)
}

/** The index by which all the signatures of a known entry are recorded: that of the entry itself, where it is there. */
async function indexOf(
  { entries }: Kept,
  { id, signatures }: ReadEntry,
  entryAt: (index: number) => Promise<Result<Uint8Array>>,
): Promise<number> {
  const indexes = entries.get(id)!
  const missing = new Set(signatures.map(({ kid }) => kid))
  for (const index of indexes.slice(0, -1)) {
    const entry = await entryAt(index)
    const envelope = entry.ok ? decodeEnvelope(entry.value) : entry
    if (envelope.ok) for (const { kid } of envelope.value.signatures) missing.delete(kid)
    if (missing.size === 0) return index
  }
  return indexes.at(-1)!
}
