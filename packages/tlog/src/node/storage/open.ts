/** Opening a log: read and check what is there, take its newest head over, and go on from it. */
import { join } from 'node:path'
import { ok, type Result } from '../../result.ts'
import { tilePath, tileWidth } from '../../tile/path.ts'
import { hashAt } from '../../tile/tile.ts'
import { type Accepted, acceptedFrom } from './accepted.ts'
import { type Disk, diskRefusal, realDisk } from './disk.ts'
import { layBatch, newHead, seal } from './head.ts'
import {
  batchesAfter,
  claimHead,
  type HeldHead,
  leads,
  newestHead,
  otherSequencer,
  sweepHeads,
} from './heads.ts'
import { hold, isFree } from './holder.ts'
import { type LogKey, readLogKey } from './keys.ts'
import { checkPlaces, extendsAll, type Place, placesOf } from './places.ts'
import { type CheckpointTimes, type Published, Sequencer } from './sequencer.ts'
import { readCheckpoint, readStored, rootAt, type Stored } from './stored.ts'
import { readLastEntries, removeAllPartials, tileWriter } from './tiles.ts'

export type OpenOptions = CheckpointTimes & {
  /** Where the log is; the machine's disk unless a test puts another in its place. */
  readonly disk?: Disk
  /** Open the log though another process has it open. That one stops. */
  readonly takeOver?: boolean
  /** Who else holds checkpoints of this log. Default: those that its policy names with a URL. */
  readonly places?: readonly Place[]
  /** Go on where none of them can be reached. Only for whoever knows that the folder is no older copy. */
  readonly unasked?: boolean
}

/** How often opening starts anew because a running sequencer goes on meanwhile. */
const attempts = 50

/**
 * Opens the log in `dir` for adding: what it has accepted is then under a published checkpoint.
 *
 * Refuses `no-key`, `bad-key`, `no-head`, `in-use`; `damaged-head`, `damaged-tile`, `bad-head`, `other-origin`
 * where the folder is not whole; `behind`, `fork`, `unreachable` by the restore rule; `other-sequencer`; and
 * `disk-full`, `read-only`, `disk-failed`, `must-reopen`.
 */
export async function openLog(dir: string, options: OpenOptions = {}): Promise<Result<Sequencer>> {
  const disk = options.disk ?? realDisk
  try {
    const key = await readLogKey(disk, dir)
    if (!key.ok) return key
    const free = options.takeOver ? ok(undefined) : await isFree(disk, dir)
    if (!free.ok) return free
    const taken = await takeOver(disk, dir, key.value, options)
    return taken.ok ? await goOn(disk, dir, key.value, taken.value, options) : taken
  } catch (error) {
    return diskRefusal(error, `${dir} could not be opened`)
  }
}

/** A log's newest head, held, and what is stored of its tree. */
export type Taken = {
  readonly stored: Stored
  readonly held: HeldHead
  readonly published: Published | undefined
}

/** Makes the next head, of the tree that the newest has: whoever held that one stops, and this one holds the log. */
async function takeOver(disk: Disk, dir: string, key: LogKey, options: OpenOptions): Promise<Result<Taken>> {
  let stored: Stored | undefined

  async function once(): Promise<Result<Taken>> {
    const read = await readStored(disk, dir, key, stored)
    if (!read.ok) return read
    stored = read.value
    const published = await mayGoOn(disk, dir, key, stored, options)
    if (!published.ok) return published
    const readable = await batchesAfter(disk, dir, stored.number)
    if (!readable.ok) return readable
    const { origin, size, root } = stored.head
    const held = await claimHead(disk, dir, stored.number + 1, newHead(origin, size, root))
    return held.ok ? ok({ stored, held: held.value, published: published.value }) : held
  }

  for (let attempt = 1; ; attempt++) {
    const newest = await newestHead(disk, dir)
    const taken = await once()
    // What was read while a running sequencer went on is read again.
    if (taken.ok || attempt === attempts || (await newestHead(disk, dir)) === newest) return taken
  }
}

/** Checks that nothing is published that the stored tree does not extend. Answers with our own checkpoint. */
async function mayGoOn(
  disk: Disk,
  dir: string,
  key: LogKey,
  { head, levels }: Stored,
  options: OpenOptions,
): Promise<Result<Published | undefined>> {
  const tree = { size: head.size, rootAt: (size: number) => rootAt(disk, dir, levels, size) }
  const own = await readCheckpoint(disk, dir, key)
  if (own && !own.ok) return own
  const standing = own
    ? await extendsAll(disk, dir, [{ place: 'This folder', ...own.value }], tree)
    : ok(undefined)
  if (!standing.ok) return standing

  const places = options.places ? ok(options.places) : await placesOf(disk, dir, key)
  if (!places.ok) return places
  const asked = await checkPlaces(disk, dir, key, places.value, tree)
  if (!asked.ok && !(asked.refusal.code === 'unreachable' && options.unasked)) return asked
  return ok(own && { size: own.value.checkpoint.size, note: new TextDecoder().decode(own.value.bytes) })
}

/**
 * Goes on with a head that is held: what was accepted after its tree is carried over into it first, so that
 * nothing acknowledged is lost; then it is put under a checkpoint.
 */
export async function goOn(
  disk: Disk,
  dir: string,
  key: LogKey,
  taken: Taken,
  times: CheckpointTimes,
): Promise<Result<Sequencer>> {
  const state = await resume(disk, dir, taken)
  if (!state.ok) {
    await taken.held.file.close()
    // What another has taken over already, it may also have swept away.
    return leads(disk, dir, taken.held) ? state : otherSequencer(taken.held.number + 1)
  }
  const { held, accepted } = state.value
  await sweepHeads(disk, dir, held.number)
  await removeAllPartials(disk, dir)
  const release = await hold(disk, dir)
  const { published } = taken
  const sequencer = new Sequencer(
    {
      disk,
      dir,
      key,
      held,
      accepted,
      tiles: tileWriter(disk, dir),
      ...(published?.size === held.head.size && { published }),
      release,
    },
    times,
  )
  const made = await sequencer.checkpoint()
  if (made.ok) return ok(sequencer)
  await sequencer.close()
  return made
}

async function resume(
  disk: Disk,
  dir: string,
  taken: Taken,
): Promise<Result<{ readonly held: HeldHead; readonly accepted: Accepted }>> {
  const accepted = await acceptedIn(disk, dir, taken)
  if (!accepted.ok) return accepted
  const held = await carryOver(disk, dir, taken.held, accepted.value.pending)
  return held.ok ? ok({ held: held.value, accepted: accepted.value }) : held
}

/** The entries of the tree, and those accepted after it, each once. */
async function acceptedIn(disk: Disk, dir: string, { stored, held }: Taken): Promise<Result<Accepted>> {
  const { levels, firsts } = stored
  const entries = await readLastEntries(disk, dir, levels.size, levels.levels[0] ?? [])
  if (!entries.ok) return entries
  const batches = await batchesAfter(disk, dir, held.number)
  if (!batches.ok) return batches
  const accepted = acceptedFrom({ ...levels, entries: entries.value }, firsts, async index => {
    const path = tilePath(0, Math.floor(index / tileWidth))
    const tile = await disk.read(join(dir, path))
    if (tile === undefined) throw new Error(`${path} was there when the log was opened`)
    return hashAt(tile, index % tileWidth)
  })
  for (const entry of batches.value.flat()) await accepted.index(entry, accepted.maybeSeen(entry))
  return ok(accepted)
}

async function carryOver(
  disk: Disk,
  dir: string,
  held: HeldHead,
  entries: readonly Uint8Array[],
): Promise<Result<HeldHead>> {
  const batch = seal(layBatch(held.head.mark, entries))
  await held.file.write(batch, held.end)
  await held.file.sync()
  if (!leads(disk, dir, held)) return otherSequencer(held.number + 1)
  return ok({ ...held, end: held.end + batch.length })
}
