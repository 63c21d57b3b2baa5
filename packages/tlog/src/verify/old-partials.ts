import { sameBytes } from '../bytes.ts'
import { decodeBundle } from '../reader/bundle.ts'
import { ok, type Refusal, type Result, refuse } from '../result.ts'
import { listFrom, readFrom, type TileSource } from '../source/source.ts'
import { entriesPath, parseTilePath, type TilePath, tilePath, tileWidth } from '../tile/path.ts'
import type { BuiltTile } from '../tile/rebuild.ts'
import { hashAt } from '../tile/tile.ts'
import { hashSize, leafHash } from '../tree/hash.ts'

/**
 * The partial tiles and bundles that a log still has from smaller sizes. A log may delete them and needs
 * none, but what it shows must be right.
 */
export type OldPartials = {
  /** Checks those that are a beginning of `tile`, or of the bundle under it. Gives how many there were. */
  check(tile: BuiltTile): Promise<{ readonly checked: number; readonly refusal?: Refusal }>
  /** The files under `tile/` that no tile of the checkpoint's has to do with. */
  notCovered(): string[]
}

/** The old partial tiles of a log; none, where `source` cannot list its files. May be `unreadable`. */
export async function oldPartials(source: TileSource): Promise<Result<OldPartials>> {
  const listed = await listFrom(source)
  if (!listed.ok) return listed
  const paths = new Set(listed.value)
  const byTile = Map.groupBy(paths, path => {
    const parsed = parseTilePath(path)
    return parsed.ok ? keyOf(parsed.value) : ''
  })

  return ok({
    async check(tile) {
      const { level, n, width } = tile
      paths.delete(tilePath(level, n, width))
      if (level === 0) paths.delete(entriesPath(n, width))
      let checked = 0
      for (const path of byTile.get(keyOf({ kind: 'hashes', level, n, width })) ?? []) {
        const parsed = parseTilePath(path)
        if (!parsed.ok || parsed.value.width > width || !paths.delete(path)) continue
        const refusal = await checkOne(source, path, parsed.value, tile)
        if (refusal) return { checked, refusal }
        checked++
      }
      return { checked }
    },
    notCovered: () => [...paths],
  })
}

/** Tiles and bundles are kept under the tile that they are a beginning of. */
function keyOf(path: TilePath): string {
  return path.kind === 'entries' ? `0/${path.n}` : `${path.level}/${path.n}`
}

async function checkOne(
  source: TileSource,
  path: string,
  { kind, width }: TilePath,
  tile: BuiltTile,
): Promise<Refusal | undefined> {
  const bytes = await readFrom(source, path)
  if (!bytes.ok) return bytes.refusal
  const found = bytes.value ?? new Uint8Array()
  const hashes = kind === 'hashes' ? ok(hashesOf(found)) : await leavesOf(path, found, width)
  if (!hashes.ok) return hashes.refusal
  const differs = Array.from({ length: width }, (_, i) => i).find(
    i => !sameBytes(hashes.value[i] ?? new Uint8Array(), hashAt(tile.bytes, i)),
  )
  const length = kind === 'hashes' ? found.length / hashSize : width
  if (differs === undefined && length === width) return undefined
  const message = `${path} is not the beginning of the tile that the log’s entries make.`
  return refuse('tile-differs', message, { path, hash: differs ?? width }).refusal
}

function hashesOf(bytes: Uint8Array): Uint8Array[] {
  return Array.from({ length: tileWidth }, (_, i) => hashAt(bytes, i))
}

async function leavesOf(path: string, bytes: Uint8Array, width: number) {
  const entries = await decodeBundle(path, bytes, width)
  return entries.ok ? ok(entries.value.map(leafHash)) : entries
}
