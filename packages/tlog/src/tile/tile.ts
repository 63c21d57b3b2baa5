/**
 * Tiles of hashes, C2SP tlog-tiles: up to 256 consecutive hashes of one level of the tree, 32 bytes each.
 * Hash i of tile n at level l is the root over the entries from (n·256+i)·256^l up to (n·256+i+1)·256^l.
 *
 * A log of 70,000 entries: 273 full tiles and one of width 112 at level 0, 1 full and one of width 17 at
 * level 1, one of width 1 at level 2.
 */
import { type Hash, hashSize, nodeHash } from '../tree/hash.ts'
import type { Tree } from '../tree/tree.ts'
import { tileWidth } from './path.ts'

/** Which tile: number `n` of `level`, `width` (1–256) hashes wide. */
export type Tile = { readonly level: number; readonly n: number; readonly width: number }

/** Every tile of a log of `size` entries, level by level, from the left. Partial tiles are last in their level. */
export function tilesOf(size: number): Tile[] {
  return newTiles(0, size)
}

/** The tiles that a log gains as it grows from `oldSize` to `newSize` entries, level by level, from the left. */
export function newTiles(oldSize: number, newSize: number): Tile[] {
  const tiles: Tile[] = []
  for (let level = 0; hashesAt(level, newSize) > 0; level++) {
    const before = hashesAt(level, oldSize)
    const after = hashesAt(level, newSize)
    for (let n = Math.floor(before / tileWidth); n * tileWidth < after; n++) {
      const width = Math.min(tileWidth, after - n * tileWidth)
      if (n * tileWidth + width > before) tiles.push({ level, n, width })
    }
  }
  return tiles
}

/** The partial tiles of a log of `size` entries, lowest level first. Together they make up its root. */
export function edgeTiles(size: number): Tile[] {
  const tiles: Tile[] = []
  for (let level = 0; hashesAt(level, size) > 0; level++) {
    const hashes = hashesAt(level, size)
    const width = hashes % tileWidth
    if (width > 0) tiles.push({ level, n: Math.floor(hashes / tileWidth), width })
  }
  return tiles
}

/** How many hashes a level has in all, in a log of `size` entries. */
export function hashesAt(level: number, size: number): number {
  return Math.floor(size / tileWidth ** level)
}

/** Hash `i` of a tile's bytes: a view of 32 bytes. */
export function hashAt(tile: Uint8Array, i: number): Hash {
  return tile.subarray(i * hashSize, (i + 1) * hashSize)
}

/** The roots of the perfect subtrees that a tile's hashes fall into, largest first. A full tile has one. */
export function peaksOf(tile: Uint8Array): Hash[] {
  const peaks: Hash[] = []
  const hashes = tile.length / hashSize
  let start = 0
  for (let span = tileWidth; span >= 1; span /= 2) {
    if (start + span > hashes) continue
    peaks.push(subtreeRoot(tile, start, span))
    start += span
  }
  return peaks
}

/** The root over a full tile: the hash that stands for it in the tile above. */
export function fullTileRoot(tile: Uint8Array): Hash {
  return subtreeRoot(tile, 0, tileWidth)
}

/** The root over `span` (a power of two) hashes of a tile from `start` on. */
export function subtreeRoot(tile: Uint8Array, start: number, span: number): Hash {
  let row = Array.from({ length: span }, (_, i) => hashAt(tile, start + i))
  while (row.length > 1)
    row = Array.from({ length: row.length / 2 }, (_, i) => nodeHash(row[2 * i]!, row[2 * i + 1]!))
  return row[0]!
}

/**
 * The right edge of a tree of `size` leaves out of its partial tiles' bytes, lowest level first, as
 * `edgeTiles(size)` names them.
 */
export function treeOf(size: number, edge: readonly Uint8Array[]): Tree {
  return { size, peaks: edge.toReversed().flatMap(peaksOf) }
}
