import { gregorianOf } from '../calendar.ts'
import type { Dated } from '../dates.ts'
import { plainOf, type Word } from '../words.ts'
import { ordinalAt } from './ordinals.ts'

const listed = (words: string) => new Map(words.split(' ').map((word, i) => [plainOf(word), i + 1]))

const solarMonths = listed('فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند')
const gregorianMonths = new Map([
  ...listed('ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر'),
  ...(
    [
      ['جولای', 7],
      ['آگوست', 8],
      ['می', 5],
    ] as const
  ).map(([word, month]) => [plainOf(word), month] as const),
])

/** The date that begins at a word, if one does: `۸ تیر ۱۴۰۳`, `هشتم تیرماه`, `خرداد ۸۸`, `۱۴۰۳/۴/۸`, `سال ۱۴۰۰`, `۲۸ ژوئن ۲۰۲۴`. */
export function persianDateAt(words: readonly Word[], at: number): Dated | undefined {
  return slashedAt(words, at) ?? dayFirst(words, at) ?? monthFirst(words, at) ?? yearAlone(words, at)
}

function slashedAt(words: readonly Word[], at: number): Dated | undefined {
  const [year, month, day] = [0, 1, 2].map(i => words[at + i])
  if (!day || !/^[/-]$/.test(year!.after) || !/^[/-]$/.test(month!.after)) return undefined
  if (!/^(1[34]|19|20)\d\d$/.test(year!.text) || !/^\d\d?$/.test(month!.text) || !/^\d\d?$/.test(day.text))
    return undefined
  const solar = year!.text.startsWith('13') || year!.text.startsWith('14')
  return datedOf(solar, { year: Number(year!.text), month: Number(month!.text), day: Number(day.text) }, 3)
}

function dayFirst(words: readonly Word[], at: number): Dated | undefined {
  const day = dayAt(words, at)
  const month = day && monthAt(words, at + day.words)
  if (!day || !month) return undefined
  const used = day.words + month.words
  const year = yearAt(words, at + used, month.solar)
  return datedOf(
    month.solar,
    { day: day.value, month: month.value, ...(year && { year: year.value }) },
    used + (year?.words ?? 0),
  )
}

/** Months are words and names too: alone they are months only beside a year, or with “month” in the word. */
function monthFirst(words: readonly Word[], at: number): Dated | undefined {
  const month = monthAt(words, at)
  if (!month) return undefined
  const year = yearAt(words, at + month.words, month.solar)
  if (year) return datedOf(month.solar, { month: month.value, year: year.value }, month.words + year.words)
  return month.named ? datedOf(month.solar, { month: month.value }, month.words) : undefined
}

function yearAlone(words: readonly Word[], at: number): Dated | undefined {
  const named = /^(سال|انتخابات)$/.test(words[at]?.plain ?? '') ? 1 : 0
  const year = yearOf(words[at + named], named === 1)
  if (!year || (named === 1 && words[at]!.plain !== 'سال'))
    return named ? undefined : electionsYear(words, at)
  if (!named && /^(رای|نفر|تن|نامزد|درصد|%|هزار|میلیون|شعبه|صندوق|کرسی)$/.test(words[at + 1]?.plain ?? ''))
    return undefined
  return datedOf(year.solar, { year: year.value }, 1 + named)
}

/** “انتخابات ۸۸”: two digits right after the word. */
function electionsYear(words: readonly Word[], at: number): Dated | undefined {
  if (words[at - 1]?.plain !== 'انتخابات' && words[at - 1]?.plain !== 'جمهوری') return undefined
  const year = yearOf(words[at], true)
  return year && /^[\s\u200c]*$/.test(words[at]!.before)
    ? datedOf(year.solar, { year: year.value }, 1)
    : undefined
}

type Parts = { readonly year?: number; readonly month?: number; readonly day?: number }

/** A full solar date is the Gregorian one of the same day; a part of one stays what it is. */
function datedOf(solar: boolean, { year, month, day }: Parts, words: number): Dated | undefined {
  if (solar && year !== undefined && month !== undefined && day !== undefined) {
    const found = gregorianOf({ year, month, day })
    return found && { ...found, words }
  }
  return {
    ...(year !== undefined && { year }),
    ...(month !== undefined && { month }),
    ...(day !== undefined && { day }),
    words,
    ...(solar && { calendar: 'solar' as const }),
  }
}

function dayAt(words: readonly Word[], at: number): { value: number; words: number } | undefined {
  const digits = /^\d{1,2}$/.test(words[at]?.text ?? '')
    ? { value: Number(words[at]!.text), words: 1 }
    : undefined
  const day = digits ?? ordinalAt(words, at)
  return day && day.value >= 1 && day.value <= 31 ? day : undefined
}

function monthAt(words: readonly Word[], at: number) {
  const plain = words[at]?.plain ?? ''
  const apart = words[at + 1]?.plain === 'ماه' ? 1 : 0
  const solar = solarMonths.get(plain.replace(/(?<=.)ماه$/, ''))
  const value = solar ?? gregorianMonths.get(plain)
  if (value === undefined) return undefined
  return { value, solar: solar !== undefined, words: 1 + apart, named: apart === 1 || plain.endsWith('ماه') }
}

function yearAt(words: readonly Word[], at: number, solar: boolean) {
  const named = words[at]?.plain === 'سال' ? 1 : 0
  const year = yearOf(words[at + named], solar)
  return year && year.solar === solar ? { value: year.value, words: 1 + named } : undefined
}

/** Four digits, or, where the words before call for a year, the last two of one of 1357 to 1399. */
function yearOf(word: Word | undefined, short: boolean): { value: number; solar: boolean } | undefined {
  const text = word?.text ?? ''
  if (/^1[34]\d\d$/.test(text)) return { value: Number(text), solar: true }
  if (/^(19|20)\d\d$/.test(text)) return { value: Number(text), solar: false }
  return short && /^(5[7-9]|[6-9]\d)$/.test(text) ? { value: 1300 + Number(text), solar: true } : undefined
}
