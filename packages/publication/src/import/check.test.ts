import { expect, test } from 'vitest'
import { arithmetic, checkTable } from './check.ts'
import { type TableMap, tableMap } from './map.ts'
import { numbersIn } from './numbers.ts'
import { tableReader } from './table.ts'

const map = tableMap.parse({
  table: 'Forms',
  source: 'a test',
  rows: 'boxes',
  box: 'box',
  round: 1,
  figures: { eligible: 'eligible', taken: 'taken' },
  invalidBy: { blank: 'blank' },
  votes: { anna: 'anna', boris: 'boris' },
  status: { column: 'state', counted: ['ok'], noData: ['-'] },
})

function check(rows: readonly string[], of: TableMap = map) {
  const numbers = numbersIn(of)
  const reader = tableReader(of, numbers)
  reader.header(['box', 'eligible', 'taken', 'blank', 'anna', 'boris', 'state'])
  for (const [i, row] of rows.entries()) {
    const cells = row.split(' ').map(cell => (cell === '.' ? '' : cell))
    reader.row(i + 2, cells)
  }
  const { rows: drafts, problems } = reader.table()
  expect(problems).toEqual([])
  return checkTable(of, drafts, numbers, { codes: arithmetic, candidatesOf: () => [1, 2], language: 'en' })
}

test('rows that add up: nothing found, nothing not applicable', () => {
  expect(check(['B1 300 10 1 5 4 ok', 'B2 300 0 0 0 0 ok'])).toEqual({
    rows: 2,
    findings: [],
    notApplicable: [],
  })
})

test('a form that does not add up: line, box, code, figures and a sentence with them', () => {
  expect(check(['B1 300 12 1 5 4 ok']).findings).toEqual([
    {
      line: 2,
      box: 'B1',
      code: 'B02',
      figures: { valid: 9, invalid: 1, sum: 10, taken: 12, difference: 2 },
      message: 'Valid 9 and invalid 1 are 10; taken is written as 12: a difference of 2.',
    },
  ])
})

test('a form that lacks a figure is not applicable, with its empty columns; a check without columns is no check', () => {
  expect(check(['B1 300 . 1 5 . ok'])).toEqual({
    rows: 1,
    findings: [],
    notApplicable: [{ line: 2, box: 'B1', code: 'B02', missing: ['taken', 'boris'] }],
  })
})

test('more ballots than voters: said of areas, where the election is read by areas', () => {
  const { rows: _, box, ...rest } = map as typeof map & { box: string }
  const areas = tableMap.parse({ ...rest, rows: 'areas', area: box })
  expect(check(['B1 9 10 1 5 4 ok']).findings).toEqual([])
  expect(check(['B1 9 10 1 5 4 ok'], areas).findings.map(({ box, code }) => [box, code])).toEqual([
    ['B1', 'A01'],
  ])
})

test('rows without data are counted and not checked', () => {
  expect(check(['B1 300 5 0 0 0 -'])).toEqual({ rows: 1, findings: [], notApplicable: [] })
})
