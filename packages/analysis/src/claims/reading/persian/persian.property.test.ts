import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { factsSchema } from '../../facts/facts.ts'
import { readerOf } from '../../read.ts'
import { reportOf } from '../../report.ts'
import { dayIn, gregorianOf } from '../calendar.ts'
import { sentencesOf } from '../words.ts'
import { persianDateAt } from './dates.ts'
import { persianNumberAt } from './numbers.ts'

const iran = join(import.meta.dirname, '../../../../../../elections/facts/iran.json')
const reader = readerOf([factsSchema.parse(JSON.parse(readFileSync(iran, 'utf8')))])
const claimsOf = (text: string) =>
  reportOf([{ file: 'x', text, date: '2024-07-10' }], reader).documents[0]!.claims

const persian = new Intl.NumberFormat('fa', { useGrouping: false })
const grouped = new Intl.NumberFormat('fa')
const words = (text: string) => sentencesOf(text).flatMap(sentence => sentence.words)

const names = [
  ['پزشکیان', 'مسعود پزشکیان', 10_415_991, 16_384_403],
  ['جلیلی', 'سعید جلیلی', 9_473_298, 13_538_179],
] as const
const rounds = [
  ['در دور اول', 24_535_185],
  ['در دور دوم', 30_530_157],
] as const

/** One claim in many words. */
const wordings: readonly ((who: string, share: string, when: string) => string)[] = [
  (who, share, when) => `${who} ${when} ${share} آرا را به دست آورد.`,
  (who, share, when) => `${when}، ${who} ${share} آرا را کسب کرد.`,
  (who, share, when) => `${when} ${share} آرا به ${who} رسید.`,
  (who, share, when) => `${share} رأی‌دهندگان ${when} به ${who} رأی دادند.`,
  (who, share, when) => `سهم ${who} از آرا ${when} ${share} بود.`,
  (who, share, when) => `به گفتهٔ وزارت کشور، ${who} ${when} ${share} از آرا را به خود اختصاص داد.`,
  (who, share, when) => `${who} توانست ${when} ${share} آرا را از آن خود کند.`,
  (who, share, when) => `${who} که ${when} ${share} آرا را کسب کرده بود، سخنرانی کرد.`,
  (who, share, when) => `وزارت کشور اعلام کرد ${when} ${who} ${share} آرا را گرفته است.`,
]

const share = fc.constantFrom(
  (value: string) => `${value} درصد`,
  (value: string) => `${value.replace('٫', '/')} درصد`,
  (value: string) => `${value.replace('٫', '.')} درصد`,
  (value: string) => `${value}٪`,
  (value: string) => `تنها ${value} درصد`,
)

test('a claim in Persian keeps its verdict in other words and other signs', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 1 }),
      fc.nat({ max: 1 }),
      fc.nat({ max: 1 }),
      fc.nat({ max: wordings.length - 1 }),
      fc.integer({ min: 1, max: 2 }),
      fc.constantFrom(0, 3, -4, 7),
      share,
      (who, round, name, wording, digits, off, written) => {
        const candidate = names[who]!
        const [when, taken] = rounds[round]!
        const value = ((100 * (candidate[2 + round] as number)) / taken + off).toFixed(digits)
        const shown = value.replace(/\d/g, digit => persian.format(Number(digit))).replace('.', '٫')
        const text = wordings[wording]!(candidate[name] as string, written(shown), when)
        const found = claimsOf(text).filter(({ measure }) => measure === 'share')
        expect([text, found.map(each => [each.round, each.verdict])]).toEqual([
          text,
          [[round + 1, off === 0 ? 'supportedUnder' : 'contradicted']],
        ])
      },
    ),
    { numRuns: 200 },
  )
})

test('what is denied, supposed, asked or foreseen in Persian is never judged', () => {
  const wrap = fc.constantFrom(
    (said: string) => `اگر ${said} کسب می‌کرد، رئیس‌جمهور می‌شد.`,
    (said: string) => `${said} کسب نکرد.`,
    (said: string) => `${said} به دست نیاورد.`,
    (said: string) => `آیا ${said} کسب کرد؟`,
    (said: string) => `پیش‌بینی می‌شد ${said} کسب کند.`,
    (said: string) => `درست نیست که ${said} کسب کرد.`,
    (said: string) => `شاید ${said} کسب کرد.`,
  )
  fc.assert(
    fc.property(wrap, fc.integer({ min: 1, max: 99 }), fc.nat({ max: 1 }), (wrap, value, who) => {
      fc.pre(value !== 50)
      const text = wrap(`${names[who]![0]} در دور دوم ${persian.format(value)} درصد آرا را`)
      expect([text, claimsOf(text).map(({ verdict }) => verdict)]).toEqual([text, []])
    }),
    { numRuns: 150 },
  )
})

test('a number is the same in digits, with scales, and in words', () => {
  const ones = 'یک دو سه چهار پنج شش هفت هشت نه'.split(' ')
  const teens = 'ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نوزده'.split(' ')
  const tens = 'بیست سی چهل پنجاه شصت هفتاد هشتاد نود'.split(' ')
  const hundreds = 'صد دویست سیصد چهارصد پانصد ششصد هفتصد هشتصد نهصد'.split(' ')
  const below = (value: number): readonly string[] => {
    if (value === 0) return []
    if (value < 10) return [ones[value - 1]!]
    if (value < 20) return [teens[value - 10]!]
    if (value < 100) return [tens[Math.floor(value / 10) - 2]!, ...below(value % 10)]
    return [hundreds[Math.floor(value / 100) - 1]!, ...below(value % 100)]
  }
  const scaled = (value: number, say: (part: number) => string) =>
    [
      [Math.floor(value / 1e6), ' میلیون'],
      [Math.floor(value / 1e3) % 1000, ' هزار'],
      [value % 1000, ''],
    ]
      .flatMap(([part, scale]) => ((part as number) > 0 ? [`${say(part as number)}${scale}`] : []))
      .join(' و ')
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 99_999_999 }), value => {
      const ways = [
        persian.format(value),
        grouped.format(value),
        scaled(value, part => persian.format(part)),
        scaled(value, part => below(part).join(' و ')),
      ]
      for (const way of ways) {
        const all = words(`${way} رأی`)
        expect([way, persianNumberAt(all, 0)?.value, all.length]).toEqual([
          way,
          // Nine and one alone are words too: they are numbers only before what is counted in them.
          way === 'نه' ? undefined : value,
          persianNumberAt(all, 0) ? persianNumberAt(all, 0)!.words + 1 : 2,
        ])
      }
    }),
    { numRuns: 300 },
  )
})

test('a day of the Solar Hijri calendar is the Gregorian day of every almanac', () => {
  for (const [text, iso] of [
    ['۸ تیر ۱۴۰۳', '2024-06-28'],
    ['هشتم تیرماه ۱۴۰۳', '2024-06-28'],
    ['۲۲ خرداد ۸۸', '2009-06-12'],
    ['۱۴۰۲/۱۲/۱۱', '2024-03-01'],
    ['بیست و هشتم خرداد سال ۱۴۰۰', '2021-06-18'],
    ['۲۸ ژوئن ۲۰۲۴', '2024-06-28'],
  ] as const) {
    const { year, month, day } = persianDateAt(words(text), 0)!
    expect([text, year, month, day]).toEqual([text, ...iso.split('-').map(Number)])
  }
  expect(persianDateAt(words('خرداد ۱۳۷۶'), 0)).toMatchObject({ year: 1376, month: 3, calendar: 'solar' })
  expect(gregorianOf({ year: 1402, month: 12, day: 30 })).toBeUndefined()
  const days = fc.date({ min: new Date('1960-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(days, date => {
      const iso = date.toISOString().slice(0, 10)
      expect([iso, gregorianOf(dayIn(iso, 'solar'))]).toEqual([iso, dayIn(iso)])
    }),
    { numRuns: 300 },
  )
})

test('no Persian text makes it fail, and every offset lies in the text', () => {
  const word = fc.constantFrom(
    ...'پزشکیان جلیلی ۴۰ درصد ٪ آرا را رأی مشارکت ، « » در دور دوم اول ۱۴۰۳ تیر با به از و میلیون هزار ۱۶ نزدیک اختلاف اگر نکرد که ؟ . ( ) بیش نیمی یک سوم تهران'.split(
      ' ',
    ),
  )
  fc.assert(
    fc.property(
      fc.array(word, { maxLength: 40 }).map(all => all.join(' ')),
      text => {
        const [document] = reportOf([{ file: 'x', text }], reader, 'fa').documents
        for (const { start, end } of [...document!.claims, ...document!.notUnderstood])
          expect(start >= 0 && end >= start && end <= text.length).toBe(true)
      },
    ),
    { numRuns: 200 },
  )
})
