import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { factsSchema } from '../facts/facts.ts'
import { readerOf } from '../read.ts'
import { goldOfNote, type ListedClaim } from './gold.ts'
import { scoreListed } from './node/listed.ts'

const iran = join(import.meta.dirname, '../../../../../elections/facts/iran.json')
const facts = [factsSchema.parse(JSON.parse(readFileSync(iran, 'utf8')))]

test('claims listed by hand: all told, none judged wrongly, most found', ({ skip }) => {
  const articles = inject('articles')
  skip(articles.missing !== undefined, articles.missing)
  const score = scoreListed(articles.path!, readerOf(facts), facts)
  skip(score === undefined, 'no list of claims in the folder of COUNTERSIGN_CLAIMS')
  const { rows, told, finding, subject, denominator, verdict, misses, unlisted } = score!
  const wrong = misses.filter(miss => !/not found$|neither read nor told$/.test(miss))
  expect(wrong).toEqual([])
  expect(told).toBe(rows)
  expect(unlisted.map(({ key, claim }) => [key, claim.sentence])).toEqual([])
  expect(verdict.right).toBe(verdict.given)
  for (const { right, wanted } of [finding, subject, denominator, verdict])
    expect(right / wanted).toBeGreaterThan(0.9)
})

const row = (rest: Partial<ListedClaim>): ListedClaim => ({
  file: 'a.txt',
  quote: 'Anna won 40 percent',
  kind: 'figure',
  subject: '2024 R1 share: Jalili',
  value: '40',
  unit: 'percent',
  denominator: 'not stated',
  note: '',
  ...rest,
})

test.for([
  ['2/5 = 40.2% of all ballots; 41.9% of valid', ['supportedUnder'], ['taken']],
  [
    '2/5 = 40.348% of VALID votes; 40.412% of all ballots: both round to 40',
    ['supported'],
    ['valid', 'taken'],
  ],
  ['40.7% of all ballots, truncated', ['rounding'], undefined],
  ['52.1% of all ballots; 55.3% of valid', ['contradicted'], undefined],
] as const)('the rule of the list’s notes: %s', ([note, verdict, holds]) => {
  const gold = goldOfNote(row({ note }), [], facts)
  expect(gold).toMatchObject({ subject: 'share of Saeed Jalili', election: 'iran-2024', round: 1, verdict })
  expect(gold.holds).toEqual(holds)
})

test('what is said again has its note where it was said first; what no note works out is not judged', () => {
  const noted = row({ note: '40.2% of all ballots' })
  expect(goldOfNote(row({}), [noted], facts).verdict).toEqual(['supported'])
  expect(goldOfNote(row({}), [], facts).verdict).toBe('none')
  expect(goldOfNote(row({ kind: 'procedure' }), [noted], facts).verdict).toBe('none')
})
