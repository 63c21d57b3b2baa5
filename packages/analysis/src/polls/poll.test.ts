import { expect, test } from 'vitest'
import { boundsOf, decided, decidedTest, martinTraugottKennedy, type Poll } from './poll.ts'

/** Terror Free Tomorrow, May 2009: 1,001 people; and the third version of the result. */
const poll: Poll = { n: 1001, named: { a: 34, mo: 14, k: 2, r: 1 }, undecided: 27, other: 22 }
const result = { votes: { a: 24_592_793, mo: 13_338_121 }, valid: 38_951_043 }

test('those who named a candidate', () => {
  expect(decided(poll, 'a')[0]).toBeCloseTo(0.6667, 4)
  expect((100 * result.votes.a) / result.valid).toBeCloseTo(63.14, 2)
  expect((100 * result.votes.mo) / result.valid).toBeCloseTo(34.24, 2)
  const own = decidedTest(poll, result, 'a', { effect: 1 })
  expect(own.p).toBeCloseTo(0.091, 3)
  expect(own.z).toBeCloseTo(1.69, 2)
  expect(decidedTest(poll, result, 'a', { effect: 2 }).p).toBeCloseTo(0.232, 3)
})

test('Martin, Traugott and Kennedy’s A', () => {
  const made = martinTraugottKennedy(poll, result, ['a', 'mo'], { effect: 1 })
  expect([made.value.toFixed(3), made.error.toFixed(3)]).toEqual(['0.275', '0.100'])
  expect(martinTraugottKennedy(poll, result, ['a', 'mo'], { effect: 2 }).p).toBeCloseTo(0.052, 3)
  expect(martinTraugottKennedy(poll, result, ['a', 'mo'], { effect: 4 }).p).toBeCloseTo(0.17, 2)
})

test('bounds without any assumption, by base', () => {
  const answered = boundsOf(poll, 'a', 'answered')
  expect(answered.base).toBe(78)
  expect([answered.least, answered.most].map(x => (100 * x).toFixed(1))).toEqual(['43.6', '78.2'])
  expect((100 * answered.toHalf).toFixed(1)).toBe('18.5')
  const all = boundsOf(poll, 'a', 'all')
  expect([all.least, all.most].map(x => (100 * x).toFixed(0))).toEqual(['34', '83'])
  expect((100 * all.toHalf).toFixed(1)).toBe('59.3')
})
