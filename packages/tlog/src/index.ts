export { sha256 } from '#sha256'
export { buildLog } from './build.ts'
export { joinBytes, sameBytes } from './bytes.ts'
export {
  type Checkpoint,
  formatCheckpoint,
  openCheckpoint,
  parseCheckpoint,
  type SignedCheckpoint,
  signCheckpoint,
} from './checkpoint.ts'
export {
  type Cosigner,
  cosign,
  cosignatureTime,
  cosignatureVerifier,
  cosigner,
  cosignerFrom,
} from './cosignature.ts'
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
export {
  formatPolicy,
  type KnownKey,
  meetsQuorum,
  type Policy,
  parsePolicy,
  type WitnessGroup,
} from './policy.ts'
export { formatProofFile, type ProofFile, parseProofFile, type Trust, verifyProofFile } from './proof-file.ts'
export { type LogReader, type ReadOptions, readLog } from './reader/reader.ts'
export { all, ok, type Refusal, type Result, refuse, type Where } from './result.ts'
export { type Fetch, fromHttp } from './source/http.ts'
export { fromMemory } from './source/memory.ts'
export type { TileSource } from './source/source.ts'
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
export { type Consistency, proveConsistency, verifyConsistency } from './tree/consistency.ts'
export { emptyRoot, type Hash, hashSize, leafHash, nodeHash } from './tree/hash.ts'
export { type Inclusion, proveInclusion, verifyInclusion } from './tree/inclusion.ts'
export type { HashSource, Subtree } from './tree/subtree.ts'
export { append, emptyTree, rootOf, type Tree } from './tree/tree.ts'
export { type VerifiedLog, type VerifyOptions, verifyLog } from './verify/verify.ts'
export { judgeCheckpoint, nothingSeen, type Seen, type Verdict } from './witness/judge.ts'
export { type AddCheckpoint, formatAddCheckpoint, parseAddCheckpoint } from './witness/request.ts'
export { openWitnessed, type WitnessedCheckpoint } from './witnessed.ts'
