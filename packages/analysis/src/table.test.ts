import { createHash } from 'node:crypto'
import { aLiveElection, anArchive } from '@countersign/election/made-up'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromElection } from './from-election.ts'
import { absent, areasAt, completed, givenIn, pick, rowsOf, summedAt, totalOf } from './table.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
const name = {}
const candidates = [
  { id: 'a', number: 1, name },
  { id: 'b', number: 2, name },
]
const about = { name, round: 1, rule: 'plurality', of: 'valid' } as const
const areas = [
  { id: 'north', level: 'town', parent: 'land', name },
  { id: 'land', level: 'country', name },
  { id: 'south', level: 'town', parent: 'land', name },
]
const given = (id: string, area: string, figures: object) => ({ id, area, figures })
const rows = rowsOf({
  about,
  level: 'box',
  candidates,
  areas,
  invalidGrounds: [7, 8],
  rows: [
    given('1', 'north', { eligible: 20, invalidBy: { 7: 1, 8: 2 }, votes: { 1: 5, 2: 4 } }),
    given('2', 'south', { eligible: 30, taken: 12, votes: { 1: 6, 2: 5 } }),
    given('3', 'north', { invalid: 0, votes: { 1: 6 } }),
    given('4', 'nowhere', { taken: 5, valid: 9, invalidBy: { 7: 1 }, votes: { 1: 4, 2: 5 } }),
  ],
})

test('figures as given, absent where they are not; grounds only where all are given', () => {
  expect([...rows.figures.invalid]).toEqual([3, absent, 0, absent])
  expect([...rows.figures.taken]).toEqual([absent, 12, absent, 5])
  expect([...rows.votes[1]!]).toEqual([4, 5, absent, 5])
})

test('completed: what follows, nothing below zero, nothing given is changed', () => {
  const { taken, valid, invalid } = completed(rows).figures
  expect([...valid]).toEqual([9, 11, absent, 9])
  expect([...taken]).toEqual([12, 12, absent, 5])
  expect([...invalid]).toEqual([3, 1, 0, absent])
  expect([...rows.figures.valid]).toEqual([absent, absent, absent, 9])
})

test('areas: the one above at a level, whatever their order; sums by area, absent where a row lacks the figure', () => {
  expect([...areasAt(rows, 'town')]).toEqual([0, 2, 0, -1])
  expect([...areasAt(rows, 'country')]).toEqual([1, 1, 1, -1])
  const towns = summedAt(rows, 'town')
  expect([towns.ids, [...towns.votes[0]!], [...towns.votes[1]!]]).toEqual([
    ['north', 'south'],
    [11, 6],
    [absent, 5],
  ])
  expect([...towns.figures.eligible]).toEqual([absent, 30])
})

test('totals: null where a row is silent; some rows in an order', () => {
  expect([totalOf(rows.votes[0]!), totalOf(rows.figures.eligible), totalOf(new Float64Array())]).toEqual([
    21,
    null,
    null,
  ])
  expect(givenIn(rows.figures.eligible)).toEqual({ sum: 50, rows: 2 })
  const some = pick(rows, [3, 0])
  expect([some.ids, [...some.figures.valid], [...some.area]]).toEqual([
    ['4', '1'],
    [9, absent],
    [-1, 0],
  ])
})

test('the sums of any split of the rows are the sum of all', () => {
  const votes = fc.record({ 1: fc.nat(500), 2: fc.nat(500) })
  fc.assert(
    fc.property(fc.array(fc.tuple(votes, fc.constantFrom('north', 'south')), { minLength: 1 }), drawn => {
      const all = rowsOf({
        about,
        level: 'box',
        candidates,
        areas,
        rows: drawn.map(([votes, area], i) => ({ id: `${i}`, area, figures: { votes } })),
      })
      const towns = summedAt(all, 'town')
      for (const c of [0, 1]) expect(totalOf(towns.votes[c]!)).toBe(totalOf(all.votes[c]!))
    }),
  )
})

describe('from a replayed election', () => {
  test('of an archive the rows of the fullest level; those not counted only where asked for', () => {
    const election = anArchive(sha256, { countedLevel: 'province' })
      .areas('country', undefined, 'country')
      .areas('province', 'country', 'yazd', 'qom')
      .ballot(1, 'a', 'b')
      .row({ figures: { taken: 90, votes: { 1: 50, 2: 40 } } })
      .row({ area: 'yazd', figures: { taken: 60, votes: { 1: 30, 2: 30 } } })
      .row({ area: 'qom', status: 'annulled', figures: { taken: 30, votes: { 1: 20, 2: 10 } } })
      .row({ area: 'qom', box: 'x', status: 'noData', figures: {} })
      .log.replay()
    const read = (which: Parameters<typeof fromElection>[1]) => {
      const rows = fromElection(election, which)
      return rows.ok ? [rows.value.level, ...rows.value.ids] : rows.refusal.code
    }
    expect(read({ level: 'province' })).toEqual(['province', 'yazd'])
    expect(read({ uncounted: true })).toEqual(['province', 'yazd', 'qom'])
    expect(read({ level: 'country' })).toEqual(['country', 'country'])
    expect(read({ level: 'box' })).toBe('no-rows')
    expect(read({ round: 2 })).toBe('no-such-round')
  })

  test('of a live election the boxes of the preliminary total', () => {
    const live = aLiveElection(sha256)
    const before = fromElection(live.log.replay())
    expect(before.ok || before.refusal.code).toBe('no-rows')
  })
})
