/**
 * The one accept set: keys are canonical (y < p) and not of small order; in a signature R‖S, S < L and R is
 * not of small order; the equation is the one without the cofactor, [S]B = R + [k]A. This file decides
 * everything but the equation, which is the engine's.
 */

/** Whether an engine is to be asked at all. */
export function isStrict(publicKey: Uint8Array, signature: Uint8Array): boolean {
  return isStrictPublicKey(publicKey) && isStrictSignature(signature)
}

/** Whether 32 bytes may be a public key: canonical, and not one of the 14 encodings of a small-order point. */
export function isStrictPublicKey(publicKey: Uint8Array): boolean {
  return publicKey.length === 32 && isCanonicalY(publicKey) && !isSmallOrder(publicKey)
}

/** Whether 64 bytes may be a signature: S below the group's order, R not of small order. */
export function isStrictSignature(signature: Uint8Array): boolean {
  return signature.length === 64 && isBelowOrder(signature) && !isSmallOrder(signature)
}

/** The y coordinates, little-endian, of the points whose order divides 8; of y = 0 and 1 also as p and p + 1. */
const smallOrderY = [
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
].map(fromHex)

/** L = 2^252 + 27742317777372353535851937790883648493, the order of the base point, little-endian. */
const order = fromHex('edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010')

function isSmallOrder(point: Uint8Array): boolean {
  return smallOrderY.some(y => y.every((byte, i) => byte === (i === 31 ? point[i]! & 0x7f : point[i])))
}

/** p = 2^255 − 19, so y ≥ p is ed…, ee… or ff… followed by 30 bytes ff and 7f; the top bit is the sign of x. */
function isCanonicalY(point: Uint8Array): boolean {
  if ((point[31]! & 0x7f) !== 0x7f) return true
  for (let i = 30; i > 0; i--) if (point[i] !== 0xff) return true
  return point[0]! < 0xed
}

function isBelowOrder(signature: Uint8Array): boolean {
  for (let i = 31; i >= 0; i--) {
    const s = signature[32 + i]!
    if (s !== order[i]) return s < order[i]!
  }
  return false
}

function fromHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g)!, byte => Number.parseInt(byte, 16))
}
