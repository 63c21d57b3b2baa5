import type { Language } from './blocks.ts'
import type { Flow } from './drawing.ts'
import { escaped } from './escaped.ts'

const width = 760
const tall = 420
const bar = 14
const gap = 10
const inset = { top: 28, side: 190, bottom: 10 }

/** Ribbons from rows to columns, as wide as their votes; on the side where the language begins stand the rows. */
export function flowSvg({ rows, columns, votes }: Flow, caption: string, language: Language): string {
  const rtl = language === 'fa'
  const at = (x: number) => (rtl ? width - x : x)
  const sums = votes.map(row => row.reduce((sum, cell) => sum + cell, 0))
  const columnSums = columns.map((_, k) => votes.reduce((sum, row) => sum + row[k]!, 0))
  const all = sums.reduce((sum, total) => sum + total, 0) || 1
  const space = tall - inset.top - inset.bottom
  const scale = (space - gap * (Math.max(rows.length, columns.length) - 1)) / all
  const from = stacked(sums, scale)
  const to = stacked(columnSums, scale)
  const [left, right] = [inset.side, width - inset.side]
  const used = to.map(({ top }) => top)
  const ribbons = votes.map((row, j) => {
    let start = from[j]!.top
    const drawn = row.map((cell, k) => {
      const high = cell * scale
      const path = ribbon(at(left + bar), start, at(right - bar), used[k]!, high)
      start += high
      used[k]! += high
      return high < 0.15 ? '' : `<path class="ribbon" d="${path}"/>`
    })
    return `<g class="hue-${j % 6}">${drawn.join('')}</g>`
  })
  const side = (
    names: readonly string[],
    places: readonly Place[],
    totals: readonly number[],
    x: number,
    out: number,
  ) =>
    names.map((name, i) => {
      const { top, high } = places[i]!
      const edge = Math.min(at(x), at(x + bar))
      const anchor = out < 0 !== rtl ? 'end' : 'start'
      const text = at(out < 0 ? x - 8 : x + bar + 8)
      const share = (totals[i]! / all).toLocaleString(language, {
        style: 'percent',
        maximumFractionDigits: 1,
      })
      return `<rect class="end" x="${edge}" y="${round(top)}" width="${bar}" height="${round(Math.max(1, high))}"/><text class="strong" x="${text}" y="${round(top + Math.max(high, 8) / 2 + 4)}" text-anchor="${anchor}">${escaped(shortened(name))} ${share}</text>`
    })
  const box = `viewBox="0 0 ${width} ${tall}" role="img" aria-label="${escaped(caption)}" direction="ltr"`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${box}>${[
    ...ribbons,
    ...side(rows, from, sums, left, -1),
    ...side(columns, to, columnSums, right - bar, 1),
  ].join('')}</svg>`
}

interface Place {
  readonly top: number
  readonly high: number
}

function stacked(totals: readonly number[], scale: number): readonly Place[] {
  let top = inset.top
  return totals.map(total => {
    const place = { top, high: total * scale }
    top += place.high + gap
    return place
  })
}

function ribbon(x0: number, y0: number, x1: number, y1: number, high: number): string {
  const middle = round((x0 + x1) / 2)
  const [a, b, c, d] = [round(y0), round(y1), round(y1 + high), round(y0 + high)]
  return `M${x0} ${a}C${middle} ${a} ${middle} ${b} ${x1} ${b}V${c}C${middle} ${c} ${middle} ${d} ${x0} ${d}z`
}

/** Without what stands in brackets, such as a party, where it is long; the table has it whole. */
function shortened(name: string): string {
  const bare = name.length <= 18 ? name : name.replace(/\s*\(.*\)$/, '')
  return bare.length <= 18 ? bare : `${bare.slice(0, 17)}…`
}

function round(place: number): number {
  return Math.round(place * 10) / 10
}
