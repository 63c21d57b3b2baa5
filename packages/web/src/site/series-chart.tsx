import { scaleLinear, scalePoint } from 'd3-scale'
import { Scroll } from '../layout/table.tsx'
import type { Text } from '../text/text.ts'

/** A line: who it is of, and a number for each step; null where none was given. */
export interface Series {
  readonly name: string
  readonly values: readonly (number | null)[]
}

interface SeriesChartProps {
  readonly text: Text
  /** What the chart shows. The same figures are in a table beside it. */
  readonly caption: string
  /** What each step is called below the chart. */
  readonly steps: readonly string[]
  readonly series: readonly Series[]
}

const [width, height] = [760, 320]
const inset = { top: 16, bottom: 36, axis: 96, end: 28 }
const hues = 6

/**
 * Numbers from step to step, as lines that begin where the language begins. Lines differ in their dashes and marks,
 * and the legend names them.
 */
export function SeriesChart({ text, caption, steps, series }: SeriesChartProps) {
  const rtl = text.direction === 'rtl'
  const [near, far] = rtl ? [width - inset.axis, inset.end] : [inset.axis, width - inset.end]
  const x = scalePoint<number>(
    steps.map((_, i) => i),
    [near, far],
  )
  const numbers = series.flatMap(({ values }) => values.filter(value => value !== null))
  const y = scaleLinear([0, Math.max(1, ...numbers)], [height - inset.bottom, inset.top]).nice(5)
  return (
    <figure className="series">
      <figcaption>{caption}</figcaption>
      <Scroll label={caption}>
        <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={caption} direction={text.direction}>
          {y.ticks(5).map(tick => (
            <g key={tick}>
              <line className="rule" x1={near} x2={far} y1={y(tick)} y2={y(tick)} />
              <text x={near + (rtl ? 10 : -10)} y={y(tick) + 4} textAnchor="end">
                {text.count(tick)}
              </text>
            </g>
          ))}
          {steps.map((step, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: steps do not move
            <text key={i} x={x(i)} y={height - 12} textAnchor="middle">
              {step}
            </text>
          ))}
          {series.map(({ name, values }, line) => {
            const points = values.flatMap((value, i) => (value === null ? [] : [[x(i)!, y(value)] as const]))
            return (
              <g key={name} className={`line-${line % hues}`}>
                <polyline points={points.map(point => point.join(',')).join(' ')} />
                {points.map(([at, up]) => (
                  <path
                    key={at}
                    className="mark"
                    transform={`translate(${at} ${up})`}
                    d={marks[line % hues]}
                  />
                ))}
              </g>
            )
          })}
        </svg>
      </Scroll>
      <ul className="legend">
        {series.map(({ name }, line) => (
          <li key={name}>
            <svg className={`line-${line % hues}`} viewBox="0 0 40 12" aria-hidden="true">
              <polyline points="0,6 40,6" />
              <path className="mark" transform="translate(20 6)" d={marks[line % hues]} />
            </svg>
            {name}
          </li>
        ))}
      </ul>
    </figure>
  )
}

/** Marks around 0, 0: a disc, a square, a triangle, a diamond, a cross, a bar. */
const marks = [
  'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0',
  'M-4-4h8v8h-8z',
  'M0-5L5 4H-5z',
  'M0-5L5 0L0 5L-5 0z',
  'M-4-4L4 4M4-4L-4 4',
  'M0-5V5',
]
