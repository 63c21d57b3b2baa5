/**
 * From bytes that someone sent to entries of the log, many at a time:
 *
 *     sent ──read──▶ waiting ──keys──▶ checking, in threads ──▶ checked ──rules of place──▶ one batch ──▶ durable
 *
 * Order is kept from the first step to the last. Signatures of many entries are checked while those before them are
 * being written. What is kept in memory changes only once a batch is durable: it is never ahead of the log.
 */
import {
  bringsKeys,
  type KeyedEntry,
  type ReadEntry,
  readEntry,
  type SignatureChecker,
  textOf,
  withKeys,
} from '@countersign/record'
import { ok, type Refusal, type Result, refuse } from '@countersign/tlog'
import { type Batch, type Entering, emptyBatch, isKnown, mayEnter, put, waitsFor } from './batch.ts'
import { type Kept, takeIn } from './kept.ts'

/** Where an entry stands; `again` where all of it was recorded before. */
export type Placed = { readonly id: string; readonly index: number; readonly again: boolean }

export type IntakeOptions = {
  readonly kept: Kept
  readonly checker: SignatureChecker
  /** Makes entries durable, in order, and answers with their indexes; a refusal means that none was added. */
  readonly append: (entries: readonly Uint8Array[]) => Promise<Result<readonly number[]>>
  /** What goes before the next entries; `alone` where none wait. */
  readonly before: (alone: boolean) => Promise<Entering | undefined>
  /** Whether the signers may still add something. Asked once of each entry, when its signatures have verified. */
  readonly allows: (entry: KeyedEntry) => Result<void>
  /** The index by which all signatures of a known entry are recorded. */
  readonly indexOf: (entry: ReadEntry) => Promise<number>
  /** Signatures that may wait before the intake is `busy`. Default 40,000, some four seconds of one core. */
  readonly mostWaiting?: number
}

export type Intake = {
  /**
   * Answers for each entry, in order: where it stands, once it is durable, or why it was not taken. Refusals: those of
   * the record, `not-before-release`, those of `allows`, `busy`, `stopping`, and those of the log.
   */
  take(entries: readonly Uint8Array[]): Promise<readonly Result<Placed>[]>
  /** Lets `before` add what is due though nobody sends anything. */
  tick(): void
  /** Takes nothing more; resolves when all that was taken is answered. */
  close(): Promise<void>
  /** How many signatures wait. */
  readonly waiting: number
}

type Answer = (result: Result<Placed>) => void
type Waiting = { readonly entry: Uint8Array; readonly read: ReadEntry; readonly answer: Answer }
type Checked = {
  readonly entry: Uint8Array
  readonly keyed: KeyedEntry
  readonly answer: Answer
  bad?: string
}

/** Some 45 ms of work for one thread. */
const signaturesInBatch = 512

export function intake(options: IntakeOptions): Intake {
  const { kept, checker, mostWaiting = 40_000 } = options
  const waiting: Waiting[] = []
  const checked: Checked[] = []
  let signatures = 0
  /** Entries on their way that bring keys, for which others may have to wait. */
  let bringing = 0
  let inThreads = 0
  let order: Promise<void> = Promise.resolve()
  let writing: Promise<void> | undefined
  let due = false
  let closed = false

  function take(entry: Uint8Array): Promise<Result<Placed>> {
    const read = readEntry(entry)
    if (!read.ok) return Promise.resolve(read)
    if (closed) return Promise.resolve(stopping)
    if (signatures + read.value.signatures.length > mostWaiting) return Promise.resolve(busy)
    signatures += read.value.signatures.length
    return new Promise(resolve => {
      const answer: Answer = result => {
        signatures -= read.value.signatures.length
        resolve(result)
      }
      waiting.push({ entry, read: read.value, answer })
    })
  }

  /** Hands what waits to the threads, as much as they can take. */
  function check(): void {
    while (waiting.length > 0 && inThreads < 2 * checker.width) {
      const batch = nextToCheck()
      if (batch.length === 0) return
      inThreads++
      const checking = checkSignatures(checker, batch)
      order = order.then(async () => {
        checked.push(...(await checking))
        inThreads--
        write()
        check()
      })
    }
  }

  /** The next entries, with the key of each signature. */
  function nextToCheck(): Checked[] {
    const batch: Checked[] = []
    let count = 0
    while (waiting.length > 0 && count < signaturesInBatch) {
      const { entry, read, answer } = waiting[0]!
      const keyed = isKnown(kept, read) ? undefined : withKeys(kept.admission, read, kept.size)
      if (keyed && !keyed.ok && bringing > 0 && hangsOnOthers.has(keyed.refusal.code)) break
      waiting.shift()
      if (keyed === undefined) void options.indexOf(read).then(index => answer(again(read, index)))
      else if (!keyed.ok) answer(keyed)
      else {
        batch.push({ entry, keyed: keyed.value, answer })
        count += read.signatures.length
        if (bringsKeys(read.statement)) bringing++
      }
    }
    return batch
  }

  function write(): void {
    writing ??= writeAll().then(() => {
      writing = undefined
      // Entries may wait for the keys that have just come in.
      check()
      if (checked.length > 0 || due) write()
    })
  }

  async function writeAll(): Promise<void> {
    let batch: Batch<Checked> = emptyBatch()
    while (checked.length > 0) {
      const item = checked.shift()!
      if (waitsFor(batch, item.keyed)) {
        await makeDurable(batch)
        batch = emptyBatch()
      }
      if (isKnown(kept, item.keyed)) {
        settle(item, again(item.keyed, await options.indexOf(item.keyed)))
        continue
      }
      const refused = faultOf(batch, item)
      if (refused) settle(item, { ok: false, refusal: refused })
      else put(batch, item)
    }
    if (batch.items.length > 0 || due) await makeDurable(batch)
  }

  function faultOf(batch: Batch<Checked>, { keyed, bad }: Checked): Refusal | undefined {
    if (bad !== undefined)
      return refuse('signature-fails', textOf('signature-fails', 'en', { kid: bad }), { kid: bad }).refusal
    const entering = mayEnter(kept, batch, keyed)
    const allowed = entering.ok ? options.allows(keyed) : entering
    return allowed.ok ? undefined : allowed.refusal
  }

  async function makeDurable({ items }: Batch<Checked>): Promise<void> {
    due = false
    const own = await options.before(items.length === 0)
    const all: readonly Entering[] = own ? [own, ...items] : items
    if (all.length === 0) return
    const added = await options.append(all.map(({ entry }) => entry))
    if (!added.ok) {
      for (const item of items) settle(item, added)
      return
    }
    for (const [i, item] of all.entries()) {
      const index = added.value[i]!
      if (index !== kept.size) throw new Error(`the log put at ${index} what was to stand at ${kept.size}`)
      const taken = takeIn(kept, item.keyed)
      if (!taken.ok) throw new Error(`entry ${index} was admissible a moment ago: ${taken.refusal.message}`)
    }
    for (const [i, item] of items.entries()) {
      const index = added.value[i + all.length - items.length]!
      settle(item, ok({ id: item.keyed.id, index, again: false }))
    }
  }

  function settle({ keyed, answer }: Checked, result: Result<Placed>): void {
    if (bringsKeys(keyed.statement)) bringing--
    answer(result)
  }

  return {
    get waiting() {
      return signatures
    },
    take(entries) {
      const answers = Promise.all(entries.map(take))
      check()
      return answers
    },
    tick() {
      if (closed) return
      due = true
      write()
    },
    async close() {
      closed = true
      while (waiting.length > 0 || inThreads > 0 || writing) await Promise.all([order, writing])
    },
  }
}

/** Refusals that may be none once what is on its way is recorded. */
const hangsOnOthers: ReadonlySet<string> = new Set(['unknown-key', 'definition-first', 'other-election'])

async function checkSignatures(checker: SignatureChecker, batch: Checked[]): Promise<Checked[]> {
  for (const { statement, kid } of await checker.check(batch.map(({ keyed }) => keyed)))
    batch[statement]!.bad ??= kid
  return batch
}

function again({ id }: ReadEntry, index: number): Result<Placed> {
  return ok({ id, index, again: true })
}

const busy = refuse(
  'busy',
  'More was sent than can be checked just now, and nothing of this was recorded. Send it again.',
)
const stopping = refuse(
  'stopping',
  'The server is being stopped, and nothing of this was recorded. Send it again later.',
)
