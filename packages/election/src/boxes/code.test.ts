import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeOf, isCodeOf } from './code.ts'

const anId = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(bytes => Buffer.from(bytes).toString('hex'))

test('four groups of four, and a check character', () => {
  expect(codeOf('00'.repeat(32))).toBe('0000-0000-0000-0000-0')
  expect(codeOf('ff'.repeat(32))).toBe('ZZZZ-ZZZZ-ZZZZ-ZZZZ-~')
  // 2^80 − 1 leaves 33 when divided by 37, and ~ is the 33rd check digit.
  expect((2n ** 80n - 1n) % 37n).toBe(33n)
})

test('what a hurried hand writes is still the code: small letters, spaces, O for 0, I and L for 1', () => {
  fc.assert(
    fc.property(anId, id => {
      const written = codeOf(id).toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
      expect(isCodeOf(written, id)).toBe(true)
    }),
  )
})

test('one wrong character is never the code', () => {
  fc.assert(
    fc.property(anId, fc.nat({ max: 18 }), fc.constantFrom(...'23456789ABCDEFGHJKMN'), (id, at, other) => {
      const code = codeOf(id)
      fc.pre(code[at] !== '-' && code[at] !== other)
      expect(isCodeOf(code.slice(0, at) + other + code.slice(at + 1), id)).toBe(false)
    }),
  )
})
