/** What a log's folder holds, read and checked: its newest head, and the tiles of that head's tree. */
import { join } from 'node:path'
import { joinBytes, sameBytes } from '../../bytes.ts'
import { openCheckpoint, type SignedCheckpoint } from '../../checkpoint.ts'
import { ok, type Result, refuse } from '../../result.ts'
import { tilePath } from '../../tile/path.ts'
import { edgeTiles, treeOf } from '../../tile/tile.ts'
import { type Hash, hashSize } from '../../tree/hash.ts'
import { rootOf } from '../../tree/tree.ts'
import { sodiumNative } from '../ed25519.ts'
import type { Disk } from './disk.ts'
import { emptyEdge, type Levels, rootOfLevels } from './edge.ts'
import { type Firsts, noFirsts } from './firsts.ts'
import type { Head } from './head.ts'
import { headAt, newestHead } from './heads.ts'
import type { LogKey } from './keys.ts'
import { readLevels } from './tiles.ts'

export type Stored = {
  /** The newest head's number. */
  readonly number: number
  readonly head: Head
  /** The edge of its tree. */
  readonly levels: Levels
  /** Where each of its entries is. */
  readonly firsts: Firsts
}

/**
 * Reads the newest head and the tiles of its tree, going on from what was read `before`. Refuses `no-head`,
 * `other-origin`, `bad-head`, `damaged-head`, and `damaged-tile` with the first path that is not as it must be.
 */
export async function readStored(
  disk: Disk,
  dir: string,
  key: LogKey,
  before?: Stored,
): Promise<Result<Stored>> {
  const number = await newestHead(disk, dir)
  const read = number > 0 ? await headAt(disk, dir, number) : undefined
  if (read === undefined) return noHead(dir)
  if (!read.ok) return read
  const { head } = read.value
  if (head.origin !== key.origin)
    return refuse('other-origin', `heads/${number} is of ${head.origin}, the key is of ${key.origin}.`, {
      path: `heads/${number}`,
    })

  const firsts = before?.firsts ?? noFirsts()
  const levels = await readLevels(disk, dir, before?.levels ?? emptyEdge, head.size, firsts.putUnseen)
  if (!levels.ok) return levels
  if (!sameBytes(rootOfLevels(levels.value), head.root))
    return refuse(
      'damaged-tile',
      `The tiles at level 0 do not make the tree of heads/${number}. Nothing was changed. Verify the log to find ` +
        'the place, and restore it from a copy of the published log.',
      { path: 'tile/0' },
    )
  return ok({ number, head, levels: levels.value, firsts })
}

/** The checkpoint in the folder, its own signature verified; undefined where there is none. */
export async function readCheckpoint(
  disk: Disk,
  dir: string,
  key: LogKey,
): Promise<Result<{ readonly checkpoint: SignedCheckpoint; readonly bytes: Uint8Array }> | undefined> {
  const bytes = await disk.read(join(dir, 'checkpoint'))
  if (bytes === undefined) return undefined
  const checkpoint = await openCheckpoint(bytes, key.vkey, sodiumNative)
  return checkpoint.ok ? ok({ checkpoint: checkpoint.value, bytes }) : checkpoint
}

/** The root of the stored tree when it had `size` entries, which is at most its size. */
export async function rootAt(disk: Disk, dir: string, levels: Levels, size: number): Promise<Hash> {
  const edge: Uint8Array[] = []
  for (const { level, n, width } of edgeTiles(size)) {
    const last = Math.floor(levels.size / 256 ** (level + 1)) === n
    const tile = last ? joinBytes(...levels.levels[level]!) : await disk.read(join(dir, tilePath(level, n)))
    if (tile === undefined) throw new Error(`${tilePath(level, n)} was there a moment ago`)
    edge.push(tile.subarray(0, width * hashSize))
  }
  return rootOf(treeOf(size, edge))
}

function noHead(dir: string) {
  return refuse(
    'no-head',
    `${dir} has no heads/: it is not a log yet, or a copy without them. Make a log there, or restore it from the ` +
      'published one.',
    { path: join(dir, 'heads') },
  )
}
