import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { binomialLower } from '../distributions/distributions.ts'
import { columnsOf, sumOf } from '../fixtures/node/columns.ts'
import { firstDigits, secondDigitExpected, secondDigitMean, secondDigitShares } from './benford.ts'
import {
  adjacentDigits,
  adjacentDigitsSmoothed,
  digitExtremes,
  lastDigits,
  lastDigitsSmoothed,
  lastTwoDigits,
} from './digits.ts'

const iran = resolve(import.meta.dirname, '../../../../elections/iran-2009')
const candidates = ['ahmadinejad', 'rezaee', 'karroubi', 'mousavi']
const countsIn = (file: string) => {
  const columns = columnsOf(join(iran, file))
  return candidates.flatMap(name => [...sumOf(columns, name)])
}

describe('Iran 2009, the tables as published by the ministry', () => {
  const provinces = countsIn('results-by-province.csv')
  const areas = countsIn('results-by-area.csv')

  test('last digits: 30 provinces and 366 areas', () => {
    expect(lastDigits(provinces).statistic).toBeCloseTo(16, 10)
    expect(lastDigits(provinces).p).toBeCloseTo(0.0669, 4)
    expect(areas).toHaveLength(1464)
    expect(lastDigits(areas).statistic).toBeCloseTo(3.64, 2)
    expect(lastDigits(areas).p).toBeCloseTo(0.934, 3)
  })

  test('adjacent digits: 76 of 120 lie apart', () => {
    expect(adjacentDigits(provinces)).toMatchObject({ counts: 120, apart: 76 })
    expect(adjacentDigits(provinces).p).toBeCloseTo(0.0694, 4)
  })

  test('counts of thousands: drawn anew, they have even last digits', () => {
    const columns = columnsOf(join(iran, 'results-by-area.csv'))
    const part = { counts: sumOf(columns, 'ahmadinejad'), ballots: sumOf(columns, 'valid') }
    const smoothed = lastDigitsSmoothed(lastTwoDigits([part]))
    expect(smoothed.statistic).toBeCloseTo(lastDigits(part.counts).statistic, 4)
  })

  test('Benford: 41 sevens of 366 among Karroubi’s first digits', () => {
    const { excess, expected } = firstDigits(sumOf(columnsOf(join(iran, 'results-by-area.csv')), 'karroubi'))
    expect(excess).toMatchObject({ digit: 7, seen: 41 })
    expect(expected[6]).toBeCloseTo(21.23, 2)
    expect(excess.p).toBeCloseTo(5.1e-5, 6)
    expect(36 * excess.p).toBeCloseTo(0.0018, 4)
  })
})

describe('the probabilities of Beber and Scacco’s article of 2009, for the 116 counts of 29 provinces', () => {
  test('some digit at least 20 times and some at most 5 times', () => {
    expect(digitExtremes(116, 20, 5)).toBeCloseTo(0.03494, 5)
  })

  test('at most 72 pairs apart', () => {
    expect(binomialLower(72, 116, 0.7)).toBeCloseTo(0.04106, 5)
  })
})

test('digit extremes: of all ways that few counts can fall', () => {
  // Three counts: some digit at least twice, and of ten digits some is always missing.
  expect(digitExtremes(3, 2, 0)).toBeCloseTo(1 - 0.9 * 0.8, 12)
  expect(digitExtremes(3, 3, 0)).toBeCloseTo(0.01, 12)
  expect(digitExtremes(3, 4, 0)).toBeCloseTo(0, 12)
})

test('Benford’s second digits have the mean 4.18739', () => {
  expect(secondDigitExpected).toBeCloseTo(4.18739, 5)
  expect(secondDigitShares.reduce((sum, share) => sum + share)).toBeCloseTo(1, 12)
  expect(secondDigitMean([10, 99, 5, 0])).toMatchObject({ counts: 2, mean: 4.5 })
})

describe('counts drawn anew', () => {
  test('the chances of a count are those of its binomial', () => {
    const { expected } = lastTwoDigits([{ counts: [3], ballots: [10] }])
    const chance = (k: number) => binomialLower(k, 10, 0.3) - binomialLower(k - 1, 10, 0.3)
    for (let k = 0; k <= 10; k++) expect(expected[k]).toBeCloseTo(chance(k), 12)
  })

  test('all, none, and what lies below the least count', () => {
    expect(lastTwoDigits([{ counts: [0, 7], ballots: [9, 7] }]).expected[7]).toBe(1)
    const cut = lastTwoDigits([{ counts: [3, 8], ballots: [10, 20] }], 5)
    expect(cut.counts).toBe(1)
    expect(cut.expected.slice(0, 5)).toEqual([0, 0, 0, 0, 0])
    expect(cut.expected.reduce((sum, share) => sum + share)).toBeCloseTo(1, 12)
  })

  test('what is seen adds up, and a count’s digits are its own', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2000), { minLength: 1, maxLength: 40 }), counts => {
        const pairs = lastTwoDigits([{ counts, ballots: counts.map(() => 2000) }])
        expect(pairs.expected.reduce((sum, share) => sum + share)).toBeCloseTo(counts.length, 6)
        expect(lastDigitsSmoothed(pairs).observed).toEqual(lastDigits(counts).observed)
        expect(adjacentDigitsSmoothed(pairs).apart).toBe(adjacentDigits(counts).apart)
      }),
      { numRuns: 50 },
    )
  })
})
