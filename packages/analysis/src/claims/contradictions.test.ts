import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { factsSchema } from './facts/facts.ts'
import { readerOf } from './read.ts'
import { reportOf } from './report.ts'

const iran = join(import.meta.dirname, '../../../../elections/facts/iran.json')
const read = readerOf([factsSchema.parse(JSON.parse(readFileSync(iran, 'utf8')))])
const against = (...texts: readonly string[]) =>
  reportOf(
    texts.map((text, i) => ({ file: String(i), text, date: '2024-07-12' })),
    read,
  ).contradictions.map(({ first, second }) => [first.value, second.value])

test('two claims of one thing that cannot both be true, in one text, in two, and in two languages', () => {
  const [one, other] = [
    'In the runoff Jalili won 53 percent of the vote.',
    'In the runoff Jalili won 44.3 percent.',
  ]
  expect(against(`${one} ${other}`)).toEqual([[53, 44.3]])
  expect(against(one!, other!)).toEqual([[53, 44.3]])
  expect(against(one!, 'جلیلی در دور دوم ۴۴٫۳ درصد آرا را کسب کرد.')).toEqual([[53, 44.3]])
})

test.for([
  ['another round', 'In the runoff Jalili won 44.3 percent.', 'In the first round Jalili won 38.6 percent.'],
  [
    'another denominator',
    'Jalili won 38.6 percent of all ballots in the first round.',
    'Jalili won 40.3 percent of valid votes in the first round.',
  ],
  [
    'a group',
    'In the runoff Pezeshkian won 53.7 percent.',
    'Among women, Pezeshkian won 60 percent in the runoff.',
  ],
  ['other digits', 'In the runoff Jalili won 44.3 percent.', 'In the runoff Jalili won 44 percent.'],
  ['somebody else', 'In the runoff Jalili won 44.3 percent.', 'In the runoff Pezeshkian won 53.7 percent.'],
] as const)('no contradiction: %s', ([, one, other]) => {
  expect(against(one, other)).toEqual([])
})
