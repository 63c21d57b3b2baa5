import { ok, type Result, refuse } from '@countersign/election'
import { sha256 } from '@countersign/tlog'

const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/*
 * A sealed seed as it is printed: 52 Crockford base32 digits of the 32 bytes, then four of the first 20 bits of their
 * SHA-256, in groups of four: `AAAA-BBBB-…`. As a QR code, the same text.
 */

/** A seed of 32 bytes as it is printed. */
export function formatSeed(seed: Uint8Array): string {
  const text = base32(seed) + checkOf(seed)
  return text.match(/.{1,4}/g)!.join('-')
}

/** The 32 bytes of a printed seed. Refusals: `bad-seed`, with what is wrong. */
export function readSeed(typed: string): Result<Uint8Array> {
  const plain = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  if (plain.length !== 56) return refuse('bad-seed', 'A sealed seed has 56 characters; look at it again.')
  const values = Array.from(plain, digit => digits.indexOf(digit))
  if (values.includes(-1)) return refuse('bad-seed', 'There is a character in it that no sealed seed has.')
  const bits = values.slice(0, 52).reduce((all, value) => (all << 5n) | BigInt(value), 0n)
  const seed = Uint8Array.from({ length: 32 }, (_, i) => Number((bits >> BigInt(4 + 8 * (31 - i))) & 255n))
  return checkOf(seed) === plain.slice(52) && base32(seed) === plain.slice(0, 52)
    ? ok(seed)
    : refuse('bad-seed', 'A character of the seed is wrong; look at it again.')
}

/** 52 digits carry 260 bits: the last four are zero. */
function base32(seed: Uint8Array): string {
  const bits = seed.reduce((all, byte) => (all << 8n) | BigInt(byte), 0n) << 4n
  return Array.from({ length: 52 }, (_, i) => digits[Number((bits >> BigInt(5 * (51 - i))) & 31n)]!).join('')
}

function checkOf(seed: Uint8Array): string {
  const [a = 0, b = 0, c = 0] = sha256(seed)
  const bits = ((a << 16) | (b << 8) | c) >> 4
  return [15, 10, 5, 0].map(shift => digits[(bits >> shift) & 31]!).join('')
}
