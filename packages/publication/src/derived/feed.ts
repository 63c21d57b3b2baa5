import type { Election, Statement } from '@countersign/election'
import type { Names } from './overview.ts'
import { xmlText } from './xml.ts'

type Language = 'en' | 'fa'

/** Entries in a feed, the newest of them. */
const mostEntries = 200

/**
 * An Atom feed (RFC 4287) of what was announced, declared and put right, newest first. An entry's ID is its
 * statement's for ever. Its time is the one it states, else the record's at that place, else the voting day's
 * beginning.
 */
export function feedOf(election: Election, language: Language): Uint8Array {
  const { name, origin, rounds } = election.definition
  const day = rounds.map(({ date }) => date).sort()[0]!
  const [host] = origin.split('/')
  const idOf = (part: string) => `tag:${host},${day}:${origin}/${part}`
  const news = newsOf(election).slice(-mostEntries).reverse()
  const updated = news.map(({ at }) => at).reduce((a, b) => Math.max(a, b), startOf(day))
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    `<id>${xmlText(idOf('feed'))}</id>`,
    `<title>${xmlText(inLanguage(name, language))}</title>`,
    `<updated>${moment(updated)}</updated>`,
    `<author><name>${xmlText(inLanguage(publisherOf(election), language))}</name></author>`,
    `<link rel="alternate" type="text/html" href="${language}/"/>`,
    ...news.flatMap(({ entry, id, at, statement }) => [
      '<entry>',
      `<id>${xmlText(idOf(id))}</id>`,
      `<title>${xmlText(titleOf(election, statement, language))}</title>`,
      `<updated>${moment(at)}</updated>`,
      `<content type="text">${xmlText(contentOf(election, statement, entry, language))}</content>`,
      '</entry>',
    ]),
    '</feed>',
  ]
  return new TextEncoder().encode(`${lines.join('\n')}\n`)
}

const told = ['announce', 'declare', 'certify', 'ruling', 'recount', 'correct'] as const
type Told = Extract<Statement, { readonly kind: (typeof told)[number] }>

interface News {
  readonly entry: number
  readonly id: string
  /** UTC seconds. */
  readonly at: number
  readonly statement: Told
}

/** What has force and is told, in the order of the record. */
function newsOf({ entries, definition }: Election): readonly News[] {
  const news: News[] = []
  let time: number | undefined
  for (const { id, index, force, statement } of entries.values()) {
    if (force === undefined) continue
    if (statement.kind === 'time') time = statement.at
    if (!isTold(statement)) continue
    const { date } =
      definition.rounds.find(({ number }) => number === statement.round) ?? definition.rounds[0]!
    news.push({ entry: index, id, at: statedTime(statement) ?? time ?? startOf(date), statement })
  }
  return news
}

function isTold(statement: { readonly kind: string }): statement is Told {
  return (told as readonly string[]).includes(statement.kind)
}

function statedTime(statement: Told): number | undefined {
  if (statement.kind !== 'announce') return undefined
  return statement.at ?? (statement.date === undefined ? undefined : startOf(statement.date))
}

function startOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 1000
}

function moment(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000', '')
}

function publisherOf({ definition }: Election): Names {
  return definition.publishedBy ?? definition.bodies.find(({ role }) => role === 'authority')!.name
}

function inLanguage(names: Names, language: Language): string {
  return names[language] ?? names.en ?? Object.values(names)[0]!
}

function titleOf({ areas }: Election, statement: Told, language: Language): string {
  const say = words[language]
  if (statement.kind === 'announce') {
    const area = areas.get(statement.area)?.area
    const where = area?.parent === undefined ? '' : ` (${inLanguage(area.name, language)})`
    return `${say.round(statement.round)}: ${inLanguage(statement.label, language)}${where}`
  }
  const what = say[statement.kind]
  const box = 'box' in statement && statement.box !== undefined ? ` (${say.box} ${statement.box})` : ''
  return `${say.round(statement.round)}: ${what}${box}`
}

function contentOf(election: Election, statement: Told, entry: number, language: Language): string {
  const say = words[language]
  const parts = [...statedWords(statement, language), ...figuresWords(election, statement, language)]
  return [...parts, say.entry(entry.toLocaleString(language))].join('; ')
}

function statedWords(statement: Told, language: Language): readonly string[] {
  const decided = words[language].decided
  switch (statement.kind) {
    case 'ruling':
      return [decided[statement.decision], statement.explanation]
    case 'correct':
      return [statement.reason]
    case 'certify':
      return [decided[statement.decision], ...(statement.ground === undefined ? [] : [statement.ground])]
    case 'declare':
      return [decided[statement.outcome.state]]
    default:
      return []
  }
}

function figuresWords({ rounds }: Election, statement: Told, language: Language): readonly string[] {
  if (!('figures' in statement)) return []
  const say = words[language]
  const { taken, invalid, votes = {} } = statement.figures
  const candidates = rounds.get(statement.round)?.ballot.statement.candidates ?? []
  return [
    ...(taken === undefined ? [] : [`${say.taken} ${taken.toLocaleString(language)}`]),
    ...(invalid === undefined ? [] : [`${say.invalid} ${invalid.toLocaleString(language)}`]),
    ...candidates
      .filter(({ number }) => votes[number] !== undefined)
      .map(({ number, name }) => `${inLanguage(name, language)} ${votes[number]!.toLocaleString(language)}`),
  ]
}

const words = {
  en: {
    round: (round: number) => `Round ${round}`,
    entry: (entry: string) => `entry ${entry} of the record`,
    declare: 'Result declared',
    certify: 'Decision on the declared result',
    ruling: 'Ruling',
    recount: 'Recount',
    correct: 'Correction',
    taken: 'taken',
    invalid: 'invalid',
    box: 'box',
    decided: {
      accept: 'accepted with an explanation',
      openBox: 'a box is to be opened',
      recount: 'a recount',
      correct: 'a correction',
      annul: 'annulled',
      rerun: 'the vote is to be held again',
      tie: 'a tie is decided',
      refuse: 'refused',
      certified: 'certified',
      refused: 'refused',
      elected: 'a candidate is elected',
      runOff: 'a run-off',
      undecided: 'undecided',
      void: 'void',
    },
  },
  fa: {
    round: (round: number) => `دور ${round.toLocaleString('fa')}`,
    entry: (entry: string) => `مدخل ${entry} سند`,
    declare: 'اعلام نتیجه',
    certify: 'تصمیم دربارهٔ نتیجهٔ اعلام‌شده',
    ruling: 'حکم',
    recount: 'بازشماری',
    correct: 'تصحیح',
    taken: 'مأخوذه',
    invalid: 'باطله',
    box: 'صندوق',
    decided: {
      accept: 'با توضیح پذیرفته شد',
      openBox: 'صندوق باید باز شود',
      recount: 'بازشماری',
      correct: 'تصحیح',
      annul: 'ابطال شد',
      rerun: 'رأی‌گیری باید از نو شود',
      tie: 'تساوی فیصله یافت',
      refuse: 'رد شد',
      certified: 'تأیید شد',
      refused: 'رد شد',
      elected: 'یک نامزد برگزیده است',
      runOff: 'دور دوم',
      undecided: 'نامعلوم',
      void: 'باطل',
    },
  },
} as const
