import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, inject, test } from 'vitest'
import type { Assembled } from '../assemble.ts'
import { tableMap } from '../map.ts'
import { numbersIn } from '../numbers.ts'
import { readElection } from './election.ts'
import { readTable } from './read.ts'

const elections = resolve(import.meta.dirname, '../../../../../elections')
const folder = mkdtempSync(join(tmpdir(), 'countersign-import-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function read(path: string, tables?: Parameters<typeof readElection>[1]): Promise<Assembled> {
  const election = await readElection(join(elections, path), tables)
  if (!election.ok) throw new Error(`${election.refusal.message} (${election.refusal.where})`)
  expect(election.value.assembled.problems).toEqual([])
  return election.value.assembled
}

const small = tableMap.parse({
  table: 'Two boxes',
  source: 'a test',
  rows: 'boxes',
  box: 'box',
  round: 1,
  figures: { taken: 'taken' },
  votes: { anna: 'anna' },
})

describe('files', () => {
  test('gzip is known by its bytes, not by its name; the digest is of the file as it lies there', async () => {
    const text = 'box,taken,anna\nB1,3,2\nB2,5,4\n'
    const plain = join(folder, 'plain.csv.gz')
    const zipped = join(folder, 'zipped.csv')
    writeFileSync(plain, `\ufeff${text}`)
    writeFileSync(zipped, gzipSync(text))
    const [one, two] = [
      await readTable(plain, small, numbersIn(small)),
      await readTable(zipped, small, numbersIn(small)),
    ]
    expect(one.rows).toEqual(two.rows)
    expect(one.rows).toHaveLength(2)
    expect(one.digest).not.toBe(two.digest)
  })

  test('what is not CSV, not UTF-8 or cut short is a problem with its line', async () => {
    const path = join(folder, 'bad.csv')
    const problemsOf = async (bytes: string | Uint8Array) => {
      writeFileSync(path, bytes)
      return (await readTable(path, small, numbersIn(small))).problems.map(
        ({ line, code }) => `${line} ${code}`,
      )
    }
    expect(await problemsOf('box,taken,anna\nB1,3,2\n"B2,5,4\n')).toEqual(['3 table-unreadable'])
    expect(await problemsOf('box,taken,anna\nB1,3,2\nB"2,5,4\nB3,x,1\n')).toEqual([
      '3 table-unreadable',
      '4 figure-unreadable',
    ])
    expect(
      await problemsOf(
        Uint8Array.of(...Buffer.from('box,taken,anna\nB1,3,2\nB'), 0xff, ...Buffer.from(',1,1\n')),
      ),
    ).toEqual(['3 table-encoding'])
    const torn = gzipSync('box,taken,anna\n'.padEnd(100_000, 'B1,3,2\n')).subarray(0, 60)
    expect(await problemsOf(torn)).toContainEqual(expect.stringMatching(/table-unreadable$/))
    expect(await problemsOf('')).toEqual(['1 table-empty'])
  })

  test('a quoted cell may hold line breaks: rows are named by their first line', async () => {
    const path = join(folder, 'lines.csv')
    writeFileSync(path, 'box,taken,anna,why\nB1,3,2,"a\nb"\nB2,x,4,\n')
    const map = tableMap.parse({ ...small, note: 'why' })
    const { problems } = await readTable(path, map, numbersIn(map))
    expect(problems.map(({ line, code }) => `${line} ${code}`)).toEqual(['2 text-bad', '4 figure-unreadable'])
  })

  test('refusals: no file, not JSON, not an election', async () => {
    const code = async (path: string) => {
      const election = await readElection(path)
      return election.ok ? 'ok' : election.refusal.code
    }
    expect(await code(join(folder, 'none.json'))).toBe('cannot-read')
    writeFileSync(join(folder, 'e.json'), '{')
    expect(await code(join(folder, 'e.json'))).toBe('not-json')
    writeFileSync(join(folder, 'e.json'), '{"id": "x"}')
    expect(await code(join(folder, 'e.json'))).toBe('election-file')
    expect(await code(join(elections, 'maps/peru-2021-runoff.election.json'))).toBe('no-tables')
  })
})

describe('the elections that ship', () => {
  test('Iran 2009: both levels sum to the published figures', async () => {
    const { areas, results, announcements } = await read('iran-2009/election.json')
    const level = new Map(areas.map(area => [area.id, area.level]))
    const sum = (of: string, figure: (row: (typeof results)[number]) => number | undefined) =>
      results.filter(row => level.get(row.area) === of).reduce((total, row) => total + (figure(row) ?? 0), 0)
    const votes = (of: string) =>
      [1, 2, 3, 4].map(number => sum(of, ({ figures }) => figures.votes?.[number]))
    expect(areas.filter(area => area.level === 'area')).toHaveLength(366)
    for (const rows of ['province', 'area']) expect(votes(rows)).toEqual([24515209, 13225330, 659281, 328979])
    expect(sum('province', ({ figures }) => figures.taken)).toBe(39145990)
    expect(sum('province', ({ figures }) => figures.invalid)).toBe(417191)
    expect(sum('area', ({ figures }) => figures.taken)).toBe(39245991)
    expect(sum('area', ({ figures }) => figures.invalid)).toBe(418408)
    expect(announcements.map(({ figures }) => figures.taken)).toEqual([39165191, 39191293, 39371214])
  })

  test.each(['iran-2009', 'iran-2024'])(
    '%s: every province has a tile of its own and both names',
    async id => {
      const { areas } = await read(`${id}/election.json`)
      const provinces = areas.filter(({ level }) => level === 'province')
      expect(provinces).toHaveLength(id === 'iran-2009' ? 30 : 31)
      expect(new Set(provinces.map(({ tile }) => `${tile!.row},${tile!.column}`)).size).toBe(provinces.length)
      for (const { name } of areas) expect(Object.keys(name)).toEqual(['en', 'fa'])
    },
  )

  test('Iran 2024: a province that is not known has no row', async () => {
    const { results } = await read('iran-2024/election.json')
    expect(results.filter(({ round }) => round === 1).map(({ area }) => area)).toHaveLength(1 + 13)
    expect(results.filter(({ round }) => round === 2).map(({ area }) => area)).toHaveLength(1 + 14)
    expect(results.find(({ round, area }) => round === 2 && area === 'IR')!.figures).toEqual({
      eligible: 61452321,
      issued: 30573931,
      taken: 30530157,
      votes: { 1: 16384403, 2: 13538179 },
    })
  })
})

describe('against the tables as collected', () => {
  const found = inject('data')
  const csv = (path: string) => rows(readFileSync(join(found.path!, path), 'utf8'))
  const own = (path: string) => rows(readFileSync(join(elections, path), 'utf8'))
  /** Tables without quoted cells, or with cells compared as lines. */
  const rows = (text: string) => {
    const [head, ...lines] = text.trim().split('\n').map(cellsOf)
    return lines.map(cells => Object.fromEntries(head!.map((name, i) => [name, cells[i]!])))
  }
  const cellsOf = (line: string) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(match =>
      (match[1] ?? match[2]!).replaceAll('""', '"'),
    )
  const pick = (table: Record<string, string>[], names: Record<string, string>) =>
    table.map(row => Object.fromEntries(Object.entries(names).map(([ours, theirs]) => [ours, row[theirs]])))
  const same = (names: readonly string[]) => Object.fromEntries(names.map(name => [name, name]))

  test('Iran 2009 by province and area: cell for cell', ({ skip }) => {
    if (found.missing) return skip(found.missing)
    const candidates = same(['ahmadinejad', 'mousavi', 'rezaee', 'karroubi'])
    const figures = { taken: 'total_votes', invalid: 'invalid_votes', valid: 'valid_votes', ...candidates }
    const byProvince = {
      area: 'province_code',
      eligible: 'eligible_voters',
      turnout_stated_percent: 'turnout_pct_stated',
      ...figures,
    }
    const provinces = own('iran-2009/results-by-province.csv')
    expect(pick(provinces, same(Object.keys(byProvince)))).toEqual(
      pick(csv('iran-2009/presidential_by_province.csv'), byProvince),
    )
    const areas = own('iran-2009/results-by-area.csv')
    const theirs = csv('iran-2009/presidential_by_area.csv')
    expect(pick(areas, same(Object.keys(figures)))).toEqual(pick(theirs, figures))
    const tree = new Map(own('iran-2009/areas.csv').map(row => [row.area!, row]))
    expect(areas.map(({ area }) => [tree.get(area!)!.parent, tree.get(area!)!.name_en])).toEqual(
      theirs.map(row => [row.province_code, row.area]),
    )
  })

  test('Iran 2024: cell for cell', ({ skip }) => {
    if (found.missing) return skip(found.missing)
    const candidates = same(['pezeshkian', 'jalili', 'ghalibaf', 'pourmohammadi'])
    const compare = (ours: string, theirs: string, names: Record<string, string>) =>
      expect(pick(own(`iran-2024/${ours}`), same(Object.keys(names)))).toEqual(
        pick(csv(`iran-2024/${theirs}`), names),
      )
    const figures = { round: 'round', source: 'source', ...candidates }
    const totals = { eligible: 'eligible_voters', taken: 'total_votes', invalid: 'invalid_votes' }
    compare('results-national.csv', 'national_results.csv', { ...figures, ...totals })
    compare('results-by-province-partial.csv', 'provinces_partial.csv', {
      ...figures,
      ...totals,
      area: 'province_code',
      valid: 'valid_votes',
      note: 'note',
    })
    compare('announcements.csv', 'national_announcements.csv', {
      ...figures,
      date: 'date',
      local_time: 'time_local',
      taken: 'total_votes_counted',
      polling_places_counted: 'polling_stations_counted',
      note: 'note',
    })
  })

  const tables = {
    'peru-2021-runoff': ['peru-2021/runoff_polling_tables.csv.gz', 86488, [8835653, 8791696]],
    'peru-2021-snapshot': ['peru-2021/runoff_polling_tables_early_snapshot.csv.gz', 86488, undefined],
    'peru-2021-round1': ['peru-2021/round1_polling_tables_partial.csv.gz', 86488, undefined],
    'afghanistan-2014-round1': ['afghanistan-2014/round1_final_polling_stations.csv.gz', 18824, undefined],
    'russia-2011': ['russia-2011-duma/polling_stations.csv.gz', 95225, undefined],
    'venezuela-2024': ['venezuela-2024/actas_published_by_opposition.csv.gz', 25075, [7304224, 3316258]],
  } as const
  test.for(Object.entries(tables))(
    '%s: read whole, without a problem',
    async ([id, [table, count, votes]], { skip }) => {
      if (found.missing) return skip(found.missing)
      const path = join(elections, 'maps', id)
      const tables = [{ table: join(found.path!, table), map: `${path}.map.json` }]
      const { results, boxes } = await read(`maps/${id}.election.json`, tables)
      expect(results).toHaveLength(count)
      expect(boxes).toHaveLength(count)
      const sum = (candidate: number) =>
        results.reduce((total, { figures }) => total + (figures.votes?.[candidate] ?? 0), 0)
      if (votes) expect([sum(1), sum(2)]).toEqual(votes)
    },
  )
})
