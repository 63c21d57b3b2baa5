import { expect, test } from 'vitest'
import { svgOf } from './svg.ts'

const flow = {
  shape: 'flow',
  rows: ['A <b>', 'Someone with a long name (Party of the North)'],
  columns: ['C', 'D'],
  votes: [
    [60, 40],
    [0, 100],
  ],
} as const

test('a flow: one ribbon for each cell that has votes, names escaped and kept short', () => {
  const svg = svgOf(flow, 'who went where', 'en')
  expect(svg.match(/class="ribbon"/g)).toHaveLength(3)
  expect(svg).toContain('A &lt;b&gt; 50%')
  expect(svg).not.toContain('Party')
  expect(svg).not.toMatch(/NaN|Infinity/)
})

test('a flow of nothing draws nothing, and runs the other way in Persian', () => {
  const empty = {
    ...flow,
    votes: [
      [0, 0],
      [0, 0],
    ],
  }
  expect(svgOf(empty, 'none', 'en')).not.toMatch(/ribbon|NaN/)
  const first = (language: 'en' | 'fa') =>
    Number(/<rect class="end" x="([\d.]+)"/.exec(svgOf(flow, '', language))![1])
  expect(first('fa')).toBeGreaterThan(first('en'))
})

test('tiles: a number each with its sign, above and below nothing in two hues', () => {
  const tile = (name: string, column: number, value: number) => ({ name, row: 0, column, value })
  const svg = svgOf(
    { shape: 'tiles', unit: 'votes', tiles: [tile('North', 0, 12), tile('South', 1, -3)] },
    'off',
    'en',
  )
  expect(svg).toContain('+12')
  expect(svg.match(/hue-0/g)).toHaveLength(1)
  expect(svg.match(/hue-1/g)).toHaveLength(1)
})
