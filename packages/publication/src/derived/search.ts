import type { Names } from './overview.ts'

/** Something with a name that a person may look for. */
export interface Named {
  readonly name: Names
  /** The area, or the area that the box lies in. */
  readonly area: string
  readonly box?: string
}

/** Every name with a word that begins with the part's letters. */
export interface SearchPart {
  readonly names: readonly Named[]
}

/** Which parts there are. */
export interface SearchIndex {
  /** The beginnings of words by which the parts are named; the longest that a word begins with is its part. */
  readonly beginnings: readonly string[]
  /** Words in so many names that looking for them alone is of no use. */
  readonly common: readonly string[]
}

const mostInPart = 500

/**
 * The words of a name as they are looked for: without case, accents and vowel marks; Arabic and Persian forms of a
 * letter are one, and what a keyboard may leave out (a zero-width non-joiner) parts nothing.
 */
export function wordsOf(name: string): readonly string[] {
  const plain = name
    .normalize('NFKD')
    .replace(/[\p{M}\u200c\u0640]/gu, '')
    .toLowerCase()
    .replace(/[يى]/g, 'ی')
    .replace(/ك/g, 'ک')
    .replace(/[أإآ]/g, 'ا')
    .replace(/[ةەہ]/g, 'ه')
  return plain.match(/[\p{L}\p{N}]+/gu) ?? []
}

/** The file of the part that a beginning names: its letters as code points, since a path must be plain. */
export function searchPath(beginning: string): string {
  return `index/search/${Array.from(beginning, letter => letter.codePointAt(0)!.toString(16)).join('-')}.json`
}

/** The parts of the search by name, then the list of them, as files. */
export function* searchIndex(
  names: Iterable<Named>,
): Generator<readonly [path: string, SearchPart | SearchIndex]> {
  const words = new Map<string, Named[]>()
  for (const named of names)
    for (const word of new Set(Object.values(named.name).flatMap(wordsOf))) {
      const found = words.get(word)
      if (found) found.push(named)
      else words.set(word, [named])
    }
  const common = [...words].filter(([, found]) => found.length > mostInPart).map(([word]) => word)
  for (const word of common) words.delete(word)
  const beginnings: string[] = []
  for (const [beginning, found] of parts('', [...words].sort(byWord))) {
    beginnings.push(beginning)
    yield [searchPath(beginning), { names: found }]
  }
  yield ['index/search.json', { beginnings: beginnings.sort(), common: common.sort() }]
}

type Word = readonly [word: string, names: readonly Named[]]

function byWord([a]: Word, [b]: Word): number {
  return a < b ? -1 : 1
}

/** Words by their first letters, by more of them where a part would be too large. */
function* parts(
  beginning: string,
  words: readonly Word[],
): Generator<readonly [beginning: string, names: readonly Named[]]> {
  const names = new Set(words.flatMap(([, found]) => found))
  if (beginning !== '' && names.size <= mostInPart) {
    yield [beginning, [...names]]
    return
  }
  const next = Map.groupBy(words, ([word]) => beginning + firstOf(word.slice(beginning.length)))
  // A word that ends here has no letter more to be parted by.
  const ending = next.get(beginning)
  if (ending) {
    next.delete(beginning)
    yield [beginning, [...new Set(ending.flatMap(([, found]) => found))]]
  }
  for (const [longer, those] of next) yield* parts(longer, those)
}

function firstOf(word: string): string {
  return String.fromCodePoint(...[word.codePointAt(0)].filter(point => point !== undefined))
}
