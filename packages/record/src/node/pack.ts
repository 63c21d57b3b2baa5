import { fromHex, toHex } from '@countersign/election'
import type { Signed } from '../signatures.ts'

/*
 * A batch on its way to another thread: one buffer that is handed over, not copied. For each statement:
 *   u32 length of the payload · u8 number of signatures · payload · for each: kid[8] ‖ public key[32] ‖ signature[64]
 */
const headLength = 5
const signatureLength = 104

export function pack(batch: readonly Signed[]): Uint8Array<ArrayBuffer> {
  const length = batch.reduce(
    (sum, { payload, signatures }) => sum + headLength + payload.length + signatures.length * signatureLength,
    0,
  )
  const packed = new Uint8Array(length)
  const view = new DataView(packed.buffer)
  let at = 0
  for (const { payload, signatures } of batch) {
    view.setUint32(at, payload.length)
    packed[at + 4] = signatures.length
    packed.set(payload, at + headLength)
    at += headLength + payload.length
    for (const { kid, publicKey, signature } of signatures) {
      packed.set(fromHex(kid), at)
      packed.set(publicKey, at + 8)
      packed.set(signature, at + 40)
      at += signatureLength
    }
  }
  return packed
}

/** The batch again; its bytes are views of `packed`. */
export function unpack(packed: Uint8Array): Signed[] {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength)
  const batch: Signed[] = []
  for (let at = 0; at < packed.length; ) {
    const payloadAt = at + headLength
    const count = packed[at + 4]!
    const end = payloadAt + view.getUint32(at)
    const signatures = Array.from({ length: count }, (_, i) => signatureAt(packed, end + i * signatureLength))
    batch.push({ payload: packed.subarray(payloadAt, end), signatures })
    at = end + count * signatureLength
  }
  return batch
}

function signatureAt(packed: Uint8Array, at: number): Signed['signatures'][number] {
  return {
    kid: toHex(packed.subarray(at, at + 8)),
    publicKey: packed.subarray(at + 8, at + 40),
    signature: packed.subarray(at + 40, at + signatureLength),
  }
}
