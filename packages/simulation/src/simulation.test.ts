import { seeded } from '@countersign/analysis'
import { errorIndex, leastSquares, votesOf } from '@countersign/analysis/transfer'
import { describe, expect, test } from 'vitest'
import { cleanElection, plainCountry, smaller } from './country/country.ts'
import { twoRounds } from './country/two-rounds.ts'
import { rejections } from './tables/power.ts'
import { type Tampering, tampered } from './tampering/tampering.ts'

const small = smaller(plainCountry, 10)

describe('a clean election', () => {
  const rows = cleanElection(small, seeded(1))

  test('adds up in every box', () => {
    expect(rows.length).toBe(1500)
    const { eligible, taken, invalid, valid } = rows.figures
    for (let i = 0; i < rows.length; i++) {
      expect(taken[i]).toBe(valid[i]! + invalid[i]!)
      expect(rows.votes.reduce((sum, votes) => sum + votes[i]!, 0)).toBe(valid[i])
      expect(taken[i]).toBeLessThanOrEqual(eligible[i]!)
    }
  })

  test('tampering keeps the sums, helps the leader, and leaves the clean rows as they were', () => {
    const before = rows.votes.map(votes => votes.slice())
    const kinds: readonly Tampering[] = [
      { kind: 'stuffing', boxes: 0.3, ofAbsent: 0.5 },
      { kind: 'switching', boxes: 0.3, ofOthers: 0.3 },
      { kind: 'rounding', boxes: 0.5 },
      { kind: 'inventing', boxes: 0.5 },
      { kind: 'dropping', boxes: 0.1 },
    ]
    for (const kind of kinds) {
      const made = tampered(rows, kind, seeded(2))
      const { taken, invalid, valid, eligible } = made.rows.figures
      for (let i = 0; i < made.rows.length; i++) {
        expect(made.rows.votes.reduce((sum, votes) => sum + votes[i]!, 0)).toBe(valid[i])
        expect(taken[i]).toBe(valid[i]! + invalid[i]!)
        expect(taken[i]).toBeLessThanOrEqual(eligible[i]!)
        expect(Math.min(...made.rows.votes.map(votes => votes[i]!))).toBeGreaterThanOrEqual(0)
      }
      const lead = (votes: readonly Float64Array[]) =>
        votes[0]!.reduce((sum, x) => sum + x, 0) - votes[1]!.reduce((sum, x) => sum + x, 0)
      if (kind.kind !== 'switching') expect(lead(made.rows.votes) - lead(before)).toBe(made.gained)
      if (kind.kind !== 'inventing') expect(made.gained).toBeGreaterThan(0)
    }
    expect(rows.votes).toEqual(before)
  })
})

describe('how often the tests are wrong', () => {
  const runs = 12

  test('few false alarms on clean elections; Benford’s laws reject most of them', () => {
    const { rejected } = rejections(small, 'none', { runs, random: seeded(3) })
    for (const name of ['last-digits', 'adjacent-digits', 'whole-percentages'] as const)
      expect(rejected[name]).toBeLessThanOrEqual(4)
    expect(rejected['first-digits']).toBe(runs)
  })

  test('a fifth of the boxes rounded is seen in every election; ballots stuffed are not', () => {
    const rounded = rejections(small, { kind: 'rounding', boxes: 0.2 }, { runs, random: seeded(4) })
    expect(rounded.rejected['whole-percentages']).toBe(runs)
    const stuffed = rejections(
      small,
      { kind: 'stuffing', boxes: 0.1, ofAbsent: 0.5 },
      { runs, random: seeded(5) },
    )
    expect(stuffed.gained).toBeGreaterThan(10_000)
    expect(stuffed.rejected['any-of-the-list']).toBeLessThanOrEqual(4)
  })
})

test('two rounds of 60,200 boxes: least squares put .6–.95 % into a wrong cell, in under a second', () => {
  const errors = [1, 2, 3, 4, 5].map(seed => {
    const { results, truth } = twoRounds(seeded(seed))
    const before = process.cpuUsage()
    const votes = votesOf(leastSquares(results), results)
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1e6).toBeLessThan(1)
    return errorIndex(votes, truth)
  })
  const mean = errors.reduce((sum, error) => sum + error) / errors.length
  expect(mean).toBeGreaterThan(0.6)
  expect(mean).toBeLessThan(0.95)
})
