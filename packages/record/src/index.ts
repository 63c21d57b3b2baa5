export { decode } from './cbor/decode.ts'
export { encode } from './cbor/encode.ts'
export { type Code, codes } from './codes.ts'
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
export { merge, payloadOf, sign, signPayload, withoutRecorded } from './sign.ts'
