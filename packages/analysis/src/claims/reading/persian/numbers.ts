import { digitsOf, tidy, type Written, zerosAtEnd } from '../numbers.ts'
import { plainOf, type Word } from '../words.ts'

const listed = (words: string, value: (place: number) => number) =>
  Object.fromEntries(words.split(' ').map((word, i) => [plainOf(word), value(i)]))

const small = listed(
  'صفر یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نوزده',
  i => i,
)
const tens = listed('بیست سی چهل پنجاه شصت هفتاد هشتاد نود', i => (i + 2) * 10)
const hundreds = {
  ...listed('صد دویست سیصد چهارصد پانصد ششصد هفتصد هشتصد نهصد', i => (i + 1) * 100),
  یکصد: 100,
}
const scales: Readonly<Record<string, number>> = { هزار: 1e3, میلیون: 1e6, میلیارد: 1e9 }

/** `نه` is nine and “no”; `یک` is one and “a”: numbers only before what is counted in them. */
const counted = /^(هزار|میلیون|میلیارد|درصد|%|درصدی|واحد|برابر)$/

/** The number that begins at a word, if one does: “۱۶ میلیون و ۳۸۴ هزار و ۴۰۳”, “سی و نه و نیم”. */
export function persianNumberAt(words: readonly Word[], at: number): Written | undefined {
  const first = partAt(words, at)
  if (!first) return undefined
  let { value, step, words: used } = first
  for (let scale = first.scale; scale >= 1000; ) {
    if (words[at + used]?.plain !== 'و') break
    const next = partAt(words, at + used + 1, true)
    if (!next || next.scale >= scale || next.value >= scale) break
    const after = words[at + used + 1 + next.words]?.plain ?? ''
    // “ten million and 40 percent” are two figures.
    if (next.scale === 1 && /^(%|درصد|درصدی)$/.test(after)) break
    value += next.value
    step = next.step
    used += 1 + next.words
    scale = next.scale
  }
  return { value: tidy(value), step, words: used }
}

interface Part extends Written {
  readonly scale: number
}

/** Digits or words below a thousand, “and a half”, and what they are multiplied by. */
function partAt(words: readonly Word[], at: number, isRest = false): Part | undefined {
  const bare = digitsAt(words, at) ?? wordsAt(words, at, isRest) ?? bareScaleAt(words, at)
  if (!bare) return undefined
  let { value, step, words: used } = bare
  if (words[at + used]?.plain === 'و' && words[at + used + 1]?.plain === 'نیم') {
    value += 0.5
    step = 0.5
    used += 2
  }
  let scale = 1
  for (let next = scaleAt(words, at + used); next; next = scaleAt(words, at + used)) {
    scale *= next
    used++
  }
  if (scale === 1) return { value, step: step < 1 ? step : 10 ** zerosAtEnd(value), words: used, scale }
  // “400 thousand” is written to the hundred thousand.
  const zeros = scale === 1e3 && Number.isInteger(value) ? /0*$/.exec(String(value))![0].length : 0
  return { value: value * scale, step: step * scale * 10 ** zeros, words: used, scale }
}

function scaleAt(words: readonly Word[], at: number): number | undefined {
  const word = words[at]
  if (!word || !/^[\s\u200c-]*$/.test(word.before)) return undefined
  // “millions” gives no number.
  return words[at + 1]?.plain === 'ها' ? undefined : scales[word.plain]
}

function digitsAt(words: readonly Word[], at: number): Written | undefined {
  const plain = digitsOf(words[at]?.text ?? '')
  if (plain === undefined) return undefined
  return { value: Number(plain), step: 10 ** -(plain.split('.')[1]?.length ?? 0), words: 1 }
}

function wordsAt(words: readonly Word[], at: number, isRest: boolean): Written | undefined {
  const first = words[at]?.plain ?? ''
  const next = words[at + 1]?.plain ?? ''
  if (first === 'نیم' && scales[next]) return { value: 0.5, step: 0.5, words: 1 }
  const isWord = (first === 'نه' || first === 'یک') && !counted.test(next)
  if (isWord && !isRest && !(first === 'یک' && next === 'و' && words[at + 2]?.plain === 'نیم'))
    return undefined
  let [value, used] = [0, 0]
  for (const kind of [hundreds, tens, small] as readonly Readonly<Record<string, number>>[]) {
    const skip = used > 0 ? 1 : 0
    if (skip && words[at + used]?.plain !== 'و') continue
    const found = kind[words[at + used + skip]?.plain ?? '']
    if (found === undefined || (kind === small && value % 100 !== 0 && found >= 10)) continue
    value += found
    used += 1 + skip
  }
  return used === 0 ? undefined : { value, step: 1, words: used }
}

/** “هزار و دویست”: a thousand is one of them. */
function bareScaleAt(words: readonly Word[], at: number): Written | undefined {
  const isThousand = words[at]?.plain === 'هزار' && scaleAt(words, at) !== undefined
  return isThousand ? { value: 1, step: 1, words: 0 } : undefined
}
