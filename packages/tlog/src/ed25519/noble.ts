import { ed25519 } from '@noble/curves/ed25519.js'
import { sha512 } from '@noble/hashes/sha2.js'
import { joinBytes, sameBytes } from '../bytes.ts'
import type { Ed25519Engine } from './ed25519.ts'
import { isStrict } from './strict.ts'

const { Point } = ed25519

/**
 * Ed25519 in plain JavaScript: runs anywhere, far slower than the others. The library's own
 * `verify` multiplies by the cofactor; this is the equation without it.
 */
export const noble: Ed25519Engine = {
  name: 'noble',
  verify(publicKey, message, signature) {
    if (!isStrict(publicKey, signature)) return false
    const r = signature.subarray(0, 32)
    const s = fromLittleEndian(signature.subarray(32))
    const k = Point.Fn.create(fromLittleEndian(sha512(joinBytes(r, publicKey, message))))
    const a = pointOf(publicKey)
    if (a === undefined) return false
    const expected = Point.BASE.multiplyUnsafe(s).add(a.negate().multiplyUnsafe(k))
    return sameBytes(expected.toBytes(), r)
  },
  signingKeyFromSeed(seed) {
    const secret = seed.slice()
    return { publicKey: ed25519.getPublicKey(secret), sign: message => ed25519.sign(message, secret) }
  },
}

function pointOf(publicKey: Uint8Array): InstanceType<typeof Point> | undefined {
  try {
    return Point.fromBytes(publicKey)
  } catch {
    return undefined
  }
}

function fromLittleEndian(bytes: Uint8Array): bigint {
  return bytes.reduceRight((number, byte) => (number << 8n) | BigInt(byte), 0n)
}
