import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { factsSchema } from './facts/facts.ts'
import { readerOf } from './read.ts'
import { reportOf } from './report.ts'

const folder = join(import.meta.dirname, '../../../../elections/facts')
const reader = readerOf(
  globSync('*.json', { cwd: folder })
    .sort()
    .map(file => factsSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')))),
)

const candidates = [
  ['Pezeshkian', 'Masoud Pezeshkian', 10_415_991, 16_384_403],
  ['Jalili', 'Saeed Jalili', 9_473_298, 13_538_179],
] as const
/** As a text may call them. */
const called: readonly (readonly string[])[] = [
  [
    'Pezeshkian',
    'Masoud Pezeshkian',
    'Dr Pezeshkian',
    'the reformist Masoud Pezeshkian',
    'Massoud Pezeshkian',
  ],
  ['Jalili', 'Saeed Jalili', 'Mr Jalili', 'the former negotiator Saeed Jalili', 'Saeid Jalili'],
]
const rounds = [
  ['in the first round', 24_535_185],
  ['in the runoff', 30_530_157],
] as const

/** One claim in many words: what it says and whether it is true do not change with them. */
const wordings: readonly ((who: string, share: string, when: string) => string)[] = [
  (who, share, when) => `${who} won ${share} of the vote ${when}.`,
  (who, share, when) => `${capital(when)}, ${who} received ${share} of the votes.`,
  (who, share, when) => `${who}, a former official, secured ${share} ${when}.`,
  (who, share, when) =>
    `${share.charAt(0).toUpperCase()}${share.slice(1)} of the votes went to ${who} ${when}.`,
  (who, share, when) => `${who} finished with ${share} ${when}, the ministry said.`,
  (who, share, when) => `The ministry said that ${who} had got ${share} of votes ${when}.`,
  (who, share, when) => `${capital(when)} ${who} took ${share} of the vote, officials announced.`,
  (who, share, when) => `${who}’s share of the vote was ${share} ${when}.`,
  (who, share, when) => `${who} polled ${share} ${when}; the count went on all night.`,
  (who, share, when) => `${capital(when)}, ${share} of the votes were won by ${who}.`,
  (who, share, when) => `${capital(when)} ${share} voted for ${who}.`,
  (who, share, when) => `${who} finished ${when} with ${share} of the vote.`,
  (who, share, when) => `${capital(when)} ${who} had “${share} of the vote”, the ministry said.`,
  (who, share, when) => `Support for ${who} stood at ${share} of the vote ${when}.`,
]

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const written = fc.constantFrom(
  (share: string) => `${share} percent`,
  (share: string) => `${share} per cent`,
  (share: string) => `${share}%`,
  (share: string) => `just ${share} percent`,
  (share: string) => `${share}pc`,
  (share: string) => `${share} pct`,
)

const claim = fc.record({
  who: fc.nat({ max: 1 }),
  round: fc.nat({ max: 1 }),
  digits: fc.integer({ min: 1, max: 2 }),
  name: fc.nat({ max: 4 }),
  wording: fc.nat({ max: wordings.length - 1 }),
  off: fc.constantFrom(0, 3, -4, 7),
  written,
})

test('a claim keeps its verdict in other words, in another order and to other digits', () => {
  fc.assert(
    fc.property(claim, ({ who, round, digits, name, wording, off, written }) => {
      const candidate = candidates[who]!
      const [when, taken] = rounds[round]!
      const share = ((100 * (candidate[2 + round] as number)) / taken + off).toFixed(digits)
      const text = wordings[wording]!(called[who]![name]!, written(share), when)
      const [document] = reportOf([{ file: 'x', text, date: '2024-07-10' }], reader).documents
      const found = document!.claims.filter(({ measure }) => measure === 'share')
      const [one] = found
      expect([text, found.length]).toEqual([text, 1])
      expect([text, one!.subject, one!.round]).toEqual([text, `share of ${candidate[1]}`, round + 1])
      // Off by so many points it is true under no denominator; else it is of the votes taken.
      expect([text, one!.verdict]).toEqual([text, off === 0 ? 'supportedUnder' : 'contradicted'])
    }),
    { numRuns: 300 },
  )
})

test('what is denied, supposed, asked or foreseen is never judged', () => {
  const wrap = fc.constantFrom(
    (said: string) => `If ${said}, the count would have ended.`,
    (said: string) => `It is not true that ${said}.`,
    (said: string) => `Is it known whether ${said}?`,
    (said: string) => `Nobody believes that ${said}.`,
    (said: string) => `Some predicted that ${said}.`,
    (said: string) => `Suppose that ${said}.`,
    (said: string) => `It is a lie that ${said}.`,
    (said: string) => `He had hoped that ${said}.`,
  )
  fc.assert(
    fc.property(
      wrap,
      fc.integer({ min: 1, max: 99 }),
      fc.constantFrom('Pezeshkian', 'Jalili'),
      (wrap, share, who) => {
        const text = wrap(`${who} won ${share} percent of the vote in the runoff`)
        const [document] = reportOf([{ file: 'x', text, date: '2024-07-10' }], reader).documents
        expect([text, document!.claims.map(({ verdict }) => verdict)]).toEqual([text, []])
      },
    ),
    { numRuns: 200 },
  )
})

test('a figure of a part, of another country or of a count that goes on is never held against the whole', () => {
  const wrap = fc.constantFrom(
    (said: string) => `Among women ${said}.`,
    (said: string) => `Among voters aged 18 to 24, ${said}.`,
    (said: string) => `Abroad, ${said}.`,
    (said: string) => `In Mashhad ${said}.`,
    (said: string) => `In the villages, ${said}.`,
    (said: string) => `In 14 percent of the boxes ${said}.`,
    (said: string) => `In a mock election ${said}.`,
    (said: string) => `In student elections, ${said}.`,
    (said: string) => `In an exit poll ${said}.`,
    (said: string) => `On Twitter, ${said}.`,
    (said: string) => `By noon ${said}.`,
    (said: string) => `In the first three hours ${said}.`,
    (said: string) => `With 40 percent of the votes counted, ${said}.`,
    (said: string) => `${capital(said)} in his home town.`,
    (said: string) => `${capital(said)} in 40 cities.`,
    (said: string) => `${capital(said)} there.`,
    (said: string) => `${capital(said)} of those who had voted for Ghalibaf.`,
    (said: string) => `${capital(said)} in the north.`,
  )
  const said = fc.constantFrom(
    (share: number) => `Pezeshkian won ${share} percent of the vote`,
    (share: number) => `Jalili got ${share} percent`,
    (share: number) => `${share} percent of the vote went to Jalili`,
  )
  fc.assert(
    fc.property(wrap, said, fc.integer({ min: 61, max: 99 }), (wrap, said, share) => {
      const text = wrap(said(share))
      const [document] = reportOf([{ file: 'x', text, date: '2024-07-10' }], reader).documents
      const judged = document!.claims.filter(({ verdict }) => verdict !== 'cannotBeChecked')
      expect([text, judged.map(({ verdict }) => verdict)]).toEqual([text, []])
    }),
    { numRuns: 300 },
  )
})

test('no text makes it fail, and every offset lies in the text', () => {
  const words = fc.constantFrom(
    'Pezeshkian',
    'Jalili',
    'won',
    '40',
    'percent',
    '%',
    'of',
    'the',
    'vote',
    'turnout',
    ',',
    '(',
    ')',
    'in',
    '2021',
    'by',
    'to',
    'and',
    'million',
    '1.5',
    'nearly',
    'lead',
    '“',
    '”',
    '\n\n',
    'who',
    'if',
    '—',
    'half',
    'U.S.',
    '۴۰',
    '$',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ maxLength: 200 }),
        fc.array(words, { maxLength: 40 }).map(all => all.join(' ')),
      ),
      text => {
        const [document] = reportOf([{ file: 'x', text }], reader).documents
        for (const { start, end } of [...document!.claims, ...document!.notUnderstood])
          expect(start >= 0 && end >= start && end <= text.length).toBe(true)
      },
    ),
    { numRuns: 500 },
  )
})
