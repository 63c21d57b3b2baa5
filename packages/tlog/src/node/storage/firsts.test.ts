import fc from 'fast-check'
import { expect, test } from 'vitest'
import { utf8 } from '../../text.ts'
import { leafHash } from '../../tree/hash.ts'
import { noFirsts } from './firsts.ts'

test('what was put is among the candidates, through every growth', () => {
  const firsts = noFirsts()
  const leaves = Array.from({ length: 50_000 }, (_, i) => leafHash(utf8(String(i))))
  for (const [i, leaf] of leaves.entries()) firsts.put(leaf, i)
  for (const [i, leaf] of leaves.entries()) expect(firsts.candidates(leaf)).toContain(i)
  const others = Array.from({ length: 50_000 }, (_, i) => firsts.candidates(leafHash(utf8(`other ${i}`))))
  expect(others.flat().length).toBeLessThan(20)
})

test('leaves that share the bytes looked at are told apart by the caller: all are candidates', () => {
  const firsts = noFirsts()
  const [a, b] = [new Uint8Array(32), new Uint8Array(32).fill(1, 8)]
  firsts.put(a, 0)
  firsts.put(b, 7)
  expect(firsts.candidates(a)).toEqual([0, 7])
})

test('an entry is seen the second time, and few are that were not', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ maxLength: 100 }), { maxLength: 300 }), texts => {
      const firsts = noFirsts()
      for (const text of texts) firsts.maybeSeen(utf8(text))
      expect(texts.filter(text => !firsts.maybeSeen(utf8(text)))).toEqual([])
    }),
  )
  const firsts = noFirsts()
  const lines = Array.from({ length: 20_000 }, (_, i) => utf8(`Tehran,${i},${i % 7},${i % 300},0,0`))
  expect(lines.filter(line => firsts.maybeSeen(line)).length).toBeLessThan(20)
})

test('where entries were put that are not at hand, any may have been', () => {
  const firsts = noFirsts()
  firsts.putUnseen(leafHash(utf8('a')), 0)
  expect(firsts.maybeSeen(utf8('b'))).toBe(true)
  expect(firsts.candidates(leafHash(utf8('a')))).toEqual([0])
})
