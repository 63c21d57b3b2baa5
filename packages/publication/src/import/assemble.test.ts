import type { Area } from '@countersign/election'
import { payloadOf } from '@countersign/record'
import { expect, test } from 'vitest'
import { assemble, type NamedTable } from './assemble.ts'
import { type ElectionFile, parseElectionFile } from './election-file.ts'
import { type TableMap, tableMap } from './map.ts'
import { numbersIn } from './numbers.ts'
import { archiveStatements } from './statements.ts'
import { tableReader } from './table.ts'

const listed: readonly Area[] = [
  { id: 'L', level: 'land', name: { en: 'Land' } },
  { id: 'N', level: 'town', parent: 'L', name: { en: 'North' } },
]
const name = (en: string) => ({ en })

function election(): ElectionFile {
  const parsed = parseElectionFile({
    id: 'land',
    definition: {
      name: name('Land'),
      rounds: [{ number: 1, date: '2024-05-01', rule: 'plurality', of: 'valid' }],
      denominators: ['valid'],
      levels: [
        { id: 'land', name: name('Land') },
        { id: 'town', name: name('Town') },
      ],
      countedLevel: 'box',
    },
    ballots: [{ round: 1, candidates: [{ number: 1, id: 'anna', name: name('Anna') }] }],
    areas: [listed[0]],
  })
  if (!parsed.ok) throw new Error(parsed.refusal.message)
  return parsed.value
}

const boxMap = {
  table: 'T',
  source: 's',
  rows: 'boxes',
  box: 'box',
  in: 'town',
  round: { column: 'round' },
  votes: { anna: 'anna' },
}

function table(name: string, rows: readonly string[], changes: object = {}): NamedTable {
  const map: TableMap = tableMap.parse({ ...boxMap, ...changes })
  const reader = tableReader(map, numbersIn(map))
  reader.header(['box', 'town', 'round', 'anna'])
  for (const [i, row] of rows.entries()) reader.row(i + 2, row.split(' '))
  return { ...reader.table(), name, map, digest: 'd1'.repeat(32) }
}

const codes = (...tables: readonly NamedTable[]) =>
  assemble(election(), listed, tables).problems.map(({ table, line, code }) => `${table}:${line} ${code}`)

test('tables in their order, one list of boxes, one tree', () => {
  const { results, boxes, areas, problems } = assemble(election(), listed, [
    table('a', ['B1 N 1 5']),
    table('b', ['B2 L 1 7']),
  ])
  expect(problems).toEqual([])
  expect(results.map(({ box, area, figures }) => [box, area, figures.votes])).toEqual([
    ['B1', 'N', { 1: 5 }],
    ['B2', 'L', { 1: 7 }],
  ])
  expect(boxes).toEqual([
    { id: 'B1', area: 'N' },
    { id: 'B2', area: 'L' },
  ])
  expect(areas).toEqual(listed)
})

test('what the election does not have: areas, rounds, candidates, grounds, levels', () => {
  expect(codes(table('a', ['B1 X 1 5', 'B2 N 2 5']))).toEqual(['a:2 area-unknown', 'a:3 round-unknown'])
  expect(codes(table('a', ['B1 N 1 5'], { votes: { bert: 'anna' } }))).toEqual(['a:0 candidate-unknown'])
  expect(codes(table('a', ['B1 N 1 5'], { votes: {}, invalidBy: { blank: 'anna' } }))).toEqual([
    'a:0 ground-unknown',
  ])
  const path = [{ level: 'county', code: 'town', name: { en: 'town' } }]
  expect(codes(table('a', ['B1 C 1 5'], { in: undefined, path }))).toEqual(['a:0 level-unknown'])
})

test('a row that another table has, a box or an area in two places', () => {
  expect(codes(table('a', ['B1 N 1 5']), table('b', ['B1 N 1 6']))).toEqual(['b:2 row-twice'])
  expect(codes(table('a', ['B1 N 1 5']), table('b', ['B1 L 1 6']))).toEqual([
    'b:2 box-moved',
    'b:2 row-twice',
  ])
  const path = [
    { level: 'town', code: 'town', name: { en: 'town' } },
    { level: 'town', code: { column: 'box', first: 1 }, name: { en: 'box' } },
  ]
  expect(codes(table('a', ['N N 1 5'], { in: undefined, path }))).toEqual(['a:2 area-moved'])
})

test('the statements stand in their order, and chunks stay under 60,000 bytes', () => {
  const rows = Array.from({ length: 5_000 }, (_, i) => `BOX-NUMBER-${String(i).padStart(8, '0')} N 1 5`)
  const file = election()
  const towns = Array.from({ length: 900 }, (_, i) => ({
    id: `TOWN-NUMBER-${String(i).padStart(8, '0')}`,
    level: 'town',
    parent: 'L',
    name: { en: `Town ${i}`, fa: 'شهر'.repeat(20), 'zh-Hant': '城'.repeat(60) },
  }))
  const assembled = assemble(file, [...listed, ...towns], [table('a', rows)])
  const keys = { origin: 'o', vkey: 'v', archive: 'a1'.repeat(32), archivist: 'b2'.repeat(32) }
  const made = [...archiveStatements(file, assembled, keys, '5e'.repeat(32))]
  const kinds = made.map(({ statement }) => statement.kind)
  expect([...new Set(kinds)]).toEqual(['areas', 'boxes', 'enrol', 'ballot', 'import'])
  const lists = made.flatMap(({ statement }) => (statement.kind === 'boxes' ? [statement.boxes] : []))
  expect(lists.flat()).toEqual(assembled.boxes)
  for (const { statement } of made) {
    const payload = payloadOf(statement)
    expect(payload.ok && payload.value.length).toBeLessThanOrEqual(60_000)
  }
  expect(made.every(({ by, statement }) => (by === 'archivist') === (statement.kind === 'import'))).toBe(true)
})
