export { ok, type Refusal, type Result, refuse, type Where } from './result.ts'
export { decodeEntries, encodeEntries, maxEntrySize } from './tile/entries.ts'
export { entriesPath, parseTilePath, type TilePath, tilePath, tileWidth } from './tile/path.ts'
export {
  edgeTiles,
  fullTileRoot,
  hashAt,
  newTiles,
  peaksOf,
  type Tile,
  tilesOf,
  treeOf,
} from './tile/tile.ts'
export { emptyRoot, type Hash, leafHash, nodeHash } from './tree/hash.ts'
export { append, emptyTree, rootOf, type Tree } from './tree/tree.ts'
