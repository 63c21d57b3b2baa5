import { globSync, readFileSync } from 'node:fs'
import { checks, life } from '@countersign/election'
import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'
import { words } from '../site/help.tsx'
import { pointsBetween } from './points.ts'
import { type Messages, textIn } from './text.ts'

const read = (language: string): Messages =>
  JSON.parse(readFileSync(`packages/web/messages/site/${language}.json`, 'utf8'))

test('Persian figures, shares and days are in Persian digits and the Solar Hijri calendar', () => {
  const text = textIn('fa', read('fa'))
  expect(text.direction).toBe('rtl')
  expect(text.count(24535185)).toBe('۲۴٬۵۳۵٬۱۸۵')
  expect(text.percent('38.611')).toBe('۳۸٫۶۱۱٪')
  expect(text.day('2024-06-28')).toBe('۸ تیر ۱۴۰۳')
  expect(text.gregorianDay('2024-06-28')).toBe('۲۸ ژوئن ۲۰۲۴')
})

test('a percentage keeps the decimals that it was computed to', () => {
  expect(textIn('en', read('en')).percent('50.000')).toBe('50.000 %')
})

test('every language has every message, with the same values to put in', () => {
  const english = read('en')
  for (const file of globSync('packages/web/messages/site/*.json')) {
    const other = JSON.parse(readFileSync(file, 'utf8')) as Messages
    expect([file, Object.keys(other).sort()]).toEqual([file, Object.keys(english).sort()])
    for (const [key, message] of Object.entries(other))
      expect([file, key, valuesIn(message)]).toEqual([file, key, valuesIn(english[key] ?? '')])
  }
})

/** The names of what is put into a message, in the order of the alphabet. */
function valuesIn(message: string): readonly string[] {
  const names = (parts: readonly MessagePart[]): readonly string[] =>
    parts.flatMap(part => [
      ...(part.type === literal || part.type === pound ? [] : [part.value ?? '']),
      ...Object.values(part.options ?? {}).flatMap(({ value }) => names(value)),
    ])
  const whole = new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst()
  return [...new Set(names(whole as readonly MessagePart[]))].sort()
}

interface MessagePart {
  readonly type: number
  readonly value?: string
  readonly options?: Readonly<Record<string, { readonly value: readonly MessagePart[] }>>
}

const [literal, pound] = [0, 7]

/** Everything that a body can decide of a round, by the kind of its statement. */
const decided = [
  ...['elected', 'runOff', 'undecided', 'void'].map(outcome => `declare.${outcome}`),
  ...['certified', 'refused'].map(decision => `certify.${decision}`),
  ...['accept', 'openBox', 'recount', 'correct', 'annul', 'rerun', 'tie', 'refuse'].map(
    decision => `ruling.${decision}`,
  ),
]

test('every check, state of a box, severity and decision is said', () => {
  const text = textIn('en', read('en'))
  const said = [
    ...Object.keys(checks).map(code => `check.${code}`),
    ...Object.keys(life).flatMap(state => [`state.${state}`, `state.${state}.means`]),
    ...Object.values(checks).map(({ severity }) => `severity.${severity}`),
    ...decided.map(decision => `decision.${decision}`),
  ]
  expect(said.filter(key => !text.knows(key))).toEqual([])
})

test('the glossary is that of the documents, in both languages', () => {
  const [english, persian] = [read('en'), read('fa')]
  const rows = readFileSync('docs/glossary.md', 'utf8').matchAll(
    /^\| (?!word|---)(.+?) \| (.+?) \| (.*?) ?\|$/gm,
  )
  const documented = [...rows].map(([, word, translated, means]) => [
    word,
    translated,
    means?.replaceAll("'", '’'),
  ])
  expect(documented.length).toBeGreaterThan(20)
  const shown = words.map(word => [
    english[`glossary.${word}`],
    persian[`glossary.${word}`],
    english[`glossary.${word}.means`],
  ])
  // A word that explains itself to whoever edits the documents is explained to readers all the same.
  expect(
    shown.map(([word, translated, means], i) => [word, translated, documented[i]?.[2] === '' ? '' : means]),
  ).toEqual(documented)
})

test('a difference of shares is exact, in points with their sign', () => {
  expect(pointsBetween({ votes: 1, of: 3 }, { votes: 1, of: 4 })).toBe('8.333')
  expect(pointsBetween({ votes: 1, of: 4 }, { votes: 1, of: 3 })).toBe('-8.333')
  expect(pointsBetween({ votes: 1, of: 200_000 }, { votes: 0, of: 1 })).toBe('0.001')
  expect(pointsBetween({ votes: 0, of: 1 }, { votes: 1, of: 2_000_000 })).toBe('0.000')
  expect(pointsBetween({ votes: 1, of: 2 }, { votes: null, of: 3 })).toBeNull()
  expect(pointsBetween({ votes: 1, of: 2 }, { votes: 0, of: 0 })).toBeNull()
  expect(textIn('fa', read('fa')).points('-8.333')).toContain('۸٫۳۳۳')
})

test('a missing message is a bug, not a blank', () => {
  expect(() => textIn('en', {}).say('round', { round: 1 })).toThrow('no message "round" in en')
})
