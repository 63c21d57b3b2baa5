import type { Word } from './words.ts'

/** A number as it was written: its value, and the unit of its last written digit ("12.8 million": 100,000). */
export interface Written {
  readonly value: number
  readonly step: number
  /** How many words it is written in. */
  readonly words: number
}

const small: Readonly<Record<string, number>> = Object.fromEntries(
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen`
    .split(' ')
    .map((word, i) => [word, i]),
)
const tens: Readonly<Record<string, number>> = Object.fromEntries(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, i) => [word, (i + 2) * 10]),
)
const scales: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
}
/** Written right after the digits: `2.8m`. */
const glued: Readonly<Record<string, number>> = {
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  mln: 1e6,
  mm: 1e6,
  bn: 1e9,
  b: 1e9,
}

/** The number that begins at a word, if one does. */
export function numberAt(words: readonly Word[], at: number): Written | undefined {
  const word = words[at]
  if (!word) return undefined
  if (/^\d/.test(word.text)) return digitsAt(words, at)
  if (word.plain === 'half' && words[at + 1]?.plain === 'a' && scaleAt(words, at + 2))
    return { value: scaleAt(words, at + 2)! / 2, step: scaleAt(words, at + 2)! / 2, words: 3 }
  if (word.plain === 'a' && scaleAt(words, at + 1) && words[at + 1]!.plain !== 'hundred')
    return { value: scaleAt(words, at + 1)!, step: scaleAt(words, at + 1)!, words: 2 }
  return wordsAt(words, at)
}

function scaleAt(words: readonly Word[], at: number): number | undefined {
  return scales[words[at]?.plain ?? '']
}

function digitsAt(words: readonly Word[], at: number): Written | undefined {
  const { text, after } = words[at]!
  const plain = digitsOf(text)
  if (plain === undefined) return undefined
  const decimals = plain.split('.')[1]?.length ?? 0
  let value = Number(plain)
  let step = 10 ** -decimals
  let used = 1
  const scale = after === '' ? glued[words[at + 1]?.plain ?? ''] : undefined
  if (scale !== undefined) {
    ;[value, step, used] = [value * scale, step * scale, 2]
  } else {
    for (let scale = scaleAt(words, at + used); scale; scale = scaleAt(words, at + used)) {
      if (!/^[\s-]*$/.test(words[at + used - 1]!.after)) break
      ;[value, step, used] = [value * scale, step * scale, used + 1]
    }
  }
  if (used === 1 && decimals === 0) step = 10 ** zerosAtEnd(value)
  return { value: tidy(value), step, words: used }
}

/** Digits without their separators; `24.535.185` has points for commas. */
export function digitsOf(text: string): string | undefined {
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) return text.replaceAll(',', '')
  if (/^\d{1,3}(\.\d{3}){2,}$/.test(text)) return text.replaceAll('.', '')
  return /^\d+(\.\d+)?$/.test(text) ? text : undefined
}

/** From three zeros on, a number is taken as rounded. */
export function zerosAtEnd(value: number): number {
  const zeros = /0*$/.exec(String(value))![0].length
  return value !== 0 && zeros >= 3 ? zeros : 0
}

function wordsAt(words: readonly Word[], at: number): Written | undefined {
  let [sum, current, step, used] = [0, 0, 1, 0]
  for (;;) {
    const word = words[at + used]?.plain ?? ''
    if (used > 0 && !/^[\s-]*$/.test(words[at + used - 1]!.after)) break
    if (
      word in small &&
      (current % 100 === 0 || (current % 10 === 0 && current % 100 >= 20 && small[word]! < 10))
    )
      current += small[word]!
    else if (word in tens && current % 100 === 0) current += tens[word]!
    else if (word === 'hundred' && current > 0 && current < 10) current *= 100
    else if (scales[word]! >= 1000 && current > 0) {
      step = scales[word]!
      ;[sum, current] = [sum + current * step, 0]
    } else if (
      !(word === 'and' && used > 0 && current % 100 === 0 && words[at + used - 1]!.plain === 'hundred')
    )
      break
    used++
  }
  while (used > 0 && words[at + used - 1]!.plain === 'and') used--
  if (used === 0) return undefined
  return { value: sum + current, step: current > 0 ? 1 : step, words: used }
}

/** 12.8 × 1,000,000 without the dust of binary fractions. */
export function tidy(value: number): number {
  return Number(value.toPrecision(14))
}
