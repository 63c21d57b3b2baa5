/** The tiles of a tree that takes in what is pending: hashed and written by turns. */
import { setImmediate } from 'node:timers/promises'
import { tileWidth } from '../../tile/path.ts'
import type { Accepted } from './accepted.ts'
import { type Edge, edgeFiles, grow, type TileFile } from './edge.ts'

/** A tree whose tiles are all written: its edge, and the paths of the full tiles and bundles that are new. */
export type Grown = { readonly edge: Edge; readonly full: readonly string[] }

/** So many entries are hashed while the tiles of as many before them are written. */
const step = 8 * tileWidth

/** A tree grows to at most so many times what was pending at first: entries may come as fast as they are taken in. */
const most = 4

/**
 * Writes the tiles of the tree that has all that is pending now, and more that comes meanwhile, while that fills a
 * tile: what is left is carried over into the next head, and written once more.
 * `write` puts tiles in their places.
 */
export async function writeGrowth(
  accepted: Accepted,
  write: (files: readonly TileFile[]) => Promise<void>,
): Promise<Grown> {
  const start = accepted.edge
  const asked = accepted.pending.length
  const full: string[] = []
  let edge = start
  let count = 0
  let writing = Promise.resolve()
  const goesOn = () => count < asked || (count < most * asked && accepted.pending.length - count >= tileWidth)

  while (goesOn()) {
    const end = Math.min(accepted.pending.length, count + step)
    while (accepted.leaves.length < end) {
      accepted.hashSome()
      await setImmediate()
    }
    const grown = grow(edge, accepted.pending.slice(count, end), accepted.leaves.slice(count, end))
    const files = grown.files.filter(({ path }) => !isPartial(path))
    await writing
    writing = write(files)
    writing.catch(() => {}) // it is awaited below, though perhaps not before it fails
    full.push(...files.map(({ path }) => path))
    edge = grown.edge
    count = end
  }
  await writing
  const before = new Set(edgeFiles(start).map(({ path }) => path))
  await write(edgeFiles(edge).filter(({ path }) => !before.has(path)))
  return { edge, full }
}

function isPartial(path: string): boolean {
  return path.includes('.p/')
}
