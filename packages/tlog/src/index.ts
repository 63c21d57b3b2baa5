export { sha256 } from '#sha256'
export {
  type Checkpoint,
  formatCheckpoint,
  openCheckpoint,
  parseCheckpoint,
  type SignedCheckpoint,
  signCheckpoint,
} from './checkpoint.ts'
export { ed25519 } from './ed25519/available.ts'
export type { Ed25519, Ed25519Engine, SigningKey } from './ed25519/ed25519.ts'
export { noble } from './ed25519/noble.ts'
export { isStrictPublicKey, isStrictSignature } from './ed25519/strict.ts'
export { webCrypto, webCryptoSigningKey } from './ed25519/webcrypto.ts'
export {
  cosignerKey,
  formatSkey,
  formatVkey,
  isKeyName,
  type KeyType,
  keyIdHex,
  keyIdOf,
  noteKey,
  parseSkey,
  parseVkey,
  type SignerKey,
  type VerifierKey,
  verifierKey,
} from './note/key.ts'
export {
  formatNote,
  formatSignatureLine,
  type Note,
  type NoteSignature,
  type OpenedNote,
  openNote,
  parseNote,
  parseSignatureLine,
  type Signer,
  signNote,
  type Verifier,
} from './note/note.ts'
export { noteSigner, noteSignerFrom, noteVerifier } from './note/signature.ts'
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
