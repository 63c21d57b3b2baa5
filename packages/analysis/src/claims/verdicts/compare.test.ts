import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Quantity } from '../reading/quantities.ts'
import { compare, compatible } from './compare.ts'

const said = (value: number, step: number, hedge: Quantity['hedge'] = 'plain'): Quantity => ({
  value,
  step,
  hedge,
  unit: 'count',
})

test.each([
  ['38.61 percent of 38.611', said(38.61, 0.01), 38.611, 'holds'],
  ['53.6 percent, cut off from 53.666', said(53.6, 0.1), 53.666, 'rounded'],
  ['53.3 percent is not 53.666', said(53.3, 0.1), 53.666, 'no'],
  ['nearly one million', said(1e6, 1e6, 'almost'), 942_693, 'holds'],
  ['one million, said of 1.4 million', said(1e6, 1e6), 1_400_000, 'no'],
  ['12.8 million, cut off', said(12.8e6, 1e5), 12_856_638, 'rounded'],
  ['over 61 million', said(61e6, 1e6, 'over'), 61_452_321, 'holds'],
  ['over 62 million', said(62e6, 1e6, 'over'), 61_452_321, 'no'],
  ['at least half, exactly', said(50, 1, 'atLeast'), 50, 'holds'],
  ['over half, exactly half', said(50, 1, 'over'), 50, 'no'],
  ['about 400, said of 475', said(400, 1, 'about'), 475, 'no'],
  ['40 to 45, said of 42', { ...said(40, 1), to: 45 }, 42, 'holds'],
] as const)('%s', (_, quantity, actual, fit) => {
  expect(compare(quantity, actual)).toBe(fit)
})

test('any figure rounded to any digit holds, and cut off is at most rounding', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 100_000, max: 60_000_000 }),
      fc.integer({ min: 0, max: 4 }),
      (actual, zeros) => {
        const step = 10 ** zeros
        expect(compare(said(Math.round(actual / step) * step, step), actual)).toBe('holds')
        expect(compare(said(Math.floor(actual / step) * step, step), actual)).not.toBe('no')
        expect(compare(said(Math.round(actual / step) * step + 2 * step, step), actual)).toBe('no')
      },
    ),
  )
})

test('a statement is compatible with itself said more coarsely, not with another', () => {
  expect(compatible(said(42.45, 0.01), said(42, 1))).toBe(true)
  expect(compatible(said(42.45, 0.01), said(40.3, 0.1))).toBe(false)
})
