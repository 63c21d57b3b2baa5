import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readerOf } from '../read.ts'
import { reportOf } from '../report.ts'
import { factsSchema } from './facts.ts'
import { joined } from './joined.ts'
import { factsShown, type ShownElection } from './shown.ts'

const file = join(import.meta.dirname, '../../../../../elections/facts/iran.json')
const iran = factsSchema.parse(JSON.parse(readFileSync(file, 'utf8')))

/** A made-up election of Iran as a site would show it: its ids are its own. */
const shown: ShownElection = {
  id: 'made-up',
  name: { en: 'Presidential election of 2028', fa: 'انتخابات ریاست‌جمهوری ۱۴۰۷' },
  country: { id: 'IR', name: { en: 'Iran', fa: 'ایران' } },
  areas: [
    { id: '23', name: { en: 'Tehran', fa: 'تهران' } },
    { id: '99', name: { en: 'Newland', fa: 'نوآباد' } },
  ],
  rounds: [
    {
      number: 1,
      date: '2028-06-16',
      rule: 'majority',
      of: 'taken',
      candidates: [
        { id: '1', name: { en: 'Saeed Jalili', fa: 'سعید جلیلی' } },
        { id: '2', name: { en: 'Anna Testfield', fa: 'آنا آزمایشی' } },
      ],
      total: { eligible: 1000, taken: 600, invalid: 20, valid: 580, votes: [200, 380] },
      areas: [
        { id: '23', figures: { eligible: 700, taken: 400, votes: [100, 300] } },
        { id: '99', figures: { eligible: 300, taken: 200, votes: [100, 80] } },
      ],
    },
  ],
  source: 'a made-up record',
}

const read = readerOf(joined([iran], factsShown(shown)))
const judged = (text: string) =>
  reportOf([{ file: 'x', text, date: '2028-07-01' }], read).documents[0]!.claims.map(
    ({ subject, election, area, verdict }) => [subject, election, area, verdict],
  )

test('an election of a known country joins it: its people and places by their names', () => {
  expect(
    judged('In Iran’s 2028 election Testfield won 380 votes and Jalili 33.3 percent of the vote.'),
  ).toEqual([
    ['votes of Anna Testfield', 'made-up', null, 'supported'],
    ['share of Saeed Jalili', 'made-up', null, 'supportedUnder'],
  ])
  // What was known of one of its people still is.
  expect(judged('In Iran in 2024 Jalili won 44.3 percent in the runoff.')[0]).toEqual([
    'share of Saeed Jalili',
    'iran-2024',
    null,
    'supportedUnder',
  ])
})

test('a sentence about a province of it is answered, in both languages', () => {
  expect(judged('In Tehran, Testfield won 75 percent of the vote in 2028.')).toEqual([
    ['share of Anna Testfield', 'made-up', 'IR-23', 'supported'],
  ])
  expect(judged('آزمایشی در انتخابات ۱۴۰۷ در استان نوآباد ۴۰ درصد آرا را کسب کرد.')).toEqual([
    ['share of Anna Testfield', 'made-up', '99', 'supportedUnder'],
  ])
})

test('a known election is not doubled; totals that differ are a further version', () => {
  const again = factsShown({
    ...shown,
    id: 'other',
    rounds: [
      { ...shown.rounds[0]!, date: '2024-06-28', total: { taken: 24_535_185, votes: [9_473_298, null] } },
    ],
  })
  const facts = joined([iran], again)
  const election = facts[0]!.elections.find(({ id }) => id === 'iran-2024')!
  expect(facts[0]!.elections).toHaveLength(iran.elections.length)
  expect(election.totals).toHaveLength(2)
  const otherwise = factsShown({
    ...shown,
    rounds: [
      { ...shown.rounds[0]!, date: '2024-06-28', total: { taken: 24_535_186, votes: [9_473_298, null] } },
    ],
  })
  expect(joined([iran], otherwise)[0]!.elections.find(({ id }) => id === 'iran-2024')!.totals).toHaveLength(3)
})

test('an election of another country stands beside', () => {
  const elsewhere = factsShown({ ...shown, country: { id: 'XX', name: { en: 'Farland' } } })
  expect(joined([iran], elsewhere)).toEqual([iran, elsewhere])
})
