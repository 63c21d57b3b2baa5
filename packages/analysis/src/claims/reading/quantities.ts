import { numberAt, type Written } from './numbers.ts'
import type { Word } from './words.ts'

/** How the text takes a number: as it stands, or as a bound, or as near. */
export type Hedge = 'plain' | 'over' | 'atLeast' | 'under' | 'atMost' | 'almost' | 'about'

/** What a number counts, as far as its own words say. */
export type Unit =
  | 'percent'
  | 'points'
  | 'count'
  | 'times'
  | 'ratio'
  | 'years'
  | 'money'
  | 'span'
  | 'rank'
  | 'vague'

/** A quantity as the text gives it. A range has `to`; a part of a whole, such as 233 of 290, has `outOf`. */
export interface Quantity {
  readonly value: number
  readonly to?: number
  readonly outOf?: number
  readonly unit: Unit
  readonly hedge: Hedge
  /** The unit of the last written digit. */
  readonly step: number
  /** The whole is said to be only about so many. */
  readonly outOfAbout?: boolean
  /** Said as a word such as “half” or “two-thirds”. */
  readonly spoken?: boolean
}

export interface Found {
  readonly quantity: Quantity
  readonly words: number
}

const hedges: Readonly<Record<Exclude<Hedge, 'plain'>, string>> = {
  over: 'more than|over|above|exceeding|in excess of|upwards of|just over|slightly more than|slightly over|well over|a little over|a little more than|greater than|just above|north of|better than',
  atLeast: 'at least|no fewer than|no less than|not less than|a minimum of|not fewer than',
  under:
    'under|less than|fewer than|below|not even|just below|well under|well below|slightly less than|slightly under|just short of|south of|barely short of',
  atMost: 'up to|as many as|at most|no more than|a maximum of|not more than|as much as',
  almost:
    'nearly|almost|close to|just under|just shy of|approaching|close on|not quite|something close to|nearing|virtually|very nearly|shy of',
  about:
    'about|around|roughly|approximately|some|an estimated|estimated|circa|ca|approx|something like|in the region of|more or less|somewhere around|an approximate|on the order of|about of',
}
const hedgeWords = Map.groupBy(
  Object.entries(hedges)
    .flatMap(([hedge, list]) => list.split('|').map(words => [words.split(' '), hedge as Hedge] as const))
    .sort(([a], [b]) => b.length - a.length),
  ([[first]]) => first!,
)

/** The quantity that begins at a word, its hedges included, if one does. */
export function quantityAt(words: readonly Word[], at: number): Found | undefined {
  let used = 0
  let hedge: Hedge = 'plain'
  for (let next = hedgeAt(words, at); next; next = hedgeAt(words, at + used)) {
    used += next.words
    if (hedge === 'plain' || next.hedge !== 'about') hedge = next.hedge
    while (
      /^(the|only|just|a total of|exactly)$/.test(words[at + used]?.plain ?? '') &&
      !isFraction(words, at + used)
    )
      used++
  }
  const bare =
    moneyAt(words, at + used) ??
    spokenAt(words, at + used) ??
    betweenAt(words, at + used) ??
    plainAt(words, at + used)
  if (!bare) return undefined
  return {
    words: used + bare.words,
    quantity: { ...bare.quantity, hedge: bare.quantity.hedge === 'plain' ? hedge : bare.quantity.hedge },
  }
}

function hedgeAt(words: readonly Word[], at: number) {
  if (words[at]?.text === '~') return { hedge: 'about' as Hedge, words: 1 }
  const found = hedgeWords
    .get(words[at]?.plain ?? '')
    ?.find(([parts]) => parts.every((part, i) => words[at + i]?.plain === part))
  return found && { hedge: found[1], words: found[0].length }
}

function isFraction(words: readonly Word[], at: number): boolean {
  return spokenAt(words, at) !== undefined
}

const plain = { hedge: 'plain' as Hedge }

/** Currencies make it money, before the number or after it. */
function moneyAt(words: readonly Word[], at: number): Found | undefined {
  if (/^[$€£¥]$/.test(words[at]?.text ?? '') || /^(us|usd|eur)$/.test(words[at]?.plain ?? '')) {
    const sign = words[at]!.text.length > 1 && /^[$€£]$/.test(words[at + 1]?.text ?? '') ? 2 : 1
    const number = numberAt(words, at + sign)
    return (
      number && {
        words: sign + number.words,
        quantity: { ...plain, unit: 'money', value: number.value, step: number.step },
      }
    )
  }
  return undefined
}

const fractions: Readonly<Record<string, number>> = {
  half: 2,
  third: 3,
  thirds: 3,
  quarter: 4,
  quarters: 4,
  fourth: 4,
  fourths: 4,
  fifth: 5,
  fifths: 5,
  tenth: 10,
  tenths: 10,
  sixth: 6,
  sixths: 6,
  eighth: 8,
  eighths: 8,
  seventh: 7,
}

/** “half”, “two-thirds”, “one in three”, “three out of four”. */
function spokenAt(words: readonly Word[], at: number): Found | undefined {
  const say = (value: number, used: number): Found => ({
    words: used,
    quantity: {
      ...plain,
      unit: 'percent',
      value: Number((value * 100).toPrecision(12)),
      step: 1,
      spoken: true,
    },
  })
  const [first, second, third] = [0, 1, 2].map(i => words[at + i]?.plain ?? '')
  const glue = words[at]?.after ?? ''
  if (!/^[\s-]*$/.test(glue) && first !== 'half') return undefined
  if (first === 'half' && second !== 'a' && !/^(million|dozen|hour|century|year|decade|an)$/.test(second!))
    return say(1 / 2, 1)
  if (first === 'half' && second === 'a' && /^(dozen|century|hour|decade)$/.test(third!)) return undefined
  if (first === 'a' && second === 'half' && third !== 'million') return say(1 / 2, 2)
  if (
    first === 'a' &&
    (second === 'third' || second === 'quarter' || second === 'fifth' || second === 'tenth') &&
    fits(third!)
  )
    return say(1 / fractions[second]!, 2)
  const top = smallWord(first!)
  if (top !== undefined && fractions[second!] && (top === 1 || second!.endsWith('s')) && fits(third!))
    return say(top / fractions[second!]!, 2)
  const inOf = second === 'in' ? 2 : second === 'out' && third === 'of' ? 3 : 0
  const every = inOf && words[at + inOf]?.plain === 'every' ? 1 : 0
  const bottom = inOf ? (smallWord(words[at + inOf + every]?.plain ?? '') ?? 0) : 0
  if (
    top !== undefined &&
    inOf &&
    bottom > top &&
    bottom <= 20 &&
    !/^(years?|months?|days?|weeks?|rounds?|elections?|decades?)$/.test(
      words[at + inOf + every + 1]?.plain ?? '',
    )
  )
    return say(top / bottom, inOf + every + 1)
  return undefined
}

/** “third place”, “a third party”, “second round” are ranks. */
function fits(next: string): boolean {
  return !/^(place|party|candidate|term|time|round|way|world|force|time|straight|consecutive|most|version|of all)$/.test(
    next,
  )
}

const smallWords = 'zero one two three four five six seven eight nine ten'.split(' ')
function smallWord(word: string): number | undefined {
  if (/^\d{1,2}$/.test(word)) return Number(word)
  const index = smallWords.indexOf(word)
  return index < 1 ? undefined : index
}

/** “between 40 and 45 percent”. */
function betweenAt(words: readonly Word[], at: number): Found | undefined {
  if (words[at]?.plain !== 'between') return undefined
  const first = plainAt(words, at + 1, false)
  if (!first || words[at + 1 + first.words]?.plain !== 'and') return undefined
  const second = plainAt(words, at + 2 + first.words)
  if (!second || second.quantity.to !== undefined) return undefined
  return { words: 2 + first.words + second.words, quantity: rangeOf(first.quantity, second.quantity) }
}

function rangeOf(first: Quantity, second: Quantity): Quantity {
  // “between 40 and 45 million”: the first number takes the second's scale.
  const scale =
    first.step === 1 && second.step >= 1000 && first.value < 1000
      ? 10 ** Math.floor(Math.log10(second.step) + 1e-9)
      : 1
  return { ...second, value: first.value * scale, to: second.value }
}

function plainAt(words: readonly Word[], at: number, joins = true): Found | undefined {
  const number = numberAt(words, at)
  if (!number) return undefined
  const unit = unitAt(words, at + number.words, number)
  const found: Found = {
    words: number.words + unit.words,
    quantity: { ...plain, unit: unit.unit, value: number.value, step: number.step },
  }
  return joins ? (joined(words, at, found) ?? found) : found
}

/** “2–4 members”, “80-170 towns”, “40 to 45 percent”, “2 to 1”, “233 of 290”. */
function joined(words: readonly Word[], at: number, first: Found): Found | undefined {
  const after = words[at + first.words - 1]!.after
  const dash = /^\s*[-–—]\s*$/.test(after)
  const to = words[at + first.words]?.plain === 'to'
  if (!dash && !to) return outOf(words, at, first)
  const skip = dash ? 0 : 1
  if (!/^\d/.test(words[at + first.words + skip]?.text ?? '') && !to) return undefined
  const second = plainAt(words, at + first.words + skip, false)
  if (!second) return undefined
  const used = first.words + skip + second.words
  const [a, b] = [first.quantity, second.quantity]
  if (a.unit !== 'count') return undefined
  // “rose from 10.4 million to 16.4 million” is no range.
  if (to && words[at - 1]?.plain === 'from' && a.value >= 1000) return undefined
  if (b.unit === 'count' && b.value <= 10 && a.value <= 10 && isRatio(words, at + used, a.value, b.value))
    return { words: used, quantity: { ...a, unit: 'ratio', outOf: b.value } }
  if (b.value > a.value * (b.step >= 1000 && a.step === 1 && a.value < 1000 ? b.step : 1))
    return { words: used, quantity: rangeOf(a, b) }
  return undefined
}

function isRatio(words: readonly Word[], next: number, a: number, b: number): boolean {
  return a > b || /^(lead|margin|ratio|advantage|majority)$/.test(words[next]?.plain ?? '')
}

function outOf(words: readonly Word[], at: number, first: Found): Found | undefined {
  if (first.quantity.unit !== 'count' || first.quantity.step !== 1) return undefined
  let next = at + first.words
  if (words[next]?.plain === 'out') next++
  if (words[next]?.plain !== 'of' || !/^\s*$/.test(words[next - 1]!.after)) return undefined
  next++
  while (/^(the|about|of|some|around|all|nearly|roughly|its|total)$/.test(words[next]?.plain ?? '')) next++
  const isAbout =
    /^(about|some|around|nearly|roughly)$/.test(words[next - 1]?.plain ?? '') ||
    /^(about|around)$/.test(words[next - 2]?.plain ?? '')
  const whole = numberAt(words, next)
  if (
    !whole ||
    whole.value <= first.quantity.value ||
    unitAt(words, next + whole.words, whole).unit !== 'count'
  )
    return undefined
  if (isYearLike(whole, words, next)) return undefined
  return {
    words: next + whole.words - at,
    quantity: { ...first.quantity, outOf: whole.value, ...(isAbout && { outOfAbout: true }) },
  }
}

function isYearLike(number: Written, words: readonly Word[], at: number): boolean {
  return /^(19|20)\d\d$/.test(words[at]!.text) && number.words === 1
}

const units: readonly (readonly [RegExp, Unit])[] = [
  [/^(%|percent|pct|pc) points?( |$)/, 'points'],
  [/^per cent points?( |$)/, 'points'],
  [/^percentage points?( |$)/, 'points'],
  [/^pp( |$)/, 'points'],
  [/^points?( |$)/, 'points'],
  [/^(%|percent|pct|pc|percentage)( |$)/, 'percent'],
  [/^per cent( |$)/, 'percent'],
  [
    /^(dollars?|euros?|pounds|rials?|tomans?|rubles?|roubles?|usd|eur|soles|bolivars|afghanis|yuan|cents|euro)( |$)/,
    'money',
  ],
  [/^years? olds?( |$)/, 'years'],
  [/^times( |$)/, 'times'],
  [/^fold( |$)/, 'times'],
  [
    /^(years?|months?|weeks?|days?|hours?|minutes?|seconds|decades?|centur(?:y|ies)|terms?|term|year|month|mandates?|am|pm|p m|o'clock)( |$)/,
    'span',
  ],
]

function unitAt(words: readonly Word[], at: number, number: Written): { unit: Unit; words: number } {
  const ahead = [0, 1, 2]
    .map(i => words[at + i]?.plain ?? '')
    .join(' ')
    .trim()
  if (/^(st|nd|rd|th)( |$)/.test(ahead) && words[at - 1]!.after === '' && number.words === 1)
    return { unit: 'rank', words: 1 }
  for (const [pattern, unit] of units) {
    const match = pattern.exec(ahead)
    if (match && isNear(words, at)) return { unit, words: match[0].trim().split(' ').length }
  }
  return { unit: 'count', words: 0 }
}

/** A unit follows its number at once, not after a comma. */
function isNear(words: readonly Word[], at: number): boolean {
  return /^[\s-]*$/.test(words[at - 1]?.after ?? '')
}
