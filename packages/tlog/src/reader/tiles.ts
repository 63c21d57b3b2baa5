import { sameBytes } from '../bytes.ts'
import type { Checkpoint } from '../checkpoint.ts'
import { all, ok, type Result, refuse } from '../result.ts'
import { readFrom, type TileSource } from '../source/source.ts'
import { tilePath, tileWidth } from '../tile/path.ts'
import { edgeTiles, rowsOf, type Tile, type TileRows, treeOf } from '../tile/tile.ts'
import { hashSize } from '../tree/hash.ts'
import type { HashSource, Subtree } from '../tree/subtree.ts'
import { rootOf } from '../tree/tree.ts'
import { cached } from './cache.ts'

/** Gives the hashes of tile `n` of a level, as wide as it is at the checkpoint, and authentic. */
export type AuthenticTiles = (level: number, n: number) => Promise<Result<TileRows>>

/**
 * The tiles of a log, each checked against a checkpoint before it is used. The partial tiles of the
 * checkpoint's size make up its root; every full tile's root is a hash in the tile above it. So a tile is
 * authentic when it hashes to what an authentic tile, or the root, says of it.
 *
 * Refuses `missing-tile`, `bad-tile` (its length), `tile-differs` (from the tile above), `edge-differs` (the
 * partial tiles, together, from the root) and `unreadable`.
 */
export function authenticTiles(source: TileSource, { size, root }: Checkpoint): AuthenticTiles {
  const edge = cached(1, () => readEdge())
  const tiles = cached(256, (key: string) => {
    const [level, n] = key.split('/').map(Number) as [number, number]
    return authenticate(level, n)
  })
  return (level, n) => tiles(`${level}/${n}`)

  async function readEdge(): Promise<Result<readonly TileRows[]>> {
    const found = all(await Promise.all(edgeTiles(size).map(tile => readTile(source, tile))))
    if (!found.ok) return found
    if (sameBytes(rootOf(treeOf(size, found.value)), root)) return ok(found.value.map(rowsOf))
    const paths = edgeTiles(size).map(({ level, n, width }) => tilePath(level, n, width))
    return refuse(
      'edge-differs',
      `The tiles at the log’s edge (${paths.join(', ')}) do not make up the checkpoint’s root.`,
      { path: paths[0] ?? 'checkpoint', size },
    )
  }

  async function authenticate(level: number, n: number): Promise<Result<TileRows>> {
    const onEdge = edgeTiles(size).findIndex(tile => tile.level === level && tile.n === n)
    if (onEdge >= 0) {
      const tiles = await edge('')
      return tiles.ok ? ok(tiles.value[onEdge]!) : tiles
    }
    const parentN = Math.floor(n / tileWidth)
    const [parent, tile] = await Promise.all([
      tiles(`${level + 1}/${parentN}`),
      readTile(source, { level, n, width: tileWidth }),
    ])
    if (!parent.ok) return parent
    if (!tile.ok) return tile
    const rows = rowsOf(tile.value)
    if (sameBytes(rows.at(-1)![0]!, parent.value[0]![n % tileWidth]!)) return ok(rows)
    const path = tilePath(level, n)
    return refuse('tile-differs', `${path} is not the tile that the one above it stands for.`, { path })
  }
}

/** A tile's bytes, not yet authentic. Where a partial tile is gone, the beginning of the full one. */
export async function readTile(source: TileSource, { level, n, width }: Tile): Promise<Result<Uint8Array>> {
  for (const available of width === tileWidth ? [tileWidth] : [width, tileWidth]) {
    const path = tilePath(level, n, available)
    const bytes = await readFrom(source, path)
    if (!bytes.ok) return bytes
    if (bytes.value === undefined) continue
    if (bytes.value.length !== available * hashSize)
      return refuse('bad-tile', `${path} is not ${available} hashes long but ${bytes.value.length} bytes.`, {
        path,
        length: bytes.value.length,
      })
    return ok(bytes.value.subarray(0, width * hashSize))
  }
  const path = tilePath(level, n, width)
  return refuse('missing-tile', `${path} is missing.`, { path })
}

/** The hashes of perfect subtrees, out of authentic tiles. Each tile has the subtrees of eight heights. */
export function hashesFrom(tiles: AuthenticTiles): HashSource {
  return async subtrees => {
    const places = subtrees.map(placeOf)
    const found = all(await Promise.all(places.map(({ level, n }) => tiles(level, n))))
    if (!found.ok) return found
    return ok(places.map(({ row, i }, at) => found.value[at]![row]![i]!))
  }
}

/** Which hash of which row of which tile is a perfect subtree's. */
function placeOf({ height, index }: Subtree): { level: number; n: number; row: number; i: number } {
  const level = Math.floor(height / 8)
  const row = height - 8 * level
  const perTile = tileWidth / 2 ** row
  return { level, n: Math.floor(index / perTile), row, i: index % perTile }
}
