import { fromHex, toHex, type Wire } from '@countersign/election'
import * as cborg from 'cborg'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codes } from '../codes.ts'
import { unwrap } from '../fixtures/archive.ts'
import { decode } from './decode.ts'
import { encode } from './encode.ts'
import malformed from './malformed.json' with { type: 'json' }

describe('examples of RFC 8949, appendix A, that are in the subset', () => {
  const examples: [string, Wire][] = [
    ['00', 0],
    ['17', 23],
    ['1818', 24],
    ['1903e8', 1000],
    ['1a000f4240', 1000000],
    ['1b000000e8d4a51000', 1000000000000],
    ['40', new Uint8Array()],
    ['4401020304', Uint8Array.of(1, 2, 3, 4)],
    ['60', ''],
    ['6449455446', 'IETF'],
    ['62225c', '"\\'],
    ['62c3bc', 'ü'],
    ['63e6b0b4', '水'],
    ['64f0908591', '𐅑'],
    ['80', []],
    ['8301820203820405', [1, [2, 3], [4, 5]]],
    [
      '98190102030405060708090a0b0c0d0e0f101112131415161718181819',
      Array.from({ length: 25 }, (_, i) => i + 1),
    ],
    ['a0', new Map()],
    ['a201020304', new Map([[1, 2], [3, 4]])], // biome-ignore format: reads as a table
  ]
  it.each(examples)('%s', (hex, value) => {
    expect(decode(fromHex(hex))).toEqual({ ok: true, value })
    expect(encode(value)).toEqual({ ok: true, value: fromHex(hex) })
  })
})

describe('malformed encodings, each refused with its code and place', () => {
  it.each(malformed)('$name', ({ hex, code, offset }) => {
    expect(decode(fromHex(hex))).toMatchObject({ ok: false, refusal: { code, where: { offset } } })
  })

  it('every code of the decoder has a case', () => {
    const named = Object.keys(codes).filter(code => code.startsWith('cbor-'))
    expect(new Set(malformed.map(({ code }) => code))).toEqual(new Set(named))
  })
})

describe('what must be accepted', () => {
  it.each([
    ['the zero-width non-joiner that Persian needs', 'می‌شود'],
    ['a name in Arabic script with its diacritics', 'مُحَمَّد'],
    ['a composed letter', 'é'],
    ['500 bytes', 'a'.repeat(500)],
    ['a byte-order mark within', '\uFEFFa'],
  ])('%s', (_, text) => {
    const bytes = encode(text)
    expect(bytes.ok && decode(bytes.value)).toEqual({ ok: true, value: text })
  })

  it('2^53 − 1, and eight containers deep', () => {
    expect(decode(fromHex('1b001fffffffffffff'))).toEqual({ ok: true, value: Number.MAX_SAFE_INTEGER })
    expect(decode(fromHex(`${'81'.repeat(8)}00`)).ok).toBe(true)
  })
})

describe('the encoder refuses what the decoder would', () => {
  it.each<[string, Wire, string, string]>([
    ['a negative number', new Map([[7, [0, -1]]]), 'cbor-type', '7/1'],
    ['a fraction', new Map([[0, 0.5]]), 'cbor-too-large', '0'],
    ['2^53', 2 ** 53, 'cbor-too-large', ''],
    ['a decomposed name', new Map([[4, 'e\u0301']]), 'cbor-nfc', '4'],
    ['a lone surrogate', '\uD800', 'cbor-utf8', ''],
    ['a bell', '\u0007', 'cbor-control', ''],
    ['251 letters of two bytes', 'é'.repeat(251), 'cbor-text-long', ''],
    ['nine arrays', [[[[[[[[[]]]]]]]]], 'cbor-depth', '0/0/0/0/0/0/0/0'],
  ])('%s', (_, value, code, path) => {
    expect(encode(value)).toMatchObject({ ok: false, refusal: { code, where: { path } } })
  })
})

const identifier = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/)
const persian = fc.string({
  unit: fc.constantFrom(...'ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی‌ ۰۱۲۳'),
  maxLength: 40,
})
const { wire } = fc.letrec<{ wire: Wire }>(tie => ({
  wire: fc.oneof(
    { depthSize: 'small', maxDepth: 6 },
    fc.maxSafeNat(),
    fc.nat(300),
    identifier,
    persian,
    fc.uint8Array({ maxLength: 300 }),
    fc.array(tie('wire'), { maxLength: 30 }),
    fc
      .array(fc.tuple(fc.oneof(fc.nat(30), fc.maxSafeNat()), tie('wire')))
      .map(pairs => new Map(pairs) as Wire),
  ),
}))

describe('properties', () => {
  it('a value comes back from its encoding, and an encoding from its value', () => {
    fc.assert(
      fc.property(wire, value => {
        const bytes = unwrap(encode(value))
        const back = unwrap(decode(bytes))
        expect(encode(back)).toEqual({ ok: true, value: bytes })
        expect(plain(back)).toEqual(plain(value))
      }),
    )
  })

  it('cborg writes the same bytes', () => {
    fc.assert(
      fc.property(wire, value => {
        const bytes = encode(value)
        expect(bytes.ok && toHex(bytes.value)).toBe(toHex(cborg.encode(value, cborg.rfc8949EncodeOptions)))
      }),
    )
  })

  it('of any bytes, exactly those are accepted which cborg reads strictly, writes back the same, and the subset has', () => {
    const mutated = fc.tuple(wire, fc.nat(), fc.nat(255)).map(([value, at, byte]) => {
      const bytes = cborg.encode(value, cborg.rfc8949EncodeOptions)
      bytes[at % bytes.length] = byte
      return bytes
    })
    let accepted = 0
    fc.assert(
      fc.property(fc.oneof(mutated, fc.uint8Array({ maxLength: 12 })), bytes => {
        const result = decode(bytes)
        expect(result.ok).toBe(oracleAccepts(bytes))
        if (result.ok) accepted++
      }),
      { numRuns: 5_000 },
    )
    expect(accepted).toBeGreaterThan(100)
  })

  it('a refusal names a place within the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), bytes => {
        const result = decode(bytes)
        if (result.ok) return
        expect(result.refusal.where?.offset).toBeGreaterThanOrEqual(0)
        expect(result.refusal.where?.offset).toBeLessThanOrEqual(bytes.length)
      }),
      { numRuns: 2_000 },
    )
  })
})

function oracleAccepts(bytes: Uint8Array): boolean {
  try {
    const value = cborg.decode(bytes, {
      strict: true,
      useMaps: true,
      allowIndefinite: false,
      rejectDuplicateMapKeys: true,
    })
    const again = cborg.encode(value, cborg.rfc8949EncodeOptions)
    return toHex(again) === toHex(bytes) && inSubset(value, 0)
  } catch {
    return false
  }
}

function inSubset(value: unknown, depth: number): boolean {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0
  if (typeof value === 'string') return fitText(value)
  if (value instanceof Uint8Array) return true
  if (depth >= 8) return false
  if (Array.isArray(value)) return value.every(each => inSubset(each, depth + 1))
  if (!(value instanceof Map)) return false
  return [...value].every(([key, each]) => Number.isSafeInteger(key) && key >= 0 && inSubset(each, depth + 1))
}

function fitText(text: string): boolean {
  const points = Array.from(text, character => character.codePointAt(0)!)
  const control = (p: number) => p < 0x20 || (p >= 0x7f && p < 0xa0)
  const bidi = (p: number) =>
    p === 0x61c ||
    p === 0x200e ||
    p === 0x200f ||
    (p >= 0x202a && p <= 0x202e) ||
    (p >= 0x2066 && p <= 0x2069)
  const size = new TextEncoder().encode(text).length
  return size <= 500 && text === text.normalize('NFC') && !points.some(p => control(p) || bidi(p))
}

/** Maps by their keys' order, bytes as hex: what `toEqual` compares by content. */
function plain(value: Wire): unknown {
  if (value instanceof Uint8Array) return toHex(value)
  if (value instanceof Map)
    return [...value].sort(([a], [b]) => a - b).map(([key, each]) => [key, plain(each)])
  return Array.isArray(value) ? value.map(plain) : value
}
