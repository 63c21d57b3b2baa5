import { gzipSync } from 'node:zlib'
import { edgeTiles, type Tile, tilePath, tilesOf } from '@countersign/tlog'
import type { TestLog } from '../log.ts'
import { fileOf, flip, harmless, joined, type Mutation, pick, refused, someOf } from './mutation.ts'

/** What may befall tiles: some of every level. */
export function tileMutations(log: TestLog): Mutation[] {
  return [
    ...changedHashes(log),
    ...someTiles(log).flatMap(tile => misshapen(log, tile)),
    ...fullTilesInstead(log),
  ]
}

/** A byte changed in the first, the last and another tile of every level. */
export function changedHashes(log: TestLog): Mutation[] {
  return someTiles(log).map(({ level, n, width }) => {
    const path = tilePath(level, n, width)
    const tile = fileOf(log, path)
    const at = pick(path, tile.length)
    const bytes = flip(tile, at, at % 8)
    return { ...refused(path, `byte ${at} changed`, bytes), index: Math.floor(at / 32) }
  })
}

/** A partial tile may be deleted once the full one is there; a reader then takes its beginning. */
export function fullTilesInstead(log: TestLog): Mutation[] {
  return edgeTiles(log.entries.length).flatMap(tile => fullInstead(log, tile))
}

function misshapen(log: TestLog, { level, n, width }: Tile): Mutation[] {
  const path = tilePath(level, n, width)
  const tile = fileOf(log, path)
  const swapped = joined(tile.subarray(32, 64), tile.subarray(0, 32), tile.subarray(64))
  return [
    { ...refused(path, 'its first bit changed', flip(tile, 0, 7)), index: 0 },
    { ...refused(path, 'its last bit changed', flip(tile, tile.length - 1)), index: width - 1 },
    { ...refused(path, 'all zero', new Uint8Array(tile.length)), index: 0 },
    refused(path, 'one byte short', tile.slice(0, -1)),
    refused(path, 'one byte more', joined(tile, Uint8Array.of(0))),
    refused(path, 'one hash more', joined(tile, tile.subarray(0, 32))),
    refused(path, 'empty', new Uint8Array()),
    refused(path, 'compressed', gzipSync(tile)),
    refused(path, 'taken away', undefined),
    ...(width > 1 ? [refused(path, 'one hash short', tile.slice(0, -32))] : []),
    ...(width > 1 ? [{ ...refused(path, 'two hashes exchanged', swapped), index: 0 }] : []),
  ]
}

function someTiles(log: TestLog): Tile[] {
  const tiles = tilesOf(log.entries.length)
  const levels = Map.groupBy(tiles, tile => tile.level)
  return [...levels.values()].flatMap(someOf)
}

function fullInstead(log: TestLog, { level, n, width }: Tile): Mutation[] {
  const partial = tilePath(level, n, width)
  const full = tilePath(level, n)
  const tile = fileOf(log, partial)
  const filled = joined(tile, new Uint8Array(8192 - tile.length).fill(7))
  const instead = (mutation: Mutation): Mutation => ({
    ...mutation,
    name: `${partial} gone, ${mutation.name}`,
    change: { ...mutation.change, [partial]: undefined },
  })
  return [
    instead(harmless(full, 'there', filled)),
    instead({ ...refused(full, 'there with another beginning', flip(filled, 0)), index: 0 }),
    instead(refused(full, 'there but too short', filled.slice(0, -32))),
  ]
}
