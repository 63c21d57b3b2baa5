import fc from 'fast-check'
import { describe, expect, inject, test } from 'vitest'
import { districtsIn } from '../fixtures/node/districts.ts'
import { seeded } from '../seeded.ts'
import { bootstrap } from './bootstrap.ts'
import { bounds } from './bounds.ts'
import { dualIpf } from './dual-ipf.ts'
import { errorIndex } from './error-index.ts'
import { leastSquares } from './least-squares.ts'
import { localPreferences } from './local-preferences.ts'
import { lphom } from './lphom.ts'
import { merged, type Option, type TwoResults, totalOf, votesOf } from './results.ts'
import { goodmanClipped, independence } from './simple.ts'
import { nearestShares } from './simplex.ts'

const data = inject('data')

describe('New Zealand 2002: 69 districts whose true cross-votes were counted', () => {
  const all = data.path === undefined ? [] : districtsIn(data.path)
  const aoraki = all.find(({ name }) => name === 'Aoraki')
  const squares = (results: TwoResults) => votesOf(leastSquares(results), results)

  test('Aoraki: 80 units, 7 × 5', async ({ skip }) => {
    skip(data.missing !== undefined, data.missing)
    const { results, truth } = aoraki!
    expect([results.from.length, results.to.length, results.from[0]!.votes.length]).toEqual([7, 5, 80])
    const linear = await lphom(results)
    expect(Math.abs(errorIndex(linear!, truth) - 13.0138)).toBeLessThan(0.001)
    expect(errorIndex(squares(results), truth)).toBeCloseTo(13.034, 3)
    expect(errorIndex(dualIpf(results), truth)).toBeCloseTo(6.972, 3)
    for (const [k, option] of results.to.entries()) {
      const sum = linear!.reduce((total, row) => total + row[k]!, 0)
      expect(sum).toBeCloseTo(totalOf(option), 1)
    }
  })

  test.for([
    ['independence', independence, 36.007],
    ['Goodman, clipped', goodmanClipped, 17.118],
    ['least squares', squares, 16.25],
    ['dual fitting', dualIpf, 9.051],
  ] as const)('mean error over the districts: %s', ([, estimate, target], { skip }) => {
    skip(data.missing !== undefined, data.missing)
    const errors = all.map(({ results, truth }) => errorIndex(estimate(results), truth))
    expect(errors).toHaveLength(69)
    expect(Math.abs(errors.reduce((sum, error) => sum + error) / 69 - target)).toBeLessThan(0.01)
  })

  test('mean error over the districts: least absolute errors', async ({ skip }) => {
    skip(data.missing !== undefined, data.missing)
    let sum = 0
    for (const { results, truth } of all) sum += errorIndex((await lphom(results))!, truth)
    expect(Math.abs(sum / 69 - 16.878)).toBeLessThan(0.01)
  })

  test('local preferences do better than dual fitting, on average and in most districts', ({ skip }) => {
    skip(data.missing !== undefined, data.missing)
    const errors = all.map(({ results, truth }) => ({
      local: errorIndex(localPreferences(results), truth),
      dual: errorIndex(dualIpf(results), truth),
    }))
    expect(errors.reduce((sum, { local }) => sum + local, 0) / 69).toBeLessThan(8.4)
    expect(errors.filter(({ local, dual }) => local < dual).length).toBeGreaterThan(69 / 2)
  })

  test('the truth lies within the bounds, in every cell of every district', ({ skip }) => {
    skip(data.missing !== undefined, data.missing)
    for (const { results, truth } of all)
      for (const [j, row] of bounds(results).entries())
        for (const [k, { least, most }] of row.entries()) {
          // In Whanganui the published row sums miss the party totals by up to 3.
          expect(truth[j]![k]).toBeGreaterThanOrEqual(least - 3)
          expect(truth[j]![k]).toBeLessThanOrEqual(most + 3)
        }
  })
})

/** Units of voters who follow the same rates exactly; whole voters do not matter here. */
const exact = fc
  .record({
    rates: fc.array(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 3, maxLength: 3 }), {
      minLength: 2,
      maxLength: 4,
    }),
    units: fc.integer({ min: 12, max: 40 }),
    seed: fc.nat(),
  })
  .map(({ rates, units, seed }) => {
    const random = seeded(seed)
    const shares = rates.map(row => row.map(cell => cell / row.reduce((sum, each) => sum + each)))
    const from = shares.map((_, j) => ({
      name: `${j}`,
      votes: Float64Array.from({ length: units }, () => 50 + Math.floor(500 * random())),
    }))
    const to = [0, 1, 2].map(k => ({
      name: `${k}`,
      votes: from[0]!.votes.map((_, i) =>
        shares.reduce((sum, row, j) => sum + row[k]! * from[j]!.votes[i]!, 0),
      ),
    }))
    return { results: { from, to }, shares }
  })

test('where all voters of an option behave alike, least squares find how', () => {
  fc.assert(
    fc.property(exact, ({ results, shares }) => {
      const found = leastSquares(results)
      for (const [j, row] of shares.entries())
        for (const [k, share] of row.entries()) expect(found[j]![k]).toBeCloseTo(share, 3)
    }),
    { numRuns: 40 },
  )
})

test('every estimate keeps the rows’ voters, is nowhere negative, and those by fitting stay within the bounds', () => {
  fc.assert(
    fc.property(exact, ({ results }) => {
      const limits = bounds(results)
      for (const estimate of [independence, goodmanClipped, dualIpf, localPreferences]) {
        for (const [j, row] of estimate(results).entries()) {
          const total = totalOf(results.from[j]!)
          expect(Math.abs(row.reduce((sum, cell) => sum + cell) - total)).toBeLessThan(1e-3 * total)
          for (const [k, cell] of row.entries()) {
            expect(cell).toBeGreaterThanOrEqual(0)
            if (estimate === independence || estimate === goodmanClipped) continue
            expect(cell).toBeGreaterThan(limits[j]![k]!.least - 1)
            expect(cell).toBeLessThan(limits[j]![k]!.most + 1)
          }
        }
      }
    }),
    { numRuns: 15 },
  )
})

test('the nearest shares: known points, and no other shares are nearer', () => {
  expect(nearestShares([0.5, 0.5])).toEqual([0.5, 0.5])
  expect(nearestShares([3, 0])).toEqual([1, 0])
  expect(nearestShares([0.9, 0.3, -5])).toEqual([expect.closeTo(0.8, 12), expect.closeTo(0.2, 12), 0])
  const distance = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, x, i) => sum + (x - b[i]!) ** 2, 0)
  const points = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 3, maxLength: 3 })
  const weights = fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 })
  fc.assert(
    fc.property(points, weights, (point, weights) => {
      const other = weights.map(weight => weight / (weights[0]! + weights[1]! + weights[2]!))
      expect(distance(nearestShares(point), point)).toBeLessThanOrEqual(distance(other, point) + 1e-12)
    }),
  )
})

test('options below 3 % become one, last, where there are two or more', () => {
  const option = (name: string, votes: number) => ({ name, votes: [votes] })
  const names = (options: readonly Option[]) => options.map(({ name }) => name)
  expect(names(merged([option('a', 1), option('b', 97), option('c', 2)], 0.03))).toEqual(['b', 'others'])
  expect(names(merged([option('a', 2), option('b', 98)], 0.03))).toEqual(['a', 'b'])
})

test('a bootstrap over one kind of county has no spread; the same seed gives the same one', () => {
  const option = (name: string, votes: readonly number[]) => ({ name, votes })
  const results = {
    from: [option('a', [10, 40, 10, 40]), option('b', [40, 10, 40, 10])],
    to: [option('c', [26, 14, 26, 14]), option('d', [24, 36, 24, 36])],
  }
  const same = bootstrap(results, [0, 0, 1, 1], { samples: 20, random: seeded(1) })
  expect(same.low[0]![0]).toBeCloseTo(same.high[0]![0]!, 6)
  const once = bootstrap(results, [0, 1, 2, 3], { samples: 20, random: seeded(1) })
  expect(bootstrap(results, [0, 1, 2, 3], { samples: 20, random: seeded(1) })).toEqual(once)
  expect(once.low[0]![0]!).toBeLessThanOrEqual(once.high[0]![0]!)
})
