import { joinBytes } from '../bytes.ts'
import type { Hash } from '../tree/hash.ts'
import { tileWidth } from './path.ts'
import { fullTileRoot, type Tile } from './tile.ts'

/** A tile with its bytes. */
export type BuiltTile = Tile & { readonly bytes: Uint8Array }

/** The tiles of a log, built again from its leaf hashes alone. */
export type Rebuilding = {
  /** The full tiles, of all levels, that the next leaf completes. */
  add(leaf: Hash): BuiltTile[]
  /** The partial tiles, lowest level first, as of the last leaf. */
  edge(): BuiltTile[]
}

/** Begins with no leaf. Keeps at most 255 hashes a level. */
export function rebuildTiles(): Rebuilding {
  const rows: { hashes: Hash[]; n: number }[] = []

  function put(level: number, hash: Hash): BuiltTile[] {
    const row = rows[level] ?? { hashes: [], n: 0 }
    rows[level] = row
    row.hashes.push(hash)
    if (row.hashes.length < tileWidth) return []
    const tile = { level, n: row.n, width: tileWidth, bytes: joinBytes(...row.hashes) }
    rows[level] = { hashes: [], n: row.n + 1 }
    return [tile, ...put(level + 1, fullTileRoot(tile.bytes))]
  }

  return {
    add: leaf => put(0, leaf),
    edge: () =>
      rows.flatMap(({ hashes, n }, level) =>
        hashes.length === 0 ? [] : [{ level, n, width: hashes.length, bytes: joinBytes(...hashes) }],
      ),
  }
}
