export {
  type Admission,
  admit,
  bringsKeys,
  emptyAdmission,
  type KeyedEntry,
  type ReadEntry,
  readEntry,
  record,
  signersOf,
  takeKeys,
  withKeys,
} from './admissible.ts'
export { annotated } from './annotate.ts'
export { decode } from './cbor/decode.ts'
export { encode } from './cbor/encode.ts'
export { type Code, codes, type Language, type Text, textOf } from './codes.ts'
export {
  type Compared,
  type Copy,
  type CopyGrade,
  compareCopy,
  compareWith,
  type Difference,
  gradeOf,
  isForm,
  type PublishedBox,
  placeOf,
  publishedBox,
} from './copy/compare.ts'
export { type ComparedCopy, evidenceOf } from './copy/evidence.ts'
export { type OwnCount, ownCount, type RegionCount, type Sums } from './copy/own-count.ts'
export {
  type PublishedRound,
  publishedRound,
  type RoundBox,
  totalsWith,
} from './copy/published-round.ts'
export { typedCopies } from './copy/typed.ts'
export {
  decodeEnvelope,
  type Envelope,
  encodeEnvelope,
  kidOf,
  mostSigners,
  type Signature,
  signedBytes,
  statementId,
} from './envelope.ts'
export { keyRing } from './keys.ts'
export { carriesMore, onlySeen, type Picture, pictureIn } from './photograph/picture.ts'
export { type CodePart, type CodeSort, longestText, readCode, textOfCode } from './qr/code.ts'
export { codesOf, payloadCode, signatureCode } from './qr/codes-of.ts'
export { type Collected, collect } from './qr/collect.ts'
export { type FormPage, pageCode, readPageCode } from './qr/copy.ts'
export { formatSeed, readSeed } from './seed.ts'
export { merge, payloadOf, sign, signPayload, withoutRecorded } from './sign.ts'
export { inThisThread, type SignatureChecker } from './signatures.ts'
export { breach } from './verify/earlier.ts'
export { type ReadEntries, readEntries } from './verify/entries.ts'
export { blobsIn, type DerivedFile } from './verify/files.ts'
export { logCodes } from './verify/log-codes.ts'
export { exitCode, type Failure, type Grade, type NotCovered, type Report } from './verify/report.ts'
export { sayFailure } from './verify/say.ts'
export { type Verified, type VerifyOptions, verify } from './verify/verify.ts'
