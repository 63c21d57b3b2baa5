import type { Calendar } from './calendar.ts'
import type { Word } from './words.ts'

/** A day, month or year as a text names it; what it leaves out is absent. */
export interface Dated {
  readonly year?: number
  readonly month?: number
  readonly day?: number
  readonly words: number
  /** Of a part of a date; a full one is Gregorian. */
  readonly calendar?: Calendar
}

const months = 'january february march april may june july august september october november december'.split(
  ' ',
)
const shortMonths = 'jan feb mar apr may jun jul aug sep oct nov dec sept'.split(' ')

/** The date that begins at a word, if one does: `28 June`, `June 28, 2024`, `March 2024`, `2024-06-28`, `in 2009`. */
export function dateAt(words: readonly Word[], at: number): Dated | undefined {
  return isoAt(words, at) ?? dayFirst(words, at) ?? monthFirst(words, at) ?? yearAlone(words, at)
}

function isoAt(words: readonly Word[], at: number): Dated | undefined {
  const [year, month, day] = [0, 1, 2].map(i => words[at + i])
  if (!day || year!.after !== '-' || month!.after !== '-') return undefined
  if (!/^(19|20)\d\d$/.test(year!.text) || !/^\d\d$/.test(month!.text) || !/^\d\d$/.test(day.text))
    return undefined
  return { year: Number(year!.text), month: Number(month!.text), day: Number(day.text), words: 3 }
}

function dayFirst(words: readonly Word[], at: number): Dated | undefined {
  const day = dayOf(words[at])
  if (day === undefined) return undefined
  let used = 1
  if (/^(st|nd|rd|th)$/.test(words[at + used]?.plain ?? '') && words[at]!.after === '') used++
  if (words[at + used]?.plain === 'of') used++
  const month = monthOf(words[at + used])
  if (month === undefined) return undefined
  used++
  const year = yearOf(words[at + used])
  return year === undefined ? { day, month, words: used } : { day, month, year, words: used + 1 }
}

function monthFirst(words: readonly Word[], at: number): Dated | undefined {
  const month = monthOf(words[at])
  if (month === undefined) return undefined
  let used = 1
  if (words[at]!.after === '. ') used = 1
  const day = dayOf(words[at + used])
  if (day !== undefined) {
    used++
    if (/^(st|nd|rd|th)$/.test(words[at + used]?.plain ?? '')) used++
    const year = yearOf(words[at + used])
    return year === undefined ? { month, day, words: used } : { month, day, year, words: used + 1 }
  }
  const year = yearOf(words[at + used])
  if (year !== undefined) return { month, year, words: used + 1 }
  return isMonthAlone(words, at) ? { month, words: 1 } : undefined
}

/** “May” and “March” are words too: alone they are months only where something says so. */
function isMonthAlone(words: readonly Word[], at: number): boolean {
  const { text } = words[at]!
  if (!/^\p{Lu}/u.test(text) || text.length < 3) return false
  if (text !== 'May' && text !== 'March') return months.includes(text.toLowerCase())
  return (
    /^(in|last|of|since|by|until|this|early|late|mid)$/.test(words[at - 1]?.plain ?? '') ||
    /^(parliamentary|legislative|presidential|elections?|vote|runoff|ballot|contest)$/.test(
      words[at + 1]?.plain ?? '',
    ) ||
    words[at + 1]?.plain === "'s"
  )
}

function yearAlone(words: readonly Word[], at: number): Dated | undefined {
  const year = yearOf(words[at])
  if (year === undefined) return undefined
  // “2000 people” is a count; “2024 elections” is a year.
  const next = words[at + 1]?.plain ?? ''
  if (/^(votes?|ballots?|voters?|people|percent|per|stations|million|thousand|boxes|%)$/.test(next))
    return undefined
  return { year, words: 1 }
}

function dayOf(word: Word | undefined): number | undefined {
  const day = /^\d{1,2}$/.test(word?.text ?? '') ? Number(word!.text) : 0
  return day >= 1 && day <= 31 ? day : undefined
}

function monthOf(word: Word | undefined): number | undefined {
  if (!word || !/^\p{Lu}/u.test(word.text)) return undefined
  const long = months.indexOf(word.plain)
  if (long >= 0) return long + 1
  const short = shortMonths.indexOf(word.plain)
  return short < 0 ? undefined : short === 12 ? 9 : short + 1
}

function yearOf(word: Word | undefined): number | undefined {
  return /^(19|20)\d\d$/.test(word?.text ?? '') ? Number(word!.text) : undefined
}
