import { expect, test } from 'vitest'
import { rowsOf } from '../table.ts'
import { contradictionOf } from './bulletins.ts'
import { aboveEligible, byNote, sumsOf, totalGaps, validGaps } from './gaps.ts'

const table = (...rows: readonly (readonly [string, object, string?])[]) =>
  rowsOf({
    about: { name: { en: 'made up' }, round: 1, rule: 'plurality', of: 'valid' },
    level: 'box',
    candidates: [
      { id: 'a', number: 1, name: {} },
      { id: 'b', number: 2, name: {} },
    ],
    areas: [],
    rows: rows.map(([id, figures, note]) => ({ id, figures, ...(note !== undefined && { note }) })),
    invalidGrounds: [1, 2],
  })

test('a figure that is not given is never read as zero', () => {
  const rows = table(
    ['right', { taken: 10, invalid: 1, votes: { 1: 5, 2: 4 } }],
    ['two less', { taken: 8, invalid: 1, votes: { 1: 5, 2: 4 } }, 'odd'],
    ['no votes of b', { taken: 5, invalid: 0, votes: { 1: 5 } }, 'short'],
    ['one ground given of two', { taken: 10, invalidBy: { 1: 1 }, votes: { 1: 5, 2: 4 } }, 'short'],
    ['grounds', { taken: 10, invalidBy: { 1: 1, 2: 0 }, votes: { 1: 5, 2: 4 } }],
    ['nothing', { taken: 0, invalid: 0, votes: { 1: 0, 2: 0 } }],
    ['stated valid counts', { taken: 10, invalid: 1, valid: 9, votes: { 1: 5, 2: 3 } }],
  )
  const { addUp, gaps, lacking, zero } = sumsOf(rows)
  expect([addUp, lacking, zero]).toEqual([3, [2, 3], [5]])
  expect(gaps).toEqual([{ row: 1, id: 'two less', taken: 8, valid: 9, invalid: 1, gap: -2 }])
  expect(byNote(rows, lacking)).toEqual([['short', 2]])
  expect(validGaps(rows)).toEqual([{ row: 6, gap: -1 }])
})

test('more ballots than voters; a stated total that is not the sum', () => {
  const rows = table(
    ['full', { eligible: 9, taken: 10, invalid: 1, votes: { 1: 5, 2: 4 } }],
    ['just', { eligible: 10, taken: 10, invalid: 1, votes: { 1: 5, 2: 4 } }],
  )
  expect(aboveEligible(rows)).toEqual([{ row: 0, id: 'full', eligible: 9, taken: 10, valid: 9 }])
  expect(totalGaps(rows, { taken: 21, a: 10, b: 7, issued: 30 })).toEqual([
    { figure: 'taken', stated: 21, summed: 20 },
    { figure: 'b', stated: 7, summed: 8 },
  ])
})

test('an announcement that leaves sheets out is given the best of them', () => {
  const rows = table(...[50, 40, 30, 20, 10].map((a, i) => [`s${i}`, { votes: { 1: a, 2: 5 } }] as const))
  const bulletin = { candidate: 'a', votes: 60, sheets: 10, coveredPer10000: 9000 }
  expect(contradictionOf(rows, bulletin)).toMatchObject({
    summed: 150,
    missing: 1,
    allowed: 50,
    excess: 40,
    false: 1,
    falseIfAll: 2,
  })
  expect(contradictionOf(rows, { ...bulletin, votes: 150 })).toBeNull()
  expect(contradictionOf(rows, { ...bulletin, votes: 120 })).toMatchObject({ excess: -20, false: 0 })
})
