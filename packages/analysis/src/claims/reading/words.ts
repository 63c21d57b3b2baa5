import nlp from 'compromise/one'
import { isPersian, withLatinSigns, withOneSpelling } from './persian/letters.ts'

/** A word of a text, or a number, or a sign such as `%`; where it stands, and the punctuation around it. */
export interface Word {
  readonly text: string
  /** In lower case, without accents, with straight apostrophes. */
  readonly plain: string
  /** Offsets in the text, in UTF-16 units. */
  readonly start: number
  readonly end: number
  /** What stands between the word before it and this one, and between this one and the next. */
  readonly before: string
  readonly after: string
}

export interface Sentence {
  readonly start: number
  readonly end: number
  readonly words: readonly Word[]
  /** Which grammar reads it. */
  readonly language: 'en' | 'fa'
  /** Which paragraph of the text it is in. */
  readonly paragraph: number
}

/** The sentences of a running text, in its order. */
export function sentencesOf(text: string): readonly Sentence[] {
  const quiet = withoutTraps(text)
  const sentences: Sentence[] = []
  let at = 0
  let paragraph = 0
  for (const terms of nlp.tokenize(quiet).docs as readonly (readonly Term[])[]) {
    const start = at
    for (const { pre, text: term, post } of terms) at += pre.length + term.length + post.length
    for (const part of paragraphsOf(quiet, start, at)) {
      const words = wordsBetween(quiet, part.start, part.end)
      if (part.breaks) paragraph++
      if (words.length > 0)
        sentences.push({
          start: words[0]!.start,
          end: words.at(-1)!.end,
          words,
          language: isPersian(quiet.slice(part.start, part.end)) ? 'fa' : 'en',
          paragraph,
        })
    }
    if (/\n\s*\n\s*$/.test(quiet.slice(start, at))) paragraph++
  }
  return sentences
}

interface Term {
  readonly pre: string
  readonly text: string
  readonly post: string
}

/** A sentence never runs over an empty line: a heading has no full stop. */
function paragraphsOf(text: string, start: number, end: number) {
  const parts: { start: number; end: number; breaks: boolean }[] = []
  let from = start
  for (const { 0: gap, index } of text.slice(start, end).matchAll(/\n\s*\n|\n(?=\s*[•*·-]\s)|\n/g)) {
    parts.push({ start: from, end: start + index, breaks: false })
    from = start + index + gap.length
  }
  parts.push({ start: from, end, breaks: parts.length > 0 })
  return parts
}

/** The same text, letter for letter, without what would end a sentence wrongly or hide a number. */
function withoutTraps(text: string): string {
  return withLatinSigns(text)
    .replace(/(?<=\d)[٬  ](?=\d{3}(?!\d))/g, ',')
    .replace(/\n(?!\s*\n|\s*[•*·-]\s|\s*\d{1,2}[.)]\s)/g, (feed, at: number) =>
      isBetweenLines(text, at) ? feed : ' ',
    )
    .replace(/(?<=^|\n)\s*\d{1,2}[.)](?=\s)/g, mark => ' '.repeat(mark.length))
    .replace(/\b\d{1,2}\/\d{1,2}\/\d{2,4}\b/g, date => ' '.repeat(date.length))
    .replace(/[¹²³⁰⁴-⁹*_#]/g, ' ')
    .replace(/\[\d{1,3}\]/g, mark => ' '.repeat(mark.length))
    .replace(/\b(vs|approx|ca|no|nos|st|gen|col|gov|sen|rep|jan|feb|aug|sept|oct|nov|dec)\.(?=\s)/gi, '$1 ')
    .replace(/\bU\.S\.(?=\s)/g, 'U.S ')
    .replace(/\bper ?-?cent\.(?=\s+[a-z])/g, found => `${found.slice(0, -1)} `)
}

const shortLine = 45

/**
 * Whether a line of a list or table ends here: what ends in a figure, or is too short to have been broken by its width,
 * before a capital letter or a figure.
 */
function isBetweenLines(text: string, at: number): boolean {
  if (!/^\s*["“]?[\p{Lu}\d]/u.test(text.slice(at + 1, at + 8))) return false
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at).trim()
  return (
    (/[\d%):]$/.test(line) && (line.length < 60 || /: /.test(line))) ||
    (line.length < shortLine && !/[,–—-]$/.test(line))
  )
}

/** A number with its separators, a word with apostrophes and inner full stops, or a single sign. */
const token =
  /\d+(?:[.,]\d+)*|\p{L}[\p{L}\p{M}]*(?:\.\p{L}[\p{L}\p{M}]*)+|[\p{L}\p{M}]+(?:['’ʼ‘]\p{L}[\p{L}\p{M}]*)*|[%$€£¥~&+]/gu

function wordsBetween(text: string, start: number, end: number): readonly Word[] {
  const found: { text: string; start: number }[] = []
  for (const { 0: word, index } of text.slice(start, end).matchAll(token))
    for (const piece of piecesOf(word, start + index)) found.push(piece)
  return found.map(({ text: word, start: from }, i) => {
    const before = text.slice(i === 0 ? start : found[i - 1]!.start + found[i - 1]!.text.length, from)
    const after = text.slice(from + word.length, found[i + 1]?.start ?? end)
    return { text: word, plain: plainOf(word), start: from, end: from + word.length, before, after }
  })
}

/** A possessive and a “not” are words of their own. */
function piecesOf(word: string, start: number) {
  const split = /^(.+?)(['’]s|n['’]t)$/i.exec(word)
  if (!split) return [{ text: word, start }]
  return [
    { text: split[1]!, start },
    { text: split[2]!, start: start + split[1]!.length },
  ]
}

/** How a word is looked up. */
export function plainOf(word: string): string {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’ʼ‘]/g, "'").toLowerCase()
  return plain === "n't" ? 'not' : withOneSpelling(plain)
}

/** The words of a name or phrase, as they are looked up. */
export function plainWords(phrase: string): readonly string[] {
  return wordsBetween(phrase, 0, phrase.length).map(({ plain }) => plain)
}
