import type { Found, Hedge, Quantity, Unit } from '../quantities.ts'
import { plainWords, type Word } from '../words.ts'
import { persianNumberAt } from './numbers.ts'

const hedges: Readonly<Record<Exclude<Hedge, 'plain'>, string>> = {
  over: 'بیش از, بیشتر از, بیش‌تر از, افزون بر, بالغ بر, فراتر از, متجاوز از, بالای, کمی بیش از, اندکی بیش از, کمی بیشتر از, اندکی بیشتر از',
  atLeast: 'دست‌کم, دست کم, حداقل, لااقل',
  under: 'کمتر از, کم‌تر از, زیر, پایین‌تر از',
  atMost: 'حداکثر, دست بالا',
  almost: 'نزدیک به, نزدیک, قریب به, اندکی کمتر از, کمی کمتر از, کمی کم‌تر از',
  about: 'حدود, در حدود, حدوداً, تقریباً, تقریبا, چیزی حدود, چیزی در حدود, چیزی نزدیک به',
}
const hedgeWords = Object.entries(hedges)
  .flatMap(([hedge, list]) =>
    list.split(', ').map(phrase => ({ words: plainWords(phrase), hedge: hedge as Hedge })),
  )
  .sort((a, b) => b.words.length - a.words.length)

const only = new Set(['تنها', 'فقط', 'صرفا', 'همان', 'دقیقا'])

/** The quantity that begins at a word, its hedges included, if one does. */
export function persianQuantityAt(words: readonly Word[], at: number): Found | undefined {
  let used = 0
  let hedge: Hedge = 'plain'
  for (let next = hedgeAt(words, at); next; next = hedgeAt(words, at + used)) {
    used += next.words.length
    if (hedge === 'plain') hedge = next.hedge
    while (only.has(words[at + used]?.plain ?? '')) used++
  }
  const bare = betweenAt(words, at + used) ?? spokenAt(words, at + used) ?? plainAt(words, at + used)
  return bare && { words: used + bare.words, quantity: { ...bare.quantity, hedge } }
}

function hedgeAt(words: readonly Word[], at: number) {
  return hedgeWords.find(({ words: parts }) => parts.every((part, i) => words[at + i]?.plain === part))
}

/** “بین ۴۰ تا ۴۵ درصد”, “۴۰ تا ۴۵ درصد”. */
function betweenAt(words: readonly Word[], at: number): Found | undefined {
  const opens = /^(بین|میان)$/.test(words[at]?.plain ?? '') ? 1 : 0
  const first = persianNumberAt(words, at + opens)
  if (!first) return undefined
  const next = at + opens + first.words
  const glue = words[next]?.plain ?? ''
  const dash = /^\s*[-–—]\s*$/.test(words[next - 1]!.after)
  if (!dash && glue !== 'تا' && !(opens && glue === 'و')) return undefined
  const second = plainAt(words, next + (dash ? 0 : 1))
  if (!second) return undefined
  const { quantity } = second
  // “between 40 and 45 million”: the first number takes the second's scale.
  const scale = first.value < 1000 && quantity.step >= 1000 ? quantity.step : 1
  if (quantity.value <= first.value * scale) return undefined
  return {
    words: opens + first.words + (dash ? 0 : 1) + second.words,
    quantity: { ...quantity, value: first.value * scale, to: quantity.value },
  }
}

const fractions = ['', '', 'نصف', 'سوم', 'چهارم', 'پنجم', 'ششم', 'هفتم', 'هشتم', 'نهم', 'دهم']
const tops = ['', 'یک', 'دو', 'سه', 'چهار', 'پنج', 'شش', 'هفت', 'هشت', 'نه']

/** “نیمی”, “نصف”, “یک‌سوم”, “سه‌چهارم”. */
function spokenAt(words: readonly Word[], at: number): Found | undefined {
  const [first, second] = [0, 1].map(i => words[at + i]?.plain ?? '')
  if (/^(نیمی|نصف|نیم)$/.test(first!) && !/^(میلیون|میلیارد)$/.test(second!)) return spoken(1 / 2, 1)
  const top = tops.indexOf(first!)
  const bottom = fractions.indexOf(second!)
  if (top < 1 || bottom < 3 || top >= bottom || !/^[\s\u200c-]*$/.test(words[at]!.after)) return undefined
  return spoken(top / bottom, 2)
}

function spoken(part: number, words: number): Found {
  const value = Number((part * 100).toPrecision(12))
  return { words, quantity: { unit: 'percent', value, step: 1, hedge: 'plain', spoken: true } }
}

function plainAt(words: readonly Word[], at: number): Found | undefined {
  const number = persianNumberAt(words, at)
  if (!number) return undefined
  const { unit, words: used } = unitAt(words, at + number.words)
  const quantity: Quantity = { unit, value: number.value, step: number.step, hedge: 'plain' }
  return { words: number.words + used, quantity }
}

const units: readonly (readonly [RegExp, Unit])[] = [
  [/^(واحد درصد|درصد واحد|واحد درصدی)( |$)/, 'points'],
  [/^(%|درصد|درصدی)( |$)/, 'percent'],
  [/^(تومان|تومانی|ریال|دلار|دلاری|یورو)( |$)/, 'money'],
  [/^(ساله|سالگی)( |$)/, 'years'],
  [/^برابر( |$)/, 'times'],
  [/^(سال|ماه|هفته|روز|ساعت|دقیقه|ثانیه|دهه|قرن|دوره|ماهه|روزه|هفته‌ای)( |$)/, 'span'],
]

function unitAt(words: readonly Word[], at: number): { unit: Unit; words: number } {
  const ahead = `${words[at]?.plain ?? ''} ${words[at + 1]?.plain ?? ''}`.trim()
  for (const [pattern, unit] of units) {
    const match = pattern.exec(ahead)
    if (match && /^[\s\u200c-]*$/.test(words[at]!.before))
      return { unit, words: match[0].trim().split(' ').length }
  }
  return { unit: 'count', words: 0 }
}
