import { fromHex } from '@countersign/election'
import { kidAt, signedBytes } from '../envelope.ts'
import type { Signed } from '../signatures.ts'

/** Each signature of a packed batch: key ID, public key, signature. */
const signatureLength = 8 + 32 + 64

/**
 * A batch on its way to another thread, which takes the buffer over: nothing is copied, and the thread needs to know
 * nothing of records. All numbers are big-endian.
 *
 *     u8 k · for each statement:
 *       u32 n · u8 number of signatures · the n bytes that the first key signs
 *       for each signature: key ID[8], which stands at byte k of what this key signs · public key[32] · signature[64]
 */
export function pack(batch: readonly Signed[]): Uint8Array<ArrayBuffer> {
  const messages = batch.map(({ payload }) => signedBytes(payload, noKey))
  const length = batch.reduce(
    (sum, { signatures }, i) => sum + 5 + messages[i]!.length + signatures.length * signatureLength,
    1,
  )
  const packed = new Uint8Array(length)
  const view = new DataView(packed.buffer)
  packed[0] = kidAt
  let at = 1
  for (const [i, { signatures }] of batch.entries()) {
    const message = messages[i]!
    view.setUint32(at, message.length)
    packed[at + 4] = signatures.length
    packed.set(message, at + 5)
    at += 5 + message.length
    for (const { kid, publicKey, signature } of signatures) {
      packed.set(fromHex(kid), at)
      packed.set(publicKey, at + 8)
      packed.set(signature, at + 40)
      at += signatureLength
    }
  }
  return packed
}

const noKey = '00'.repeat(8)
