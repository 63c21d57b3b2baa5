/** Bringing an older or damaged copy of a log up to what is published of it. */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { sameBytes } from '../../bytes.ts'
import { formatNote } from '../../note/note.ts'
import { type LogReader, readLog } from '../../reader/reader.ts'
import { ok, type Result, refuse } from '../../result.ts'
import type { TileSource } from '../../source/source.ts'
import { utf8 } from '../../text.ts'
import { tileWidth } from '../../tile/path.ts'
import { verifyConsistency } from '../../tree/consistency.ts'
import { type Hash, leafHash } from '../../tree/hash.ts'
import { sodiumNative } from '../ed25519.ts'
import { type Disk, diskRefusal, putFile, realDisk } from './disk.ts'
import { type Edge, edgeFiles, emptyEdge, grow, rootOfLevels } from './edge.ts'
import { noFirsts } from './firsts.ts'
import { newHead } from './head.ts'
import { claimHead, headAt, newestHead, temporaryPath } from './heads.ts'
import { isFree } from './holder.ts'
import { type LogKey, readLogKey } from './keys.ts'
import { goOn } from './open.ts'
import { keepFork } from './places.ts'
import type { Published } from './sequencer.ts'
import { readCheckpoint, readStored, rootAt, type Stored } from './stored.ts'
import { tileWriter } from './tiles.ts'

export type RestoreOptions = {
  readonly disk?: Disk
  readonly takeOver?: boolean
  /** Hears how many of the missing entries have been copied. */
  readonly onProgress?: (done: number, total: number) => void
}

/** How many entries the log has now; how many of them were copied, and how many only this folder had. */
export type Restored = { readonly size: number; readonly copied: number; readonly kept: number }

/** What a folder has, and can be gone on from. */
type Sound = Pick<Stored, 'number' | 'levels' | 'firsts'>

type Tree = { readonly size: number; readonly root: Hash }

/** Entries are copied in steps of so many: a multiple of a tile's width. */
const step = 16 * tileWidth

/**
 * Copies into `dir` what it lacks of the log published at `source`, every entry verified, after checking that the
 * published log extends what the folder has. Entries that were accepted here and are not published stay, behind
 * the others. The folder needs its key; tiles that are missing or damaged are written again.
 *
 * Refuses as `openLog` and `readLog` do: `fork` where the two have different trees (both checkpoints are kept), and
 * `source-behind` where the folder is damaged and the published log is no longer than the sound part.
 */
export async function restoreLog(
  dir: string,
  source: TileSource,
  options: RestoreOptions = {},
): Promise<Result<Restored>> {
  const disk = options.disk ?? realDisk
  try {
    const key = await readLogKey(disk, dir)
    if (!key.ok) return key
    const free = options.takeOver ? ok(undefined) : await isFree(disk, dir)
    if (!free.ok) return free
    return await restore(disk, dir, key.value, source, options)
  } catch (error) {
    return diskRefusal(error, `${dir} could not be restored`)
  }
}

async function restore(
  disk: Disk,
  dir: string,
  key: LogKey,
  source: TileSource,
  { onProgress = () => {} }: RestoreOptions,
): Promise<Result<Restored>> {
  const reader = await readLog(source, { vkey: key.vkey, engine: sodiumNative })
  if (!reader.ok) return reader
  const { checkpoint } = reader.value
  const note = formatNote(checkpoint.note)
  const sound = await soundPart(disk, dir, key)
  if (!sound.ok) return sound
  const extended = await extendsOurs(disk, dir, key, sound.value, reader.value)
  if (!extended.ok) return extended
  if (!extended.value)
    return keepFork(disk, dir, { place: 'The published log', checkpoint, bytes: utf8(note) })
  if (checkpoint.size < sound.value.levels.size)
    return ok({ size: sound.value.levels.size, copied: 0, kept: 0 })

  await disk.makeFolder(join(dir, 'heads'), 0o700)
  await disk.syncFolder(dir)
  const edge = await copyEntries(disk, dir, sound.value, reader.value, onProgress)
  if (!edge.ok) return edge
  const copied = edge.value.size - sound.value.levels.size
  const size = await putHead(
    disk,
    dir,
    key,
    { ...sound.value, levels: edge.value },
    { size: edge.value.size, note },
  )
  return size.ok ? ok({ size: size.value, copied, kept: size.value - edge.value.size }) : size
}

/** What the folder has that can be gone on from; nothing, where its tiles are damaged or missing. */
async function soundPart(disk: Disk, dir: string, key: LogKey): Promise<Result<Sound>> {
  const stored = await readStored(disk, dir, key)
  if (stored.ok) return stored
  if (stored.refusal.code !== 'no-head' && stored.refusal.code !== 'damaged-tile') return stored
  return ok({ number: await newestHead(disk, dir), levels: emptyEdge, firsts: noFirsts() })
}

/** Whether the published log extends every tree that the folder speaks of, or is a beginning of its sound part. */
async function extendsOurs(
  disk: Disk,
  dir: string,
  key: LogKey,
  { number, levels }: Sound,
  reader: LogReader,
): Promise<Result<boolean>> {
  const head = await headAt(disk, dir, number)
  const own = await readCheckpoint(disk, dir, key)
  const trees: Tree[] = [...(head?.ok ? [head.value.head] : []), ...(own?.ok ? [own.value.checkpoint] : [])]
  const { size, root } = reader.checkpoint
  for (const tree of trees) {
    if (tree.size > size && levels.size < tree.size) return sourceBehind(tree.size, size)
    const extended =
      tree.size > size
        ? ok(sameBytes(await rootAt(disk, dir, levels, size), root))
        : await extendsTree(reader, tree)
    if (!extended.ok || !extended.value) return extended
  }
  return ok(true)
}

async function extendsTree(
  { checkpoint, consistencyProof }: LogReader,
  tree: Tree,
): Promise<Result<boolean>> {
  if (tree.size === 0) return ok(true)
  const proof = await consistencyProof(tree.size)
  if (!proof.ok) return proof
  const { size, root } = checkpoint
  return ok(verifyConsistency({ oldSize: tree.size, oldRoot: tree.root, size, root }, proof.value))
}

/** Copies the entries that are missing, and writes the tiles that are new by them. */
async function copyEntries(
  disk: Disk,
  dir: string,
  { number, levels, firsts }: Sound,
  reader: LogReader,
  onProgress: (done: number, total: number) => void,
): Promise<Result<Edge>> {
  const tiles = tileWriter(disk, dir)
  const name = randomBytes(4).toString('hex')
  let files = 0
  const temporary = () => temporaryPath(dir, number + 1, `${name}-${++files}`)

  const { size, root } = reader.checkpoint
  const start = Math.floor(levels.size / tileWidth) * tileWidth
  let edge: Edge = { size: start, levels: [[], ...levels.levels.slice(1)], entries: [] }
  while (edge.size < size) {
    const entries: Uint8Array[] = []
    for await (const entry of reader.entries(edge.size, Math.min(edge.size + step, size))) {
      if (!entry.ok) return entry
      entries.push(entry.value)
    }
    const leaves = entries.map(leafHash)
    for (const [i, leaf] of leaves.entries())
      if (edge.size + i >= levels.size) firsts.putUnseen(leaf, edge.size + i)
    const grown = grow(edge, entries, leaves)
    await tiles.put(
      grown.files.filter(({ path }) => !path.includes('.p/')),
      temporary,
    )
    edge = grown.edge
    onProgress(edge.size - start, size - start)
  }
  if (!sameBytes(rootOfLevels(edge), root)) throw new Error('verified entries make another tree')
  await tiles.put(edgeFiles(edge), temporary)
  await tiles.sync()
  return ok(edge)
}

/** Makes the head of the restored tree, and goes on with it once. Answers with the log's size. */
async function putHead(
  disk: Disk,
  dir: string,
  key: LogKey,
  { number, levels, firsts }: Sound,
  published: Published,
): Promise<Result<number>> {
  const head = newHead(key.origin, levels.size, rootOfLevels(levels))
  // Without an older head there is nothing to carry over.
  const held = await claimHead(disk, dir, number + 1, head, number === 0 ? [] : undefined)
  if (!held.ok) return held
  const temporary = temporaryPath(dir, number + 1, 'restored')
  await putFile(disk, temporary, join(dir, 'checkpoint'), utf8(published.note))
  await disk.syncFolder(dir)
  const stored = { number: number + 1, head, levels, firsts }
  const sequencer = await goOn(disk, dir, key, { stored, held: held.value, published }, {})
  if (!sequencer.ok) return sequencer
  const { size } = sequencer.value
  const closed = await sequencer.value.close()
  return closed.ok ? ok(size) : closed
}

function sourceBehind(size: number, published: number) {
  return refuse(
    'source-behind',
    `This folder speaks of ${size} entries and its tiles are damaged; what is published has only ${published}. ` +
      'Nothing was changed. Restore from a copy that has more.',
    { size, published },
  )
}
