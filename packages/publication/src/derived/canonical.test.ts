import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalFile, canonicalJson, type Json } from './canonical.ts'

test('members are in the order of their names, whatever order they were made in', () => {
  expect(canonicalJson({ b: 1, a: { '2': 2, '10': 1 }, ä: null, Z: [true, 'x"'] })).toBe(
    '{"Z":[true,"x\\""],"a":{"10":1,"2":2},"b":1,"ä":null}',
  )
})

test('a member that is undefined is left out; a file ends in a newline', () => {
  expect(new TextDecoder().decode(canonicalFile({ a: undefined, b: [] }))).toBe('{"b":[]}\n')
})

test('what is no whole number is a bug', () => {
  for (const value of [0.5, Number.NaN, 2 ** 53]) expect(() => canonicalJson({ value })).toThrow(RangeError)
})

const json = fc.letrec<{ value: Json }>(tie => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger().map(number => number + 0),
    fc.string({ unit: 'grapheme' }),
    fc.array(tie('value')),
    fc.dictionary(fc.string(), tie('value')),
  ),
})).value

test('it is JSON of the same value, and the order of making does not show', () => {
  fc.assert(
    fc.property(json, value => {
      const text = canonicalJson(value)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      expect(canonicalJson(backwards(value))).toBe(text)
    }),
  )
})

function backwards(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(backwards)
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, backwards(member as Json)]),
  )
}
