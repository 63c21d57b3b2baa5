import {
  edgeTiles,
  encodeEntries,
  entriesPath,
  fullTileRoot,
  type Hash,
  leafHash,
  rootOf,
  tilePath,
  tilesOf,
  treeOf,
} from '@countersign/tlog'
import { headText, logKey, type Signer, signNote, witnessKey } from './signer.ts'

/** A log's public files: path → bytes. */
export type Files = ReadonlyMap<string, Uint8Array>

/** A log to be verified, and the keys that it is verified with. */
export type TestLog = {
  readonly entries: readonly Uint8Array[]
  readonly root: Hash
  readonly files: Files
}

export const origin = 'log.example/agreement'
export const log = logKey(origin, 'the log')
export const witnesses: readonly Signer[] = [
  witnessKey('first.example/w', 'the first witness'),
  witnessKey('second.example/w', 'the second witness'),
]

/** A log of `entries`, whole, its checkpoint cosigned by both witnesses. */
export function logOf(entries: readonly Uint8Array[]): TestLog {
  const tiles = tilesOver(entries)
  const edge = edgeTiles(entries.length).map(({ level, n, width }) => tiles.get(tilePath(level, n, width))!)
  const root = rootOf(treeOf(entries.length, edge))
  const files = new Map<string, Uint8Array>([...bundlesOf(entries), ...tiles])
  files.set('checkpoint', checkpoint(entries.length, root))
  return { entries, root, files }
}

/** A checkpoint of the log, cosigned by both witnesses. */
export function checkpoint(size: number, root: Hash): Uint8Array {
  return signNote(headText(origin, size, root), [log, ...witnesses])
}

/** Entries of 0 to 40 bytes, all different, the same in every run. */
export function someEntries(count: number, from = 0): Uint8Array[] {
  return Array.from({ length: count }, (_, i) => {
    const number = from + i
    return number === 2
      ? new Uint8Array()
      : new TextEncoder().encode(`${number} ${'box'.repeat(number % 12)}`)
  })
}

/** The bundles of `entries`: path → bytes. */
export function bundlesOf(entries: readonly Uint8Array[]): Map<string, Uint8Array> {
  const bundles = new Map<string, Uint8Array>()
  for (let n = 0; n * 256 < entries.length; n++) {
    const inBundle = entries.slice(n * 256, (n + 1) * 256)
    bundles.set(entriesPath(n, inBundle.length), encodeEntries(inBundle))
  }
  return bundles
}

/** The tiles over `entries`, all levels: path → bytes. */
export function tilesOver(entries: readonly Uint8Array[]): Map<string, Uint8Array> {
  const levels: Hash[][] = [entries.map(leafHash)]
  const tiles = new Map<string, Uint8Array>()
  for (const { level, n, width } of tilesOf(entries.length)) {
    const hashes = levels[level]!.slice(n * 256, n * 256 + width)
    const tile = new Uint8Array(Buffer.concat(hashes))
    if (width === 256) {
      levels[level + 1] ??= []
      levels[level + 1]!.push(fullTileRoot(tile))
    }
    tiles.set(tilePath(level, n, width), tile)
  }
  return tiles
}
