/** Tiles on disk: none is ever seen half written, and all are durable before a checkpoint speaks of them. */
import { basename, dirname, join } from 'node:path'
import { joinBytes, sameBytes } from '../../bytes.ts'
import { ok, type Result, refuse } from '../../result.ts'
import { decodeEntries } from '../../tile/entries.ts'
import { entriesPath, tilePath, tileWidth } from '../../tile/path.ts'
import { edgeTiles, hashAt } from '../../tile/tile.ts'
import { type Hash, hashSize, leafHash } from '../../tree/hash.ts'
import { type Disk, putFile } from './disk.ts'
import { growLevels, type Levels, type TileFile } from './edge.ts'

/** So many at a time: the disk syncs them together, and a batch that is to be answered does not wait behind all. */
const atATime = 3

/** Writes tiles into a log's folder. */
export type TileWriter = {
  /** Puts tiles in their places. `temporary` gives a new path each time. */
  put(files: readonly TileFile[], temporary: () => string): Promise<void>
  /** Makes all that was put durable. */
  sync(): Promise<void>
}

/** The writer of tiles into `dir`. */
export function tileWriter(disk: Disk, dir: string): TileWriter {
  /** Folders whose own names are durable. */
  const known = new Set([dir])
  const changed = new Set<string>()

  async function makeFolder(folder: string): Promise<void> {
    if (known.has(folder)) return
    await makeFolder(dirname(folder))
    await disk.makeFolder(folder)
    await disk.syncFolder(dirname(folder))
    known.add(folder)
  }

  return {
    async put(files, temporary) {
      const folders = new Set(files.map(({ path }) => dirname(join(dir, path))))
      for (const folder of folders) await makeFolder(folder)
      for (const folder of folders) changed.add(folder)
      await eachAtATime(files, ({ path, bytes }) => putFile(disk, temporary(), join(dir, path), bytes))
    },
    async sync() {
      await eachAtATime([...changed], folder => disk.syncFolder(folder))
      changed.clear()
    },
  }
}

/** Removes the partial tiles and bundles of the `full` ones at these paths. */
export async function removePartials(disk: Disk, dir: string, full: readonly string[]): Promise<void> {
  await eachAtATime(full, async path => {
    const partials = join(dir, `${path}.p`)
    if (disk.identity(partials) !== undefined) await disk.remove(partials)
  })
}

/** Removes all partial tiles and bundles whose full one is there: a crash may have left some. */
export async function removeAllPartials(disk: Disk, dir: string, folder = 'tile'): Promise<void> {
  const names = await disk.list(join(dir, folder))
  for (const name of names) {
    if (name.endsWith('.p')) {
      if (names.includes(basename(name, '.p'))) await disk.remove(join(dir, folder, name))
    } else if (!/^[0-9]{3}$/.test(name)) await removeAllPartials(disk, dir, `${folder}/${name}`)
  }
}

/**
 * The levels of a log as its tiles on disk have it at `size`, read from those of a smaller one on. Every leaf is
 * passed to `seen` with its index, in order. Refuses `damaged-tile` where a tile is missing or is not what the
 * leaves make it; whether the leaves are the right ones, the root must tell.
 */
export async function readLevels(
  disk: Disk,
  dir: string,
  from: Levels,
  size: number,
  seen: (leaf: Hash, index: number) => void,
): Promise<Result<Levels>> {
  let levels = from
  while (levels.size < size) {
    const n = Math.floor(levels.size / tileWidth)
    const width = Math.min(tileWidth, size - n * tileWidth)
    const tile = await readTile(disk, dir, tilePath(0, n, width), tilePath(0, n), width * hashSize)
    if (tile === undefined) return damagedTile(tilePath(0, n, width), 'is missing or too short')
    const leaves = Array.from({ length: width }, (_, i) => hashAt(tile, i))
    const known = levels.levels[0] ?? []
    if (known.some((leaf, i) => !sameBytes(leaf, leaves[i]!)))
      return damagedTile(tilePath(0, n, width), 'is not an extension of what was read before')
    const grown = growLevels(levels, leaves.slice(known.length))
    for (const file of grown.files) {
      if (file.path.startsWith('tile/0/') || file.path.includes('.p/')) continue
      if (!(await isOnDisk(disk, dir, file))) return damagedTile(file.path, notMade)
    }
    leaves.slice(known.length).forEach((leaf, i) => {
      seen(leaf, n * tileWidth + known.length + i)
    })
    levels = { size: n * tileWidth + width, levels: grown.levels }
  }
  for (const { level, n, width } of edgeTiles(size).filter(({ level }) => level > 0)) {
    const file = { path: tilePath(level, n, width), bytes: joinBytes(...levels.levels[level]!) }
    if (!(await isOnDisk(disk, dir, file))) return damagedTile(file.path, notMade)
  }
  return ok(levels)
}

/**
 * The entries of a log of `size` that are in no full bundle, whose leaf hashes are `leaves`. Refuses
 * `damaged-tile` where the bundle is missing or has others.
 */
export async function readLastEntries(
  disk: Disk,
  dir: string,
  size: number,
  leaves: readonly Hash[],
): Promise<Result<readonly Uint8Array[]>> {
  const n = Math.floor(size / tileWidth)
  const width = leaves.length
  if (width === 0) return ok([])
  const path = entriesPath(n, width)
  const bundle = (await disk.read(join(dir, path))) ?? (await disk.read(join(dir, entriesPath(n))))
  if (bundle === undefined) return damagedTile(path, 'is missing')
  const entries = decodeEntries(bundle)
  if (!entries.ok || entries.value.length < width) return damagedTile(path, 'is cut short')
  const last = entries.value.slice(0, width)
  const wrong = last.findIndex((entry, i) => !sameBytes(leafHash(entry), leaves[i]!))
  if (wrong >= 0) return damagedTile(path, `has another entry ${n * tileWidth + wrong} than its tile`)
  return ok(last)
}

async function isOnDisk(disk: Disk, dir: string, { path, bytes }: TileFile): Promise<boolean> {
  const found = await readTile(disk, dir, path, path.replace(/\.p\/.*$/, ''), bytes.length)
  return found !== undefined && sameBytes(found, bytes)
}

/** The first `length` bytes of a tile, out of the full one where the partial one is gone. */
async function readTile(disk: Disk, dir: string, path: string, full: string, length: number) {
  const bytes = (await disk.read(join(dir, path))) ?? (await disk.read(join(dir, full)))
  return bytes && bytes.length >= length ? bytes.subarray(0, length) : undefined
}

const notMade = 'is not what the tiles below make it'

function damagedTile(path: string, what: string) {
  return refuse(
    'damaged-tile',
    `${path} ${what}. Nothing was changed. Restore it from a copy of the published log.`,
    { path },
  )
}

/** Calls `run` on each, a few at a time. Where one throws, no other is begun, and this throws when all have ended. */
async function eachAtATime<Item>(items: readonly Item[], run: (item: Item) => Promise<void>): Promise<void> {
  const left = [...items].reverse()
  const lane = async () => {
    for (let item = left.pop(); item !== undefined; item = left.pop())
      await run(item).catch(error => {
        left.length = 0
        throw error
      })
  }
  const failed = (await Promise.allSettled(Array.from({ length: atATime }, lane))).find(
    result => result.status === 'rejected',
  )
  if (failed) throw failed.reason
}
