import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rowsOf, type TableGiven } from '../table.ts'
import { falseDiscovery } from './family.ts'
import { residualsAgainst } from './residuals.ts'
import { matched, twiceOf } from './twice.ts'

describe('one family of tests', () => {
  test('the worked example of Benjamini and Hochberg (1995), 15 tests: four rejected at .05', () => {
    const p = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
      0.759, 1,
    ]
    expect([...falseDiscovery(p)].filter(q => q <= 0.05)).toHaveLength(4)
  })

  test('in the order given, never below its own p, never above 1', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 }), p => {
        const q = falseDiscovery(p)
        for (const [i, value] of p.entries()) {
          expect(q[i]).toBeGreaterThanOrEqual(value)
          expect(q[i]).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
})

/** Boxes of 400 whose share now is their earlier one moved by 5 points on the logit scale, and even noise. */
function twice(boxes: number) {
  const share = (i: number) => 0.2 + (0.6 * (i % 97)) / 96
  const now = (i: number) => {
    const logit = Math.log(share(i) / (1 - share(i))) + 0.2 + 0.3 * Math.sin(i * 12.9898)
    return 1 / (1 + Math.exp(-logit))
  }
  const column = (votes: (i: number) => number) => Float64Array.from({ length: boxes }, (_, i) => votes(i))
  return {
    votes: column(i => Math.round(400 * now(i))),
    of: column(() => 400),
    earlier: [column(i => Math.round(400 * share(i)))],
    earlierOf: column(() => 400),
  }
}

describe('residuals against an earlier round', () => {
  test('ordinary differences are not far; a box that is far is found, with its votes', () => {
    expect(residualsAgainst(twice(500)).far.boxes).toBe(0)
    const moved = twice(500)
    moved.votes[123] = 398
    const { far, residuals, spread } = residualsAgainst(moved)
    expect(far.boxes).toBe(1)
    const found = residuals.find(({ q }) => q <= 0.05)!
    expect(found.at).toBe(123)
    expect(far.above).toBeCloseTo(found.votes, 9)
    expect(spread).toBeGreaterThan(0.1)
  })

  test('a third of the boxes far off do not hide themselves', () => {
    const moved = twice(600)
    for (let i = 0; i < 600; i += 10) moved.votes[i] = 399
    const { residuals } = residualsAgainst(moved)
    const found = residuals.filter(({ q }) => q <= 0.05).map(({ at }) => at)
    expect(found.filter(at => at % 10 === 0).length).toBeGreaterThan(45)
    expect(found.filter(at => at % 10 !== 0).length).toBeLessThan(5)
  })

  test('boxes without votes on either side say nothing', () => {
    const some = twice(100)
    some.of[3] = 0
    some.earlierOf[4] = 0
    expect(residualsAgainst(some).boxes).toBe(98)
  })
})

describe('the same places of two rounds', () => {
  const table = (ids: readonly string[], areas: readonly string[]): TableGiven => ({
    about: { name: { en: 'made up' }, round: 1, rule: 'majority', of: 'valid' },
    level: 'box',
    candidates: [{ id: 'a', number: 1, name: { en: 'A' } }],
    areas: [
      { id: 'N', level: 'county', parent: 'X', name: {} },
      { id: 'S', level: 'county', parent: 'X', name: {} },
      { id: 'X', level: 'country', name: {} },
    ],
    rows: ids.map((id, i) => ({ id, area: areas[i]!, figures: { valid: 10, votes: { 1: 4 } } })),
  })

  test('boxes by their names', () => {
    const pair = matched(
      rowsOf(table(['1', '2', '3'], ['N', 'N', 'S'])),
      rowsOf(table(['3', '2', '9'], ['S', 'N', 'S'])),
    )
    expect(pair.now.map(row => pair.rows.ids[row])).toEqual(['2', '3'])
    expect(pair.then.map(row => pair.earlier.ids[row])).toEqual(['2', '3'])
  })

  test('areas where boxes are others', () => {
    const pair = matched(
      rowsOf(table(['1', '2', '3'], ['N', 'N', 'S'])),
      rowsOf(table(['7', '8', '9'], ['S', 'N', 'S'])),
    )
    expect(pair.rows.ids).toEqual(['N', 'S'])
    expect([...twiceOf(pair, 0).votes]).toEqual([8, 4])
    expect([...twiceOf(pair, 0).earlierOf]).toEqual([10, 20])
  })
})
