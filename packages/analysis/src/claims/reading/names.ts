import type { Facts } from '../facts/facts.ts'
import { countries } from './countries.ts'
import { lexicon, silent } from './lexicon.ts'
import { persianLexicon, persianSilent } from './persian/lexicon.ts'
import { plainWords, type Word } from './words.ts'

/** What a word or phrase stands for: a tag of the grammar, and whom or what it names. */
export interface Sense {
  readonly tag: string
  readonly id?: string
}

export interface Vocabulary {
  /** The longest name or phrase that begins at a word. */
  at(words: readonly Word[], at: number): { readonly sense: Sense; readonly words: number } | undefined
}

type Named = Pick<Facts['people'][number], 'id' | 'name' | 'names'>

interface Entry {
  readonly words: readonly string[]
  readonly sense: Sense
  readonly capital: boolean
}

const phrases: readonly Entry[] = [lexicon, persianLexicon]
  .flatMap(Object.entries<string>)
  .flatMap(([tag, list]) =>
    list
      .split(', ')
      .map(phrase => ({ words: plainWords(phrase).filter(isHeard), sense: { tag }, capital: false })),
  )

/**
 * The words of the field, with the names that the facts know: of a text. A name that others bear too is known only where
 * the text names the country, or somebody of it whose name is nobody else's.
 */
export function vocabulariesOf(facts: readonly Facts[]): (text: string) => Vocabulary {
  const made = new Map<string, Vocabulary>()
  const named = facts.map(({ country, people }) => {
    if (!people.some(({ common }) => common)) return undefined
    const alone = people.flatMap(({ names, common }) => (common ? [] : names))
    const names = [
      ...country.names,
      ...Object.values(country.name),
      ...wordsFor(country.names),
      ...alone,
    ].map(name => name.replace(/[^\p{L}\s]/gu, '.'))
    return new RegExp(`(?<!\\p{L})(?:${names.join('|')})(?!\\p{L})`, 'u')
  })
  return text => {
    const present = named.map(pattern => pattern === undefined || pattern.test(text))
    const known = present.join()
    const found =
      made.get(known) ?? vocabularyOf(facts.map((each, i) => (present[i] ? each : withoutCommon(each))))
    made.set(known, found)
    return found
  }
}

function withoutCommon(facts: Facts): Facts {
  return { ...facts, people: facts.people.filter(({ common }) => !common) }
}

/** The words of the field, with the names that the facts know. */
export function vocabularyOf(facts: readonly Facts[]): Vocabulary {
  const byFirst = new Map<string, Entry[]>()
  const add = (entry: Entry) => {
    const [first] = entry.words
    if (first === undefined) return
    const list = byFirst.get(first)
    if (list) list.push(entry)
    else byFirst.set(first, [entry])
  }
  for (const entry of phrases) add(entry)
  for (const { country, people, bodies, groups, areas, elections } of facts) {
    const named: readonly (readonly [string, readonly Named[]])[] = [
      ['C', [{ ...country, names: [...new Set([...country.names, ...wordsFor(country.names)])] }]],
      ['P', people],
      ['B', bodies],
      ['A', areas],
    ]
    for (const [tag, things] of named)
      for (const { id, name: own, names } of things)
        for (const name of new Set([...names, ...Object.values(own)]))
          add({ words: plainWords(name).filter(isHeard), sense: { tag, id }, capital: /^\p{Lu}/u.test(name) })
    for (const [office, names] of Object.entries(country.offices))
      for (const name of names)
        add({
          words: plainWords(name).filter(isHeard),
          sense: { tag: office === 'president' ? 'presidential' : 'parliamentary' },
          capital: true,
        })
    for (const { id, name: own, names } of groups)
      for (const name of new Set([...names, ...Object.values(own)]))
        add({ words: plainWords(name), sense: { tag: 'G', id }, capital: false })
    for (const { polls } of elections)
      for (const { names } of polls)
        for (const name of names)
          add({ words: plainWords(name).filter(isHeard), sense: { tag: 'survey', id: name }, capital: true })
  }
  const known = new Set(facts.flatMap(({ country }) => country.names))
  for (const names of countries)
    if (!names.some(name => known.has(name)))
      for (const name of names)
        add({ words: plainWords(name).filter(isHeard), sense: { tag: 'F', id: names[0]! }, capital: true })
  for (const list of byFirst.values())
    list.sort((a, b) => b.words.length - a.words.length || Number(b.capital) - Number(a.capital))
  return { at: (words, at) => longest(byFirst.get(words[at]?.plain ?? ''), words, at) }
}

/** What else a country of this name is called by. */
function wordsFor(names: readonly string[]): readonly string[] {
  return countries.find(words => words.some(word => names.includes(word))) ?? []
}

function longest(entries: readonly Entry[] | undefined, words: readonly Word[], at: number) {
  for (const { words: parts, sense, capital } of entries ?? []) {
    if (capital && !/^\p{Lu}/u.test(words[at]!.text)) continue
    // “National turnout was …” is about no party of that name.
    if (capital && at === 0 && isWordToo(parts, entries!)) continue
    const used = heard(words, at, parts)
    if (used > 0) return { sense, words: used }
  }
  return undefined
}

function isWordToo(parts: readonly string[], entries: readonly Entry[]): boolean {
  return entries.some(({ words, capital }) => !capital && words.join(' ') === parts.join(' '))
}

/** How many words of the text the phrase covers, silent ones between them included; 0 where it is not there. */
function heard(words: readonly Word[], at: number, parts: readonly string[]): number {
  let next = at
  for (const [i, part] of parts.entries()) {
    while (i > 0 && isSilent(words[next])) next++
    if (words[next]?.plain !== part) return 0
    // A phrase does not run over a comma.
    if (i > 0 && /[,;:()“”"]/.test(words[next]!.before)) return 0
    next++
  }
  return next - at
}

function isHeard(word: string): boolean {
  return !silent.has(word) && !persianSilent.has(word)
}

export function isSilent(word: Word | undefined): boolean {
  return word !== undefined && !isHeard(word.plain)
}
