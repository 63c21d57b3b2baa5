import { join } from 'node:path'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { binomialAt } from '../distributions/distributions.ts'
import { columnsOf, sumOf } from '../fixtures/node/columns.ts'
import { fingerprint } from './fingerprint.ts'
import { klimekFit } from './klimek.ts'
import type { Protocols } from './protocols.ts'
import { turnoutLines } from './turnout-lines.ts'
import { wholePercentages, wholePercentOf } from './whole-percent.ts'

const data = inject('data')

describe('Russia 2011: 95,225 polling stations, United Russia', () => {
  let russia: Protocols
  beforeAll(() => {
    if (data.missing !== undefined) return
    const columns = columnsOf(join(data.path, 'russia-2011-duma/polling_stations.csv.gz'))
    const issued = ['ballots_issued_early', 'ballots_issued_in_station', 'ballots_issued_outside']
    russia = {
      leader: sumOf(columns, 'united_russia'),
      found: sumOf(columns, 'valid_votes', 'invalid_votes'),
      issued: sumOf(columns, ...issued),
      eligible: sumOf(columns, 'registered_voters'),
      rows: Int32Array.from(columns.region!, (_, i) => i),
    }
  })

  test('whole percentages, exactly, in under 5 s', ({ skip }) => {
    skip(data.missing !== undefined, data.missing)
    const before = process.cpuUsage()
    const { boxes, either, share, turnout, shareAt, turnoutAt } = wholePercentages(russia)
    const { user, system } = process.cpuUsage(before)
    expect(boxes).toBe(86_718)
    expect([either.observed, share.observed, turnout.observed]).toEqual([17_803, 9_708, 9_216])
    expect(Math.abs(either.excess - 1002.6)).toBeLessThan(0.5)
    expect(Math.abs(share.excess - 766.5)).toBeLessThan(0.5)
    expect(Math.abs(turnout.excess - 448.8)).toBeLessThan(0.5)
    expect([either.z, share.z, turnout.z].map(z => z.toFixed(2))).toEqual(['8.74', '8.72', '5.11'])
    const sum = (of: typeof shareAt) => of.reduce((all, { observed }) => all + observed, 0)
    expect([sum(shareAt), sum(turnoutAt)]).toEqual([share.observed, turnout.observed])
    expect((user + system) / 1e6).toBeLessThan(5)
  })

  test('turnout lines: the others peak at 51 %, 33.8 % there, 15.28 million beyond', ({ skip }) => {
    skip(data.missing !== undefined, data.missing)
    const { peak, share, beyond, band, leader } = turnoutLines(russia)
    expect(peak).toBe(51)
    expect(share).toBeCloseTo(0.338, 3)
    expect(beyond / 1e6).toBeCloseTo(15.28, 2)
    expect(band[0]).toBeGreaterThan(14.6e6)
    expect(band[1]).toBeLessThan(15.4e6)
    expect(leader.reduce((sum, votes) => sum + votes)).toBe(32_371_737)
  })

  test('Klimek’s fit: .55–.75 of the boxes', ({ skip }) => {
    skip(data.missing !== undefined, data.missing)
    const { incremental, extreme, fitted, observed } = klimekFit(russia)
    expect(incremental).toBeGreaterThanOrEqual(0.55)
    expect(incremental).toBeLessThanOrEqual(0.75)
    expect(extreme).toBeLessThan(0.1)
    const sum = (bins: readonly number[]) => bins.reduce((all, boxes) => all + boxes, 0)
    expect(sum(fitted)).toBeCloseTo(sum(observed), 3)
  })

  test('every box with voters and ballots is in a cell of the fingerprint', ({ skip }) => {
    skip(data.missing !== undefined, data.missing)
    const { cells, boxes, above } = fingerprint(russia)
    expect(boxes).toBe(russia.found.filter((found, i) => found > 0 && russia.eligible[i]! > 0).length)
    expect(cells.reduce((all, row) => all + row.reduce((sum, box) => sum + box, 0), 0)).toBe(boxes)
    expect(above).toBeLessThan(100)
  })
})

const one = (leader: number, found: number, issued: number, eligible: number): Protocols => ({
  leader: Float64Array.of(leader),
  found: Float64Array.of(found),
  issued: Float64Array.of(issued),
  eligible: Float64Array.of(eligible),
  rows: Int32Array.of(0),
})

describe('whole percentages', () => {
  test('within .05 points, the edge included; decided in whole numbers', () => {
    expect(wholePercentOf(50, 100)).toBe(50)
    expect(wholePercentOf(501, 1000)).toBeUndefined()
    expect(wholePercentOf(1001, 2000)).toBe(50)
    expect(wholePercentOf(1002, 2000)).toBeUndefined()
    expect(wholePercentOf(0, 7)).toBe(0)
  })

  test('the chance of a box is the sum of the binomial over all whole percentages', () => {
    for (const [x, n] of [
      [437, 1234],
      [60, 120],
      [1990, 2500],
    ] as const) {
      let chance = 0
      for (let k = 0; k <= n; k++) if (wholePercentOf(k, n) !== undefined) chance += binomialAt(k, n, x / n)
      expect(wholePercentages(one(x, n, 500, 2600)).share.expected).toBeCloseTo(chance, 10)
    }
  })

  test('boxes too small, empty or above 99 % are left out', () => {
    expect(wholePercentages(one(30, 60, 60, 99)).boxes).toBe(0)
    expect(wholePercentages(one(0, 0, 50, 200)).boxes).toBe(0)
    expect(wholePercentages(one(100, 100, 150, 200)).boxes).toBe(0)
    expect(wholePercentages(one(30, 60, 200, 200)).boxes).toBe(0)
    expect(wholePercentages(one(30, 60, 198, 200)).boxes).toBe(1)
  })
})
