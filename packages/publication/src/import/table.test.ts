import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type TableMap, tableMap } from './map.ts'
import { numbersIn } from './numbers.ts'
import { tableProblems } from './problems.ts'
import { type Table, tableReader } from './table.ts'

const map = tableMap.parse({
  table: 'Boxes of a made-up town',
  source: 'the town’s clerk',
  rows: 'boxes',
  box: 'box',
  round: { column: 'round' },
  path: [
    { level: 'district', code: 'district', name: { en: 'district_name' } },
    { level: 'ward', code: { numbered: 'ward' }, name: { en: 'ward' } },
  ],
  figures: { taken: 'taken', valid: 'valid', issued: { sum: ['issued_early', 'issued_late'] } },
  invalidBy: { blank: 'blank' },
  votes: { anna: 'anna', boris: 'boris' },
  status: { column: 'state', counted: ['ok'], annulled: ['void'], noData: [''] },
  note: 'remark',
  ignore: ['colour'],
})
const columns =
  'box round district district_name ward taken valid issued_early issued_late blank anna boris state remark colour'
const header = columns.split(' ')
const row = {
  box: 'B1',
  round: '1',
  district: 'D',
  district_name: 'Dell',
  ward: 'North',
  taken: '10',
  valid: '9',
  issued_early: '2',
  issued_late: '9',
  blank: '1',
  anna: '5',
  boris: '4',
  state: 'ok',
  remark: '',
  colour: 'red',
}
type Row = Partial<typeof row>

function read(rows: readonly Row[], of: TableMap = map, names: readonly string[] = header): Table {
  const reader = tableReader(of, numbersIn(of))
  reader.header(names)
  rows.forEach((given, i) => {
    const cells = { ...row, ...given } as Record<string, string>
    reader.row(
      i + 2,
      names.map(name => cells[name] ?? ''),
    )
  })
  return reader.table()
}

const codes = ({ problems }: Table) => problems.map(({ line, code }) => `${line} ${code}`)

test('a row becomes its figures as printed, its area found on the way', () => {
  const { rows, areas, problems } = read([{}])
  expect(problems).toEqual([])
  expect(rows).toEqual([
    {
      line: 2,
      round: 1,
      box: 'B1',
      area: 'D.1',
      status: 'counted',
      figures: { taken: 10, valid: 9, issued: 11, invalidBy: { 1: 1 }, votes: { 1: 5, 2: 4 } },
      empty: [],
      source: 'the town’s clerk',
    },
  ])
  expect(areas).toEqual([
    { id: 'D', level: 'district', name: { en: 'Dell' }, line: 2 },
    { id: 'D.1', level: 'ward', parent: 'D', name: { en: 'North' }, line: 2 },
  ])
})

test('an empty cell is absent and named, never zero; a sum with an empty part is absent', () => {
  const [draft] = read([{ blank: '', boris: '', issued_late: '', taken: '0' }]).rows
  expect(draft!.figures).toEqual({ taken: 0, valid: 9, votes: { 1: 5 } })
  expect(draft!.empty).toEqual(['issued_late', 'blank', 'boris'])
})

test('where the publisher has no data, the zeros that it prints are not figures', () => {
  const [draft] = read([
    { state: '', taken: '0', valid: '0', anna: '0', boris: '', district: '', ward: '' },
  ]).rows
  expect(draft).toMatchObject({ status: 'noData', figures: {}, empty: [] })
  expect(draft!.area).toBeUndefined()
})

test('every problem of a table is listed with its line, not the first alone', () => {
  const table = read([
    { taken: '-1', anna: '4.5', boris: '1,200' },
    { box: 'B1', taken: '99999999999999999' },
    { box: 'B1' },
    { box: '' },
    { box: 'B 5' },
    { box: 'B6', round: 'two' },
    { box: 'B7', state: 'lost' },
    { box: 'B8', district: '' },
    { box: 'B9', remark: 'bell\u0007' },
  ])
  expect(codes(table)).toEqual([
    '2 figure-negative',
    '2 figure-fraction',
    '2 figure-unreadable',
    '3 figure-too-large',
    '3 row-twice',
    '4 row-twice',
    '5 identifier-empty',
    '6 identifier-bad',
    '7 round-unknown',
    '8 status-unknown',
    '9 identifier-empty',
    '10 text-bad',
  ])
  expect(table.problems[0]!.message).toBe('“taken” is -1: a count cannot be negative')
  expect(table.problems[4]!.message).toBe('B1 in round 1 stands in line 2 already')
})

test('the header is held against the map: unknown, missing and repeated columns', () => {
  const names = [...header.filter(name => name !== 'blank'), 'shoe_size', 'taken']
  expect(codes(read([{}], map, names))).toEqual(['1 column-missing', '1 column-unknown', '1 column-twice'])
})

test('rows of another width, and tables without rows', () => {
  const reader = tableReader(map, numbersIn(map))
  reader.header(header)
  reader.row(2, ['B1', '1'])
  reader.unreadable(3, 'a quotation mark never closes')
  expect(codes(reader.table())).toEqual(['2 row-width', '3 table-unreadable'])
  expect(codes(read([]))).toEqual(['1 table-empty'])
})

test('an area lies in one place', () => {
  const moving = tableMap.parse({
    ...map,
    path: [
      { level: 'district', code: 'district', name: { en: 'district' } },
      { level: 'ward', code: 'ward', name: { en: 'ward' } },
    ],
    ignore: ['colour', 'district_name'],
  })
  expect(codes(read([{}, { box: 'B2', district: 'E' }], moving))).toEqual(['3 area-moved'])
})

test('what a map says is checked: keys that no map has are refused', () => {
  expect(tableMap.safeParse({ ...map, colour: 'red' }).success).toBe(false)
  expect(tableMap.safeParse({ ...map, figures: { votesCast: 'taken' } }).success).toBe(false)
})

test('whatever stands in a cell of a figure, it is read exactly or reported', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.nat().map(String), fc.double().map(String)), cell => {
      const { rows, problems } = read([{ taken: cell }])
      const { taken } = rows[0]!.figures
      if (problems.length > 0) expect(taken).toBeUndefined()
      else if (cell === '') expect(taken).toBeUndefined()
      else {
        expect(cell).toMatch(/^\d+$/)
        expect(String(taken)).toBe(cell.replace(/^0+(?=\d)/, ''))
      }
    }),
  )
})

test('a test triggers every problem', () => {
  const tests = globSync(join(import.meta.dirname, '**/*.test.ts')).map(path => readFileSync(path, 'utf8'))
  const silent = Object.keys(tableProblems).filter(code => !tests.some(text => text.includes(` ${code}'`)))
  expect(silent).toEqual([])
})
