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
function hashesAt(level: number, size: number): number {
  return Math.floor(size / tileWidth ** level)
}

/** Hash `i` of a tile's bytes: a view of 32 bytes. */
export function hashAt(tile: Uint8Array, i: number): Hash {
  return tile.subarray(i * hashSize, (i + 1) * hashSize)
}

/**
 * The perfect subtrees over a tile's hashes: hash i of row h is the root over the tile's hashes from i·2^h up to
 * (i+1)·2^h. Row 0 are the hashes themselves; row 8, in a full tile only, is its root.
 */
export type TileRows = readonly (readonly Hash[])[]

/** The rows of a tile's bytes: at most 255 node hashes. */
export function rowsOf(tile: Uint8Array): TileRows {
  const rows = [Array.from({ length: tile.length / hashSize }, (_, i) => hashAt(tile, i))]
  for (let row = rows[0]!; row.length > 1; rows.push(row)) {
    const below = row
    row = Array.from({ length: below.length >> 1 }, (_, i) => nodeHash(below[2 * i]!, below[2 * i + 1]!))
  }
  return rows
}

/** The roots of the largest perfect subtrees over a tile's hashes, largest first. A full tile has one. */
export function peaksOf(rows: TileRows): Hash[] {
  return rows.flatMap(row => (row.length % 2 === 1 ? [row.at(-1)!] : [])).reverse()
}

/** The root over a full tile: the hash that stands for it in the tile above. */
export function fullTileRoot(tile: Uint8Array): Hash {
  return rowsOf(tile).at(-1)![0]!
}

/**
 * The right edge of a tree of `size` leaves out of its partial tiles' bytes, lowest level first, as
 * `edgeTiles(size)` names them.
 */
export function treeOf(size: number, edge: readonly Uint8Array[]): Tree {
  return { size, peaks: edge.toReversed().flatMap(tile => peaksOf(rowsOf(tile))) }
}
