import { isCount, sameBytes } from '../bytes.ts'
import { openCheckpoint, type SignedCheckpoint } from '../checkpoint.ts'
import type { Ed25519 } from '../ed25519/ed25519.ts'
import { formatNote } from '../note/note.ts'
import { formatProofFile } from '../proof-file.ts'
import { ok, type Result, refuse } from '../result.ts'
import { readFrom, type TileSource } from '../source/source.ts'
import { tileWidth } from '../tile/path.ts'
import { proveConsistency } from '../tree/consistency.ts'
import { type Hash, leafHash } from '../tree/hash.ts'
import { proveInclusion } from '../tree/inclusion.ts'
import { readBundle } from './bundle.ts'
import { cached } from './cache.ts'
import { type AuthenticTiles, authenticTiles, hashesFrom } from './tiles.ts'

/** How a log is opened: by its verifier key; at a checkpoint of the caller's own, else at the source's. */
export type ReadOptions = {
  readonly vkey: string
  readonly checkpoint?: Uint8Array | string | undefined
  readonly engine?: Ed25519 | undefined
}

/**
 * A log as it was at one checkpoint. Whatever it gives was checked against that checkpoint's root, down to
 * the tile or entry, and is refused where it differs (`tile-differs`, `edge-differs`, `entry-differs`),
 * is malformed (`bad-tile`, `bad-bundle`), `missing-tile`, `missing-bundle` or `unreadable`. What is past the
 * checkpoint is refused as `beyond-checkpoint`.
 */
export type LogReader = {
  readonly checkpoint: SignedCheckpoint
  /** The entry at `index`. */
  entry(index: number): Promise<Result<Uint8Array>>
  /** The entries from `start` up to, not including, `end`, in order. A refusal is the last thing given. */
  entries(start?: number, end?: number): AsyncIterable<Result<Uint8Array>>
  /** The proof that the entry at `index` is under the checkpoint's root. */
  inclusionProof(index: number): Promise<Result<Hash[]>>
  /** The proof that the log of `oldSize` entries (at least 1) is the beginning of this one. */
  consistencyProof(oldSize: number): Promise<Result<Hash[]>>
  /** The proof file of the entry at `index`, for whoever has the entry, with opaque `extra` data. */
  proofFile(index: number, extra?: Uint8Array): Promise<Result<string>>
}

/** Opens the log at `source`. Refuses as `openCheckpoint` does, and `missing-checkpoint`. */
export async function readLog(source: TileSource, options: ReadOptions): Promise<Result<LogReader>> {
  const checkpoint = await readCheckpoint(source, options)
  return checkpoint.ok ? ok(readerOf(source, checkpoint.value)) : checkpoint
}

/** The checkpoint that a log is to be read at, with its signature verified. */
export async function readCheckpoint(
  source: TileSource,
  { vkey, checkpoint, engine }: ReadOptions,
): Promise<Result<SignedCheckpoint>> {
  const note = checkpoint === undefined ? await readFrom(source, 'checkpoint') : ok(checkpoint)
  if (!note.ok) return note
  if (note.value === undefined)
    return refuse('missing-checkpoint', 'There is no checkpoint.', { path: 'checkpoint' })
  return openCheckpoint(note.value, vkey, engine)
}

function readerOf(source: TileSource, checkpoint: SignedCheckpoint): LogReader {
  const { size } = checkpoint
  const tiles = authenticTiles(source, checkpoint)
  const hashes = hashesFrom(tiles)
  const bundle = cached(16, n => authenticBundle(source, tiles, Number(n), size))

  const reader: LogReader = {
    checkpoint,
    async entry(index) {
      if (!isCount(index) || index >= size) return beyond(`entry ${index}`, size)
      const entries = await bundle(String(Math.floor(index / tileWidth)))
      return entries.ok ? ok(entries.value[index % tileWidth]!) : entries
    },
    entries: (start = 0, end = size) => entriesOf(bundle, start, end, size),
    async inclusionProof(index) {
      if (!isCount(index) || index >= size) return beyond(`entry ${index}`, size)
      return proveInclusion(index, size, hashes)
    },
    async consistencyProof(oldSize) {
      if (!isCount(oldSize) || oldSize === 0 || oldSize > size) return beyond(`size ${oldSize}`, size)
      return proveConsistency(oldSize, size, hashes)
    },
    async proofFile(index, extra) {
      const proof = await reader.inclusionProof(index)
      if (!proof.ok) return proof
      const file = { index, hashes: proof.value, checkpoint: formatNote(checkpoint.note) }
      return ok(formatProofFile(extra === undefined ? file : { ...file, extra }))
    },
  }
  return reader
}

type Bundles = (n: string) => Promise<Result<readonly Uint8Array[]>>

/** How many bundles are asked for before the first of them is used up. */
const ahead = 8

async function* entriesOf(
  bundle: Bundles,
  start: number,
  end: number,
  size: number,
): AsyncGenerator<Result<Uint8Array>> {
  if (!isCount(start) || !isCount(end) || end > size) {
    yield beyond(`entries ${start} to ${end}`, size)
    return
  }
  const last = Math.ceil(end / tileWidth)
  for (let n = Math.floor(start / tileWidth); n < last && start < end; n++) {
    for (let next = n + 1; next < Math.min(n + ahead, last); next++) void bundle(String(next))
    const entries = await bundle(String(n))
    if (!entries.ok) {
      yield entries
      return
    }
    const from = Math.max(0, start - n * tileWidth)
    for (const entry of entries.value.slice(from, end - n * tileWidth)) yield ok(entry)
  }
}

/** The entries of bundle `n`, each hashing to its leaf in the authentic tile. */
async function authenticBundle(
  source: TileSource,
  tiles: AuthenticTiles,
  n: number,
  size: number,
): Promise<Result<readonly Uint8Array[]>> {
  const width = Math.min(tileWidth, size - n * tileWidth)
  const [tile, bundle] = await Promise.all([tiles(0, n), readBundle(source, n, width)])
  if (!tile.ok) return tile
  if (!bundle.ok) return bundle
  const { path, entries } = bundle.value
  const differs = entries.findIndex((entry, i) => !sameBytes(leafHash(entry), tile.value[0]![i]!))
  if (differs < 0) return ok(entries)
  return refuseEntry(n * tileWidth + differs, path)
}

/** The refusal of an entry that is not the one that the checkpoint stands for. */
export function refuseEntry(index: number, path: string) {
  return refuse('entry-differs', `Entry ${index} in ${path} is not the one that was logged.`, { index, path })
}

function beyond(what: string, size: number) {
  return refuse('beyond-checkpoint', `There is no ${what} in the log of ${size} entries.`, { size })
}
