import { checkFigures, type Figures, settingsOf } from '@countersign/election'
import { aForm } from '@countersign/election/made-up'
import { array, assert, integer, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import { equationsOf } from './arithmetic.ts'

const said = (figures: Figures) =>
  equationsOf(figures).map(({ code, whole, sum, difference }) => [code, whole.figure, sum, difference])

test('a form that adds up', () => {
  expect(said(aForm(100, 50, 20, 5))).toEqual([
    ['B01', 'valid', 175, 0],
    ['B02', 'taken', 185, 0],
    ['B02', 'inBox', 185, 0],
    ['B06', 'delivered', 300, 0],
  ])
})

test('a published row with its invalid ballots by ground, and a total that is three too many', () => {
  const row = { taken: 255, invalidBy: { 1: 2, 2: 0 }, valid: 250, votes: { 1: 149, 2: 101 } }
  expect(said(row)).toEqual([
    ['B01', 'valid', 250, 0],
    ['B02', 'taken', 252, 3],
  ])
})

test('what is not given is not zero: the sum is not known, and nothing is found', () => {
  expect(said({ taken: 255, valid: 250 })).toEqual([['B02', 'taken', null, null]])
  expect(said({ valid: 250 })).toEqual([])
  expect(said({})).toEqual([])
})

test('a sum differs exactly where the check finds that it does', () => {
  const numbers = { candidates: [1, 2], invalidGrounds: [], notTakenGrounds: [] }
  const settings = settingsOf({ mode: 'live' })
  const figure = integer({ min: 0, max: 6 })
  const figures = record({
    taken: figure,
    invalid: figure,
    valid: figure,
    inBox: figure,
    excessDrawn: figure,
    notTaken: figure,
    votes: array(figure, { minLength: 2, maxLength: 2 }).map(([one, two]) => ({ 1: one!, 2: two! })),
  })
  assert(
    property(figures, given => {
      const { findings } = checkFigures(given, numbers, settings)
      const found = findings.filter(({ code }) => code === 'B01' || code === 'B02').length
      expect(equationsOf(given).filter(({ difference }) => difference !== 0)).toHaveLength(found)
    }),
  )
})
