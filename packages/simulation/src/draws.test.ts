import { seeded } from '@countersign/analysis'
import { describe, expect, test } from 'vitest'
import { binomial, multinomial, normal } from './draws.ts'

/** P(X = k) by the recurrence, exact enough for counts of hundreds. */
function chances(n: number, p: number): readonly number[] {
  const all = [(1 - p) ** n]
  for (let k = 1; k <= n; k++) all.push((all[k - 1]! * (n - k + 1) * p) / (k * (1 - p)))
  return all
}

describe('binomial draws, by inversion and by rejection', () => {
  test.for([
    [12, 0.2],
    [40, 0.9],
    [150, 0.4],
    [400, 0.65],
  ] as const)('%i people with the chance %f: as often as they should', ([n, p]) => {
    const random = seeded(n)
    const draws = 40_000
    const seen = new Array<number>(n + 1).fill(0)
    for (let i = 0; i < draws; i++) seen[binomial(n, p, random)]!++
    let statistic = 0
    let cells = 0
    for (const [k, chance] of chances(n, p).entries()) {
      if (chance * draws < 20) continue
      statistic += (seen[k]! - chance * draws) ** 2 / (chance * draws)
      cells++
    }
    // Four standard deviations above the mean of a chi-square.
    expect(statistic).toBeLessThan(cells + 4 * Math.sqrt(2 * cells))
  })

  test('none and all', () => {
    const random = seeded(1)
    expect([binomial(0, 0.5, random), binomial(9, 0, random), binomial(9, 1, random)]).toEqual([0, 0, 9])
  })
})

test('everyone of a multinomial is somewhere; normal draws have mean 0 and spread 1', () => {
  const random = seeded(2)
  for (let i = 0; i < 200; i++) {
    const drawn = multinomial(500, [0.1, 0.6, 0, 0.3], random)
    expect(drawn.reduce((sum, count) => sum + count)).toBe(500)
    expect(drawn[2]).toBe(0)
  }
  const draws = Array.from({ length: 20_000 }, () => normal(random))
  const mean = draws.reduce((sum, x) => sum + x) / draws.length
  expect(Math.abs(mean)).toBeLessThan(0.03)
  expect(Math.abs(draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / draws.length - 1)).toBeLessThan(0.05)
})

test('the same seed gives the same numbers', () => {
  const [a, b, c] = [seeded(7), seeded(7), seeded(8)]
  const first = Array.from({ length: 5 }, a)
  expect(Array.from({ length: 5 }, b)).toEqual(first)
  expect(Array.from({ length: 5 }, c)).not.toEqual(first)
})
