import { signCheckpoint } from './checkpoint.ts'
import type { Signer } from './note/note.ts'
import { utf8 } from './text.ts'
import { encodeEntries } from './tile/entries.ts'
import { entriesPath, tilePath, tileWidth } from './tile/path.ts'
import { rebuildTiles } from './tile/rebuild.ts'
import { treeOf } from './tile/tile.ts'
import { leafHash } from './tree/hash.ts'
import { rootOf } from './tree/tree.ts'

/**
 * All the files of a log that will not grow, by path: its tiles, its bundles, and a checkpoint signed by `log`,
 * whose name becomes the origin. Each entry is at most 65,535 bytes. Everything is kept in memory.
 */
export async function buildLog(
  entries: readonly Uint8Array[],
  log: Signer,
): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  for (let n = 0; n * tileWidth < entries.length; n++) {
    const bundle = entries.slice(n * tileWidth, (n + 1) * tileWidth)
    files.set(entriesPath(n, bundle.length), encodeEntries(bundle))
  }
  const tiles = rebuildTiles()
  const full = entries.flatMap(entry => tiles.add(leafHash(entry)))
  const edge = tiles.edge()
  for (const { level, n, width, bytes } of [...full, ...edge]) files.set(tilePath(level, n, width), bytes)

  const size = entries.length
  const root = rootOf(
    treeOf(
      size,
      edge.map(({ bytes }) => bytes),
    ),
  )
  files.set('checkpoint', utf8(await signCheckpoint({ origin: log.name, size, root }, log)))
  return files
}
