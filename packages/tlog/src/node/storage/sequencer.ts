/**
 * The sequencer of a log: puts entries in order, answers with their indexes once they are durable, and puts them
 * under checkpoints. What is durable when, and why two of them never fork a log: docs/decisions/0002-heads.md.
 */
import { join } from 'node:path'
import { signCheckpoint } from '../../checkpoint.ts'
import { ok, type Refusal, type Result, refuse } from '../../result.ts'
import { utf8 } from '../../text.ts'
import { maxEntrySize } from '../../tile/entries.ts'
import type { Accepted } from './accepted.ts'
import { mustReopen, writeBatch } from './batch.ts'
import { codeOf, type Disk, diskRefusal, writeFile } from './disk.ts'
import { rootOfLevels } from './edge.ts'
import { type Grown, writeGrowth } from './growth.ts'
import { newHead } from './head.ts'
import {
  claimHead,
  type HeldHead,
  headPath,
  leads,
  otherSequencer,
  sweepHeads,
  temporaryPath,
} from './heads.ts'
import type { LogKey } from './keys.ts'
import { removePartials, type TileWriter } from './tiles.ts'

/** When a checkpoint is due. */
export type CheckpointTimes = {
  /** So many milliseconds after the first entry that is under none. Default 1,000. */
  readonly interval?: number
  /** When so many entries are under none. Default 256. */
  readonly entries?: number
  /** Hears why a checkpoint that was due could not be published. It is tried again. */
  readonly onRefusal?: (refusal: Refusal) => void
  /** Hears of each checkpoint once it is published. */
  readonly onPublished?: (published: Published) => void
}

/** A checkpoint as published: `note` is the file. */
export type Published = { readonly size: number; readonly note: string }

/** What a sequencer goes on from: a head that it holds, and what was accepted up to it. */
export type SequencerState = {
  readonly disk: Disk
  readonly dir: string
  readonly key: LogKey
  readonly held: HeldHead
  readonly accepted: Accepted
  readonly tiles: TileWriter
  /** What is published of the head's tree already. */
  readonly published?: Published
  /** Called when the sequencer is closed. */
  readonly release: () => Promise<void>
}

type Waiting = {
  readonly entries: readonly Uint8Array[]
  readonly answer: (result: Result<readonly number[]>) => void
  readonly fail: (bug: unknown) => void
}

/** Batches are of at most about so many bytes. */
const batchSize = 2 << 20
/** So many entries that are under no checkpoint are kept in memory before new ones have to wait. */
const manyPending = 16_384
const roomSize = batchSize + (256 << 10)

export class Sequencer {
  readonly origin: string
  readonly vkey: string
  readonly #state: SequencerState
  readonly #times: Required<CheckpointTimes>
  readonly #accepted: Accepted
  readonly #oneBatch = turns()
  readonly #oneCheckpoint = turns()
  #held: HeldHead
  #acknowledged: number
  #published: (Published & { readonly head: number }) | undefined
  #waiting: Waiting[] = []
  /** Memory that every batch is laid out in: fresh memory costs more than the copy. */
  readonly #room = Buffer.alloc(roomSize)
  #temporaries = 0
  #timer: NodeJS.Timeout | undefined
  #making = false
  #failed = false
  #stopped: Refusal | undefined

  constructor(
    state: SequencerState,
    { interval = 1000, entries = 256, onRefusal = () => {}, onPublished = () => {} }: CheckpointTimes,
  ) {
    this.#state = state
    this.#times = { interval, entries, onRefusal, onPublished }
    this.#held = state.held
    this.#accepted = state.accepted
    this.#acknowledged = state.accepted.size
    this.#published = state.published && { ...state.published, head: state.held.number }
    this.origin = state.key.origin
    this.vkey = state.key.vkey
  }

  /** How many entries are acknowledged, those included that were found durable when the log was opened. */
  get size(): number {
    return this.#acknowledged
  }

  /**
   * Adds entries, each at most 65,535 bytes, and answers with their indexes when they are durable. The bytes must
   * not be changed any more. An entry that the log already has gets its first index back. Where this refuses, some may have been added all the same:
   * sent again, they get their indexes.
   *
   * Refuses `entry-too-long`; `disk-full`, `read-only`, `disk-failed`, after which it can be tried again;
   * `other-sequencer`, `must-reopen`, `closed`, after which this sequencer answers nothing more.
   */
  async add(entries: readonly Uint8Array[]): Promise<Result<readonly number[]>> {
    if (entries.length === 0) return ok([])
    const long = entries.findIndex(({ length }) => length > maxEntrySize)
    if (long >= 0)
      return refuse('entry-too-long', `Entry ${long} of those sent has more than ${maxEntrySize} bytes.`, {
        entry: long,
      })
    // Who adds faster than tiles are written waits for them, before memory runs out.
    if (this.#accepted.pending.length > manyPending) await this.#oneCheckpoint(async () => {})
    const answers = await Promise.all(
      grouped(entries, ({ length }) => length).map(batch => this.#enqueue(batch)),
    )
    const refused = answers.find(answer => !answer.ok)
    return refused ?? ok(answers.flatMap(answer => (answer.ok ? answer.value : [])))
  }

  /** Puts all that is acknowledged now under a published checkpoint, without waiting until one is due. */
  async checkpoint(): Promise<Result<Published>> {
    const made = await this.#oneCheckpoint(async () => {
      clearTimeout(this.#timer)
      this.#timer = undefined
      this.#making = true
      const result = await this.#makeCheckpoint()
      this.#making = false
      this.#failed = !result.ok
      return result
    })
    if (!made.ok) this.#times.onRefusal(made.refusal)
    this.#schedule()
    return made
  }

  /**
   * Puts cosignature lines under the published checkpoint of `size` entries; answers false where another has taken
   * its place meanwhile. Refuses as `checkpoint` does.
   */
  addCosignatures(size: number, lines: readonly string[]): Promise<Result<boolean>> {
    return this.#oneCheckpoint(async () => {
      const published = this.#published
      if (this.#stopped || published?.size !== size || published.head !== this.#held.number) return ok(false)
      const note = published.note + lines.join('')
      const put = await this.#putCheckpoint(note)
      if (!put.ok) return this.#stopIfFinal(put)
      this.#published = { ...published, note }
      return ok(true)
    })
  }

  /** Publishes what is acknowledged, and stops. */
  async close(): Promise<Result<undefined>> {
    await this.#oneBatch(async () => {})
    const made = this.#stopped ? undefined : await this.checkpoint()
    clearTimeout(this.#timer)
    this.#stopped ??= refuse('closed', 'This log was closed. Open it again to go on.').refusal
    await this.#oneCheckpoint(() => this.#oneBatch(() => this.#held.file.close()))
    await this.#state.release()
    return made && !made.ok ? made : ok(undefined)
  }

  #enqueue(entries: readonly Uint8Array[]): Promise<Result<readonly number[]>> {
    return new Promise((answer, fail) => {
      this.#waiting.push({ entries, answer, fail })
      // Whoever comes while a batch is being written shares the next one.
      if (this.#waiting.length === 1) void this.#oneBatch(() => this.#answerWaiting())
    })
  }

  async #answerWaiting(): Promise<void> {
    const waiting = this.#waiting
    this.#waiting = []
    for (const together of grouped(waiting, ({ entries }) => sizeOf(entries))) {
      try {
        const indexes = await this.#addBatch(together.flatMap(({ entries }) => entries))
        let at = 0
        for (const { entries, answer } of together) {
          answer(indexes.ok ? ok(indexes.value.slice(at, at + entries.length)) : indexes)
          at += entries.length
        }
      } catch (bug) {
        for (const { fail } of together) fail(bug)
      }
    }
    this.#schedule()
  }

  async #addBatch(entries: readonly Uint8Array[]): Promise<Result<readonly number[]>> {
    if (this.#stopped) return { ok: false, refusal: this.#stopped }
    const { disk, dir } = this.#state
    let maybeSeen: readonly boolean[] = []
    const written = await writeBatch(disk, dir, this.#held, entries, this.#room, () => {
      maybeSeen = entries.map(this.#accepted.maybeSeen)
    })
    if (!written.ok) return this.#stopIfFinal(written)
    this.#held = written.value
    const indexes: number[] = []
    for (const [i, entry] of entries.entries()) {
      const index = this.#accepted.index(entry, maybeSeen[i]!)
      indexes.push(typeof index === 'number' ? index : await index)
    }
    this.#acknowledged = this.#accepted.size
    return ok(indexes)
  }

  async #makeCheckpoint(): Promise<Result<Published>> {
    if (this.#stopped) return { ok: false, refusal: this.#stopped }
    const full = this.#accepted.pending.length > 0 ? await this.#growTree() : ok([])
    if (!full.ok) return this.#stopIfFinal(full)
    const published = await this.#publish()
    if (!published.ok) return this.#stopIfFinal(published)
    try {
      await removePartials(this.#state.disk, this.#state.dir, full.value)
      await sweepHeads(this.#state.disk, this.#state.dir, this.#held.number)
    } catch (error) {
      // What is left over is removed after the next one, or when the log is opened again.
      this.#times.onRefusal(diskRefusal(error, 'Old files were not removed').refusal)
    }
    return published
  }

  /** Takes what is pending into the tree: tiles first, then the next head. Answers with the paths of full tiles. */
  async #growTree(): Promise<Result<readonly string[]>> {
    const { disk, dir, tiles } = this.#state
    let grown: Grown
    try {
      grown = await writeGrowth(this.#accepted, files => tiles.put(files, () => this.#temporary()))
      await tiles.sync()
    } catch (error) {
      // The temporary files of whoever is not the newest are swept away.
      if (!leads(disk, dir, this.#held)) return otherSequencer(this.#held.number + 1)
      return diskRefusal(error, 'No checkpoint was made; nothing acknowledged is lost')
    }
    const { edge, full } = grown
    return this.#oneBatch(async () => {
      const head = newHead(this.origin, edge.size, rootOfLevels(edge))
      const carried = this.#accepted.pending.slice(edge.size - this.#accepted.edge.size)
      const next = await this.#claimNext(head, carried)
      if (!next.ok) return next
      await this.#held.file.close()
      this.#held = next.value
      this.#accepted.advance(edge)
      return ok(full)
    })
  }

  async #claimNext(head: HeldHead['head'], carried: readonly Uint8Array[]): Promise<Result<HeldHead>> {
    const { disk, dir } = this.#state
    const number = this.#held.number + 1
    try {
      return await claimHead(disk, dir, number, head, carried)
    } catch (error) {
      if (disk.identity(headPath(dir, number)) !== undefined) return mustReopen(error)
      return diskRefusal(error, 'No checkpoint was made; nothing acknowledged is lost')
    }
  }

  /** Signs the tree of the head that is held, and puts it in the place of `checkpoint`. */
  async #publish(): Promise<Result<Published>> {
    const { key } = this.#state
    const { number, head } = this.#held
    if (this.#published?.head === number) return ok(this.#published)
    const { origin, size, root } = head
    const note = await signCheckpoint({ origin, size, root }, key.signer)
    const put = await this.#putCheckpoint(note)
    if (!put.ok) return put
    this.#published = { size, note, head: number }
    this.#times.onPublished(this.#published)
    return ok(this.#published)
  }

  async #putCheckpoint(note: string): Promise<Result<undefined>> {
    const { disk, dir } = this.#state
    const { number } = this.#held
    const temporary = this.#temporary()
    try {
      await writeFile(disk, temporary, utf8(note))
      // Whoever takes over sweeps this file away before it publishes: no older checkpoint replaces a newer one.
      if (!leads(disk, dir, this.#held)) return otherSequencer(number + 1)
      await disk.rename(temporary, join(dir, 'checkpoint'))
      await disk.syncFolder(dir)
    } catch (error) {
      if (codeOf(error) === 'ENOENT' && !leads(disk, dir, this.#held)) return otherSequencer(number + 1)
      await disk.remove(temporary).catch(() => {})
      return diskRefusal(error, 'The checkpoint was not published; nothing acknowledged is lost')
    }
    return ok(undefined)
  }

  #schedule(): void {
    const pending = this.#accepted.pending.length
    if (this.#stopped || this.#making || pending === 0) return
    // A disk that has just refused one is not asked again at once.
    if (pending >= this.#times.entries && !this.#failed) void this.checkpoint()
    else this.#timer ??= setTimeout(() => void this.checkpoint(), this.#times.interval)
  }

  #stopIfFinal<Refused extends { readonly ok: false; readonly refusal: Refusal }>(refused: Refused): Refused {
    if (refused.refusal.code === 'other-sequencer' || refused.refusal.code === 'must-reopen') {
      this.#stopped = refused.refusal
      clearTimeout(this.#timer)
    }
    return refused
  }

  #temporary(): string {
    return temporaryPath(this.#state.dir, this.#held.number, ++this.#temporaries)
  }
}

/** Runs what it is given one after another, in the order given. */
function turns(): <T>(run: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return run => {
    const turn = last.then(run)
    last = turn.catch(() => {})
    return turn
  }
}

/** `items` in order, in groups of at most about a batch's size. */
function grouped<Item>(items: readonly Item[], sizeOf: (item: Item) => number): Item[][] {
  const groups: Item[][] = []
  let room = 0
  for (const item of items) {
    const size = sizeOf(item)
    if (groups.length === 0 || size > room) {
      groups.push([])
      room = batchSize
    }
    groups.at(-1)!.push(item)
    room -= size
  }
  return groups
}

function sizeOf(entries: readonly Uint8Array[]): number {
  return entries.reduce((size, { length }) => size + length, 0)
}
