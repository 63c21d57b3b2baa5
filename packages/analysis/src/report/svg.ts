import { scaleLinear } from 'd3-scale'
import type { Language } from './blocks.ts'
import type { Axis, Bars, Cells, Drawing, Lines, Mark, Point, Points } from './drawing.ts'
import { escaped } from './escaped.ts'
import { flowSvg } from './flow.ts'
import { tilesSvg } from './tiles.ts'

const width = 760
const height = 360
const inset = { top: 24, right: 28, bottom: 52, left: 84 }

/** A drawing as SVG that needs nothing else but the colours of `chartStyle`. Axes run as in mathematics in every language. */
export function svgOf(drawing: Drawing, caption: string, language: Language): string {
  switch (drawing.shape) {
    case 'bars':
      return bars(drawing, caption, language)
    case 'lines':
      return plane(
        drawing,
        drawing.lines.flatMap(({ points }) => points),
        caption,
        language,
        lines,
      )
    case 'points':
      return plane(drawing, drawing.points, caption, language, points)
    case 'cells':
      return plane(drawing, [], caption, language, cells)
    case 'flow':
      return flowSvg(drawing, caption, language)
    case 'tiles':
      return tilesSvg(drawing, caption, language)
  }
}

type Scale = (value: number) => number

/** A drawing for paper: with its own colours, and nothing that follows the reader’s. */
export function printedSvgOf(drawing: Drawing, caption: string, language: Language): string {
  return svgOf(drawing, caption, language).replace('>', `><style>${printedStyle}</style>`)
}

const hues = ['#0b6e8a', '#b4621b', '#4c7a1d', '#7a4fa3', '#b03a5b', '#66602c']

const printedStyle = [
  'text{fill:#444;font-family:Vazirmatn;font-size:13px}.rule{stroke:#ccc}.mark{stroke:#000;stroke-dasharray:4 3}',
  '.line{fill:none;stroke-width:2}.dash-1{stroke-dasharray:7 3}.dash-2{stroke-dasharray:2 3}.disc{fill-opacity:.6}',
  ...hues.flatMap((hue, i) => [
    `.hue-${i} .line{stroke:${hue}}`,
    `.bar.hue-${i},.disc.hue-${i},.hue-${i} path{fill:${hue}}`,
  ]),
  ...Array.from({ length: 10 }, (_, i) => `.ink-${i + 1}{fill-opacity:${(i + 1) / 10}}`),
].join('')

function figure(tall: number, caption: string, parts: readonly string[]): string {
  const box = `viewBox="0 0 ${width} ${tall}" role="img" aria-label="${escaped(caption)}" direction="ltr"`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${box}>${parts.join('')}</svg>`
}

/** Axes, marks, and inside them what `draw` draws. */
function plane<D extends Lines | Points | Cells>(
  drawing: D,
  all: readonly Point[],
  caption: string,
  language: Language,
  draw: (drawing: D, x: Scale, y: Scale) => string,
): string {
  const x = scaleOf(
    drawing.x,
    all.map(([at]) => at),
    [inset.left, width - inset.right],
  )
  const y = scaleOf(
    drawing.y,
    all.map(([, up]) => up),
    [height - inset.bottom, inset.top],
  )
  const across = y.ticks(5).map(tick => {
    const at = round(y(tick))
    return `<line class="rule" x1="${inset.left}" x2="${width - inset.right}" y1="${at}" y2="${at}"/>${label(inset.left - 8, at + 4, 'end', numberAt(tick, language))}`
  })
  const along = x
    .ticks(8)
    .map(tick => label(round(x(tick)), height - inset.bottom + 18, 'middle', numberAt(tick, language)))
  const names = [
    label(width - inset.right, height - 8, 'end', drawing.x.name),
    label(8, 14, 'start', drawing.y.name),
  ]
  const marks =
    'marks' in drawing
      ? (drawing.marks ?? []).map(mark => upright(mark, x, inset.top, height - inset.bottom))
      : []
  const named = drawing.shape === 'lines' && drawing.lines.length > 1 ? drawing.lines : []
  const legend = named.map(({ name }, i) => legendLine(name, i, height + i * 20))
  const parts = [...across, ...along, ...names, draw(drawing, x, y), ...marks, ...legend]
  return figure(height + named.length * 20, caption, parts)
}

function scaleOf({ range }: Axis, values: readonly number[], onto: readonly [number, number]) {
  if (range) return scaleLinear([...range], [...onto])
  let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of values) [least, greatest] = [Math.min(least, value), Math.max(greatest, value)]
  if (least > greatest) [least, greatest] = [0, 1]
  if (least === greatest) greatest = least + 1
  return scaleLinear([least, greatest], [...onto]).nice(5)
}

function lines({ lines }: Lines, x: Scale, y: Scale): string {
  return lines
    .map(({ points }, i) => {
      const path = points.map(([at, up]) => `${round(x(at))},${round(y(up))}`).join(' ')
      return `<g class="hue-${i % 6}"><polyline class="line dash-${i % 6}" points="${path}"/></g>`
    })
    .join('')
}

/** Names stand below: at the ends of their lines they would lie on each other. */
function legendLine(name: string, i: number, top: number): string {
  const swatch = `<g class="hue-${i % 6}"><polyline class="line dash-${i % 6}" points="${inset.left},${top + 8} ${inset.left + 36},${top + 8}"/></g>`
  return swatch + label(inset.left + 46, top + 12, 'start', name)
}

function points({ points }: Points, x: Scale, y: Scale): string {
  const discs = points.map(([at, up]) => `M${round(x(at)) - 2} ${round(y(up))}a2 2 0 1 0 4 0a2 2 0 1 0-4 0`)
  return `<path class="disc hue-0" d="${discs.join('')}"/>`
}

function cells(
  {
    x: {
      range: [x0, x1],
    },
    y: {
      range: [y0, y1],
    },
    columns,
    counts,
  }: Cells,
  x: Scale,
  y: Scale,
): string {
  const rows = counts.length / columns
  let most = 1
  for (const count of counts) most = Math.max(most, count)
  const wide = round((x(x1) - x(x0)) / columns)
  const tall = round((y(y0) - y(y1)) / rows)
  const drawn = counts.map((count, i) => {
    if (count === 0) return ''
    const left = round(x(x0 + ((i % columns) * (x1 - x0)) / columns))
    const top = round(y(y0 + ((Math.floor(i / columns) + 1) * (y1 - y0)) / rows))
    // The eye compares areas of ink by their logarithms better than by their counts.
    const strength = Math.ceil((Math.log1p(count) / Math.log1p(most)) * 10)
    return `<path class="ink-${strength}" d="M${left} ${top}h${wide}v${tall}h${-wide}z"/>`
  })
  return `<g class="hue-0">${drawn.join('')}</g>`
}

const barTall = 30

/** Bars begin where the language begins; their names stand above them, so that they may be long. */
function bars({ bars, marks = [], unit }: Bars, caption: string, language: Language): string {
  const rtl = language === 'fa'
  const tall = inset.top + bars.length * (barTall + 16) + inset.bottom
  const greatest = Math.max(1, ...bars.map(({ value }) => value), ...marks.map(({ at }) => at))
  const x = scaleLinear([0, greatest], rtl ? [width - 16, 130] : [16, width - 130])
  const anchor = rtl ? 'end' : 'start'
  const drawn = bars.map(({ name, value, hue = 0 }, i) => {
    const top = inset.top + i * (barTall + 16) + 16
    const [from, to] = [x(0), x(Math.max(0, value))]
    const bar = `<path class="bar hue-${hue % 6}" d="M${round(Math.min(from, to))} ${top}h${round(Math.abs(to - from))}v${barTall - 12}h${-round(Math.abs(to - from))}z"/>`
    const number = label(round(to) + (rtl ? -6 : 6), top + 14, anchor, numberAt(value, language), 'strong')
    return label(round(from), top - 4, anchor, name) + bar + number
  })
  const foot = label(round(x(0)), tall - 8, anchor, unit)
  return figure(tall, caption, [
    ...drawn,
    foot,
    ...marks.map(mark => upright(mark, x, inset.top, tall - inset.bottom)),
  ])
}

function upright({ at, name }: Mark, x: Scale, top: number, bottom: number): string {
  const place = round(x(at))
  const anchor = place > width / 2 ? 'end' : 'start'
  return `<line class="mark" x1="${place}" x2="${place}" y1="${top}" y2="${bottom}"/>${label(place + (anchor === 'end' ? -4 : 4), bottom + 32, anchor, name)}`
}

function label(x: number, y: number, anchor: string, text: string, name = ''): string {
  const named = name === '' ? '' : ` class="${name}"`
  return `<text${named} x="${x}" y="${y}" text-anchor="${anchor}">${escaped(text)}</text>`
}

function numberAt(value: number, language: Language): string {
  return value.toLocaleString(language, { maximumFractionDigits: 3 })
}

function round(place: number): number {
  return Math.round(place * 10) / 10
}
