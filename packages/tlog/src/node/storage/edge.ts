/**
 * The right edge of a log: what its tiles lack to be full. From it and further entries follow the next tiles.
 */
import { joinBytes } from '../../bytes.ts'
import { encodeEntries } from '../../tile/entries.ts'
import { entriesPath, tilePath, tileWidth } from '../../tile/path.ts'
import { edgeTiles, fullTileRoot, treeOf } from '../../tile/tile.ts'
import type { Hash } from '../../tree/hash.ts'
import { rootOf } from '../../tree/tree.ts'

export type Levels = {
  /** How many entries the log has. */
  readonly size: number
  /** The hashes of each level, from 0, that are in no full tile yet: fewer than 256 each. */
  readonly levels: readonly (readonly Hash[])[]
}

export type Edge = Levels & {
  /** The entries that are in no full bundle yet: as many as there are hashes at level 0. */
  readonly entries: readonly Uint8Array[]
}

/** A tile or a bundle, and where it belongs. */
export type TileFile = { readonly path: string; readonly bytes: Uint8Array }

/** The edge of a log without entries. */
export const emptyEdge: Edge = { size: 0, levels: [], entries: [] }

/** The root of the tree with this edge. */
export function rootOfLevels({ size, levels }: Levels): Hash {
  const partials = edgeTiles(size).map(({ level }) => joinBytes(...levels[level]!))
  return rootOf(treeOf(size, partials))
}

/** The partial tiles and the partial bundle of a log with this edge. */
export function edgeFiles({ size, levels, entries }: Edge): TileFile[] {
  const tiles = edgeTiles(size).map(({ level, n, width }) => ({
    path: tilePath(level, n, width),
    bytes: joinBytes(...levels[level]!),
  }))
  if (entries.length === 0) return tiles
  const path = entriesPath(Math.floor(size / tileWidth), entries.length)
  return [{ path, bytes: encodeEntries(entries) }, ...tiles]
}

/**
 * The edge after `entries`, whose leaf hashes are `leaves`, and every tile and bundle that is new by them: the
 * full ones, and the partial ones of the new size.
 */
export function grow(
  edge: Edge,
  entries: readonly Uint8Array[],
  leaves: readonly Hash[],
): { readonly edge: Edge; readonly files: readonly TileFile[] } {
  if (entries.length === 0) return { edge, files: [] }
  const size = edge.size + entries.length
  const bundles = split(edge.entries, entries, edge.size)
  const files = bundles.all.map(({ n, items }) => ({
    path: entriesPath(n, items.length),
    bytes: encodeEntries(items),
  }))
  const grown = growLevels(edge, leaves)
  return {
    edge: { size, levels: grown.levels, entries: bundles.left },
    files: [...files, ...grown.files],
  }
}

/** As `grow`, for the tiles of hashes alone. */
export function growLevels(
  edge: Levels,
  leaves: readonly Hash[],
): { readonly levels: readonly (readonly Hash[])[]; readonly files: readonly TileFile[] } {
  const levels: (readonly Hash[])[] = [...edge.levels]
  const files: TileFile[] = []
  let more = leaves
  for (let level = 0; more.length > 0; level++) {
    const tiles = split(levels[level] ?? [], more, Math.floor(edge.size / tileWidth ** level))
    const written = tiles.all.map(({ n, items }) => ({
      path: tilePath(level, n, items.length),
      bytes: joinBytes(...items),
    }))
    files.push(...written)
    levels[level] = tiles.left
    more = written.slice(0, tiles.full).map(({ bytes }) => fullTileRoot(bytes))
  }
  return { levels, files }
}

/** `left` (what is in no full tile of a level of `count` items) and `more`, in tiles; the last may be partial. */
function split<Item>(left: readonly Item[], more: readonly Item[], count: number) {
  const items = [...left, ...more]
  const first = (count - left.length) / tileWidth
  const full = Math.floor(items.length / tileWidth)
  const all = Array.from({ length: Math.ceil(items.length / tileWidth) }, (_, i) => ({
    n: first + i,
    items: items.slice(i * tileWidth, (i + 1) * tileWidth),
  }))
  return { all, full, left: items.slice(full * tileWidth) }
}
