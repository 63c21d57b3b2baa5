import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ed25519 as nobleCurve } from '@noble/curves/ed25519.js'
import fc from 'fast-check'
import { describe, expect, inject, test } from 'vitest'
import { nodeCrypto, sodiumNative } from '../node/ed25519.ts'
import { utf8 } from '../text.ts'
import { ed25519 } from './available.ts'
import { noble } from './noble.ts'
import { isStrictPublicKey, isStrictSignature } from './strict.ts'
import { webCrypto } from './webcrypto.ts'

const engines = [noble, webCrypto, sodiumNative, nodeCrypto, ed25519]
const vectors = inject('vectors')

type EdgeCase = { readonly number: number; readonly key: string; readonly sig: string; readonly msg: string }

describe('the accept set', () => {
  test.for(engines)(
    '$name accepts 43 of the 914 edge cases, the same as every engine',
    async (engine, { skip }) => {
      skip(vectors.missing !== undefined, vectors.missing)
      const cases: EdgeCase[] = JSON.parse(
        readFileSync(join(vectors.path!, 'ed25519-edge-cases.json'), 'utf8'),
      )
      const accepted = await acceptedBy(engine, cases)
      expect(cases).toHaveLength(914)
      expect(accepted).toHaveLength(43)
      expect(accepted).toEqual(await acceptedBy(sodiumNative, cases))
    },
  )

  async function acceptedBy(engine: (typeof engines)[number], cases: readonly EdgeCase[]): Promise<number[]> {
    const accepted: number[] = []
    for (const { number, key, msg, sig } of cases)
      if (await engine.verify(bytes(key), utf8(msg), bytes(sig))) accepted.push(number)
    return accepted
  }

  test('the 14 small-order encodings are those of the curve’s torsion points', () => {
    const { Point } = nobleCurve
    const torsion = Point.fromHex('c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a')
    const p = Point.Fp.ORDER
    const encodings = new Set<string>()
    for (let i = 0n; i < 8n; i++) {
      const { y } = torsion.multiplyUnsafe(i).toAffine()
      for (const value of [y, y + p].filter(value => value < 2n ** 255n))
        for (const sign of [0n, 2n ** 255n]) encodings.add(littleEndian(value + sign))
    }
    expect(encodings.size).toBe(14)
    for (const encoding of encodings) {
      expect(isStrictPublicKey(bytes(encoding)), encoding).toBe(false)
      expect(isStrictSignature(bytes(`${encoding}${'00'.repeat(32)}`)), encoding).toBe(false)
    }
  })

  // threat: disagreement
  test('y below p, S below L', () => {
    const { p, n: order } = nobleCurve.Point.CURVE()
    expect(isStrictPublicKey(bytes(littleEndian(p - 2n)))).toBe(true)
    for (const y of [p, p + 2n, p + 18n]) expect(isStrictPublicKey(bytes(littleEndian(y)))).toBe(false)
    const r = '02'.padEnd(64, '0')
    expect(isStrictSignature(bytes(r + littleEndian(order - 1n)))).toBe(true)
    for (const s of [order, order + 1n, 2n ** 255n])
      expect(isStrictSignature(bytes(r + littleEndian(s)))).toBe(false)
  })
})

describe.for(engines)('$name', engine => {
  test('signs what every engine verifies, with the same public key and signature', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, fc.uint8Array({ maxLength: 80 }), async (seed, message) => {
        const key = await engine.signingKeyFromSeed(seed)
        const signature = await key.sign(message)
        const other = await noble.signingKeyFromSeed(seed)
        expect(key.publicKey).toEqual(other.publicKey)
        expect(signature).toEqual(await other.sign(message))
        for (const verifier of engines)
          expect(await verifier.verify(key.publicKey, message, signature), verifier.name).toBe(true)
      }),
      { numRuns: 10 },
    )
  })

  test('refuses a changed message, key or signature, and bytes of any length, without throwing', async () => {
    const key = await engine.signingKeyFromSeed(new Uint8Array(32).fill(1))
    const message = utf8('an entry')
    const signature = await key.sign(message)
    for (let bit = 0; bit < 512; bit += 7)
      expect(await engine.verify(key.publicKey, message, flip(signature, bit))).toBe(false)
    for (let bit = 0; bit < 256; bit += 5)
      expect(await engine.verify(flip(key.publicKey, bit), message, signature)).toBe(false)
    expect(await engine.verify(key.publicKey, utf8('another'), signature)).toBe(false)
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 66 }), fc.uint8Array({ maxLength: 66 }), async (a, b) => {
        expect(await engine.verify(a, message, b)).toBe(false)
      }),
    )
  })
})

const seeds = fc.uint8Array({ minLength: 32, maxLength: 32 })

function flip(original: Uint8Array, bit: number): Uint8Array {
  const changed = original.slice()
  changed[bit >> 3]! ^= 1 << (bit & 7)
  return changed
}

function bytes(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], byte => Number.parseInt(byte, 16))
}

function littleEndian(number: bigint): string {
  return number.toString(16).padStart(64, '0').match(/../g)!.reverse().join('')
}
