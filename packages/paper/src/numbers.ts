import type { Language } from './words.ts'

/** A whole number in a language's digits; without grouping, as it is written into boxes. */
export function digits(number: number, language: Language): string {
  return number.toLocaleString(language, { useGrouping: false })
}

/** A whole number in a language's digits, in groups of three. */
export function count(number: number, language: Language): string {
  return number.toLocaleString(language)
}

/** A figure in words, as a cheque has it: a digit that is added to a number on paper then shows. 0 to 2^53 − 1. */
export function inWords(number: number, language: Language): string {
  const { zero, and, scales, thousandth } = spelling[language]
  if (number === 0) return zero
  const groups: string[] = []
  for (let rest = number, scale = 0; rest > 0; rest = Math.floor(rest / 1000), scale++) {
    const group = rest % 1000
    if (group > 0) groups.unshift([thousandth(group), scales[scale]].filter(Boolean).join(' '))
  }
  return groups.join(and)
}

const english = {
  ones: 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  ),
  tens: 'x ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' '),
}
const persian = {
  ones: 'صفر یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نوزده'.split(
    ' ',
  ),
  tens: 'x ده بیست سی چهل پنجاه شصت هفتاد هشتاد نود'.split(' '),
  hundreds: 'x صد دویست سیصد چهارصد پانصد ششصد هفتصد هشتصد نهصد'.split(' '),
}

interface Spelling {
  readonly zero: string
  readonly and: string
  readonly scales: readonly string[]
  /** 1 to 999 in words. */
  readonly thousandth: (group: number) => string
}

const spelling: Readonly<Record<Language, Spelling>> = {
  en: {
    zero: 'zero',
    and: ' ',
    scales: ['', 'thousand', 'million', 'billion', 'trillion', 'quadrillion'],
    thousandth: group => {
      const rest = group % 100
      const hundreds = group >= 100 ? [`${english.ones[Math.floor(group / 100)]} hundred`] : []
      return [...hundreds, ...below100(rest, english, '-')].join(' ')
    },
  },
  fa: {
    zero: 'صفر',
    and: ' و ',
    scales: ['', 'هزار', 'میلیون', 'میلیارد', 'تریلیون', 'کوادریلیون'],
    thousandth: group => {
      const hundreds = group >= 100 ? [persian.hundreds[Math.floor(group / 100)]!] : []
      return [...hundreds, ...below100(group % 100, persian, ' و ')].join(' و ')
    },
  },
}

/** 0 to 99 in words; nothing for 0. */
function below100(rest: number, { ones, tens }: typeof english, joined: string): readonly string[] {
  if (rest === 0) return []
  if (rest < 20) return [ones[rest]!]
  const ten = tens[Math.floor(rest / 10)]!
  return [rest % 10 === 0 ? ten : `${ten}${joined}${ones[rest % 10]}`]
}
