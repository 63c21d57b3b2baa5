import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeBase45, encodeBase45 } from './base45.ts'

test.each([
  // The examples of RFC 9285, §4.3 and §4.4.
  ['AB', 'BB8'],
  ['Hello!!', '%69 VD92EX0'],
  ['base-45', 'UJCLQE7W581'],
  ['ietf!', 'QED8WEX0'],
  ['', ''],
])('%j is %j', (plain, text) => {
  expect(encodeBase45(new TextEncoder().encode(plain))).toBe(text)
  expect(new TextDecoder().decode(decodeBase45(text))).toBe(plain)
})

test.each([
  // §6: 65,536 and more is no pair of bytes, 256 no byte.
  'GGW',
  ':::',
  'AAAA',
  '::',
  'V5',
  'ab8',
  'AB~',
])('%j is no base45', text => expect(decodeBase45(text)).toBe(undefined))

test('bytes come back, in an alphabet of 45', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 800 }), bytes => {
      const text = encodeBase45(bytes)
      expect(text).toMatch(/^[0-9A-Z $%*+\-./:]*$/)
      expect(decodeBase45(text)).toEqual(bytes)
    }),
  )
})

test('no two texts are the same bytes', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:') }),
      text => {
        const bytes = decodeBase45(text)
        if (bytes) expect(encodeBase45(bytes)).toBe(text)
      },
    ),
  )
})
