import { expect, test } from 'vitest'
import { caveat, chart, type Language, list, paragraph, type Report, section, table } from './blocks.ts'
import { csvOf, htmlOf } from './html.ts'
import { isNumeric, written } from './numbers.ts'
import { svgOf } from './svg.ts'

const figures = {
  caption: 'Votes',
  head: ['Candidate', 'Votes'],
  rows: [
    ['A <b>', 1234],
    ['B, "the second"', null],
  ],
}

function report(language: Language): Report {
  const bars = [{ name: 'A <b>', value: 1234 }]
  return {
    language,
    title: 'What the numbers say',
    about: ['as published'],
    sections: [
      section('One', paragraph('a & b'), caveat('assumes little'), list(['x'])),
      section('Two', table(figures)),
      section(
        'Three',
        chart({ caption: 'Bars', drawing: { shape: 'bars', unit: 'votes', bars }, table: figures }),
      ),
    ],
  }
}

test('one file that stands alone: nothing is fetched or run, every text is escaped, every chart has its table', () => {
  const html = htmlOf(report('en'))
  expect(html).not.toMatch(/<script|<link|src=|https?:\/\/(?!www\.w3\.org\/2000\/svg)/)
  expect(html).not.toContain('A <b>')
  expect(html).toContain('A &lt;b&gt;')
  expect(html.match(/<svg/g)).toHaveLength(1)
  expect(html).toMatch(/<\/svg>[\s\S]*<table>/)
  expect(html).toContain('1,234')
  expect(decodeURIComponent(/href="data:text\/csv[^,]*,([^"]*)"/.exec(html)![1]!)).toBe(csvOf(figures))
})

test('Persian runs from the right, in its own digits', () => {
  const html = htmlOf(report('fa'))
  expect(html).toContain('<html lang="fa" dir="rtl">')
  expect(html).toContain('۱٬۲۳۴')
})

test('CSV: quoted where it must be, nothing for what was not given', () => {
  expect(csvOf(figures)).toBe('Candidate,Votes\r\nA <b>,1234\r\n"B, ""the second""",')
})

test('curves and clouds keep inside the drawing; equal or missing values are no trouble', () => {
  const axes = { x: { name: 'x' }, y: { name: 'y' } }
  for (const points of [
    [],
    [[3, 3]],
    [
      [0, 0],
      [1e9, -5],
    ],
  ] as const) {
    for (const drawing of [
      { shape: 'points', ...axes, points: [...points] },
      { shape: 'lines', ...axes, lines: [{ name: 'l', points: [...points] }] },
    ] as const) {
      const svg = svgOf(drawing, 'c', 'en')
      expect(svg).not.toMatch(/NaN|Infinity/)
      for (const [, x, y] of svg.matchAll(/M(-?[\d.]+) (-?[\d.]+)/g)) {
        expect(Number(x)).toBeGreaterThanOrEqual(0)
        expect(Number(y)).toBeLessThanOrEqual(360)
      }
    }
  }
  const x = { name: 'x', range: [0, 1] as const }
  const svg = svgOf({ shape: 'cells', x, y: x, columns: 2, counts: [0, 1, 5, 100] }, 'c', 'en')
  expect(svg.match(/class="ink-/g)).toHaveLength(3)
})

test('numbers as a language writes them', () => {
  expect(written.en.probability(0.0669)).toBe('0.0669')
  expect(written.en.probability(3e-9)).toBe('< 0.0001')
  expect(written.fa.decimal(1.5, 2)).toBe('۱٫۵۰')
  const cells = ['12', '۱۲٫۵', '−3', '5.2 %', 'Qom', '3 boxes', null, 7]
  expect(cells.map(isNumeric)).toEqual([true, true, true, true, false, false, true, true])
})
