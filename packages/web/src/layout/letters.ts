/**
 * The letters of Persian and Arabic with their vowel marks, digits and punctuation: the first half of the typeface, and
 * all that most pages need of it.
 */
export const common =
  'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژکگۀی' +
  '\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0654\u0640' +
  '۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩،؛؟٪٫٬\u200c\u200d\u200e'

/** Where letters of the Arabic script stand, forms of presentation and joiners included. */
const script = [
  [0x600, 0x6ff],
  [0x200c, 0x200e],
  [0xfb50, 0xfdff],
  [0xfe70, 0xfefc],
] as const

/** `unicode-range` of the common letters, and of the script's others. */
export function letterRanges(): { readonly common: string; readonly others: string } {
  const points = script.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, i) => first + i),
  )
  const isCommon = (point: number) => common.includes(String.fromCodePoint(point))
  return {
    common: rangesOf(points.filter(isCommon)),
    others: rangesOf(points.filter(point => !isCommon(point))),
  }
}

function rangesOf(points: readonly number[]): string {
  const ranges: [first: number, last: number][] = []
  for (const point of points) {
    const before = ranges.at(-1)
    if (before?.[1] === point - 1) before[1] = point
    else ranges.push([point, point])
  }
  const hex = (point: number) => point.toString(16).toUpperCase()
  return ranges.map(([first, last]) => `U+${hex(first)}${first === last ? '' : `-${hex(last)}`}`).join(',')
}
