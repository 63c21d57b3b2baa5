import { sameBytes } from '../bytes.ts'
import type { SignedCheckpoint } from '../checkpoint.ts'
import { type Bundle, readBundle } from '../reader/bundle.ts'
import { type ReadOptions, readCheckpoint, refuseEntry } from '../reader/reader.ts'
import { authenticTiles, readTile } from '../reader/tiles.ts'
import { ok, type Refusal, type Result, refuse } from '../result.ts'
import { readFrom, type TileSource } from '../source/source.ts'
import { entriesPath, tilePath, tileWidth } from '../tile/path.ts'
import { type BuiltTile, rebuildTiles } from '../tile/rebuild.ts'
import { hashAt, type Tile, treeOf } from '../tile/tile.ts'
import { type Hash, leafHash } from '../tree/hash.ts'
import { rootOf } from '../tree/tree.ts'
import { oldPartials } from './old-partials.ts'

export type VerifyOptions = ReadOptions & {
  /** Called after each bundle with the number of entries read so far, and of all. */
  readonly progress?: ((entries: number, size: number) => void) | undefined
  /**
   * Called with each entry as it is read, in order; a promise that it gives is awaited before the next. Not to be
   * believed before `verifyLog` has ended well.
   */
  readonly each?: ((entry: Uint8Array, index: number) => unknown) | undefined
}

/** What was found right. */
export type VerifiedLog = {
  readonly checkpoint: SignedCheckpoint
  readonly entries: number
  /** How many tiles of hashes were compared, of all levels. */
  readonly tiles: number
  /** How many partial tiles and bundles of smaller sizes were compared, where the source can list them. */
  readonly oldPartials: number
  /** Files under `tile/` that the checkpoint does not speak of, where the source can list them. */
  readonly notCovered: readonly string[]
}

/**
 * Reads every entry of a log, builds all tiles of all levels from them, and compares these with the published
 * ones and their root with the checkpoint. Refuses, naming the first bad file in `where`:
 *
 * - `entry-differs` {index, path}: the signed tree has another entry there;
 * - `tile-differs` {path, hash}: the tile's hash of that number is not the signed tree's;
 * - `edge-differs`, `root-differs`: entries and tiles are not those of the checkpoint at all;
 * - `missing-…`, `bad-…`, `unreadable` {path}: as `readLog`, and what `openCheckpoint` refuses.
 */
export async function verifyLog(source: TileSource, options: VerifyOptions): Promise<Result<VerifiedLog>> {
  const opened = await readCheckpoint(source, options)
  if (!opened.ok) return opened
  const checkpoint = opened.value
  const compared = await compareTiles(source, checkpoint.size, options)
  if (!compared.ok) return compared

  const { root, difference, oldRefusal, tiles, oldPartials, notCovered } = compared.value
  if (!sameBytes(root, checkpoint.root)) return blame(source, checkpoint, difference)
  if (difference) {
    const { level, n, width, hash } = difference
    return refuseTile(await whereIs(source, width, available => tilePath(level, n, available)), hash)
  }
  if (oldRefusal) return { ok: false, refusal: oldRefusal }
  return ok({ checkpoint, entries: checkpoint.size, tiles, oldPartials, notCovered })
}

/** A hash in which a published tile differs from the one that the entries make. */
type Difference = Tile & { readonly hash: number }

type Comparison = Pick<VerifiedLog, 'tiles' | 'oldPartials' | 'notCovered'> & {
  /** The root that the entries make. */
  readonly root: Hash
  /** The first difference, in the order of the entries; a tile comes before those above it. */
  readonly difference: Difference | undefined
  readonly oldRefusal: Refusal | undefined
}

async function compareTiles(
  source: TileSource,
  size: number,
  options: VerifyOptions,
): Promise<Result<Comparison>> {
  const listed = await oldPartials(source)
  if (!listed.ok) return listed
  const old = listed.value
  const edge: Uint8Array[] = []
  let tiles = 0
  let olds = 0
  let difference: Difference | undefined
  let oldRefusal: Refusal | undefined
  for await (const pair of builtTiles(source, size, options)) {
    if (!pair.ok) return pair
    const { built, published } = pair.value
    tiles++
    difference ??= firstDifference(built, published)
    const { checked, refusal } = await old.check(built)
    olds += checked
    oldRefusal ??= refusal
    if (built.width < tileWidth) edge.push(built.bytes)
  }
  const root = rootOf(treeOf(size, edge))
  return ok({ root, difference, oldRefusal, tiles, oldPartials: olds, notCovered: old.notCovered() })
}

function firstDifference(built: BuiltTile, published: Uint8Array): Difference | undefined {
  if (sameBytes(built.bytes, published)) return undefined
  for (let hash = 0; hash < built.width; hash++)
    if (!sameBytes(hashAt(built.bytes, hash), hashAt(published, hash))) return { ...built, hash }
  return undefined
}

/** Every tile of the log as its entries make it, beside the published one. A refusal ends it. */
async function* builtTiles(
  source: TileSource,
  size: number,
  { each, progress }: VerifyOptions,
): AsyncGenerator<Result<{ readonly built: BuiltTile; readonly published: Uint8Array }>> {
  const rebuilding = rebuildTiles()
  for await (const { n, bundle, tile } of bundlesOf(source, size)) {
    if (!bundle.ok) return yield bundle
    const built: BuiltTile[] = []
    for (let i = 0; i < bundle.value.entries.length; i++) {
      const entry = bundle.value.entries[i]!
      const busy = each?.(entry, n * tileWidth + i)
      if (busy instanceof Promise) await busy
      built.push(...rebuilding.add(leafHash(entry)))
    }
    for (const one of built) yield beside(one, await ((one.level === 0 && tile) || readTile(source, one)))
    progress?.(n * tileWidth + bundle.value.entries.length, size)
  }
  for (const one of rebuilding.edge()) yield beside(one, await readTile(source, one))
}

function beside(built: BuiltTile, published: Result<Uint8Array>) {
  return published.ok ? ok({ built, published: published.value }) : published
}

/** How many bundles are asked for before the first of them is used up. */
const ahead = 16

type Piece = {
  readonly n: number
  readonly bundle: Result<Bundle>
  /** The tile over the bundle, if it is a full one. */
  readonly tile: Promise<Result<Uint8Array>> | undefined
}

async function* bundlesOf(source: TileSource, size: number): AsyncGenerator<Piece> {
  const last = Math.ceil(size / tileWidth)
  const asked: ReturnType<typeof askFor>[] = []
  for (let n = 0; n < last; n++) {
    for (let next = n + asked.length; next < Math.min(n + ahead, last); next++)
      asked.push(askFor(source, next, Math.min(tileWidth, size - next * tileWidth)))
    const { bundle, tile } = asked.shift()!
    yield { n, bundle: await bundle, tile }
  }
}

/** A partial tile is of the edge, and read last. */
function askFor(source: TileSource, n: number, width: number) {
  const bundle = readBundle(source, n, width)
  const tile = width < tileWidth ? undefined : readTile(source, { level: 0, n, width })
  return { bundle, tile }
}

/**
 * Who is at fault where the entries do not make the checkpoint's root: seen from the root down, the first
 * thing that is not authentic.
 */
async function blame(
  source: TileSource,
  checkpoint: SignedCheckpoint,
  difference: Difference | undefined,
): Promise<Result<never>> {
  if (difference === undefined)
    return refuse(
      'root-differs',
      'The entries and tiles agree with each other, but not with the checkpoint’s root.',
      { size: checkpoint.size },
    )
  const { level, n, hash } = difference
  const authentic = await authenticTiles(source, checkpoint)(level, n)
  if (!authentic.ok) return authentic
  const below = n * tileWidth + hash
  if (level > 0) return refuseTile(tilePath(level - 1, below), 0)
  const width = Math.min(tileWidth, checkpoint.size - n * tileWidth)
  return refuseEntry(below, await whereIs(source, width, available => entriesPath(n, available)))
}

/** The path of what was read: the full tile's or bundle's, where the partial one is gone. */
async function whereIs(
  source: TileSource,
  width: number,
  pathOf: (width: number) => string,
): Promise<string> {
  const own = await readFrom(source, pathOf(width))
  return own.ok && own.value === undefined ? pathOf(tileWidth) : pathOf(width)
}

function refuseTile(path: string, hash: number) {
  const message = `Hash ${hash} of ${path} is not that of the signed tree.`
  return refuse('tile-differs', message, { path, hash })
}
