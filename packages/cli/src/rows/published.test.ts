/**
 * What the published tables say by their own arithmetic. Iran’s are in `elections/` and always run; the others are read
 * where they are.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { summedAt } from '@countersign/analysis'
import { aboveEligible, byNote, contradictionOf, sumsOf, totalGaps } from '@countersign/analysis/identities'
import { sumRows } from '@countersign/analysis/sensitivity'
import { describe, expect, inject, test } from 'vitest'
import type { Given } from '../command/command.ts'
import { elections, inOwnFolder } from '../made-up/command.ts'
import { readRows, type WhichStudied } from './rows.ts'

const folder = inOwnFolder()
const data = inject('data')
const quiet = { at: () => {}, end: () => {} }

async function rowsOf(where: string, given: Given, which?: WhichStudied) {
  const read = await readRows(where, given, quiet, which)
  if ('stopped' in read) throw new Error(read.stopped.message)
  return read.rows
}

describe('Iran 2009', () => {
  const rows = (level: string) => rowsOf(join(elections, 'iran-2009'), { level })

  test('nine areas whose total is not valid and invalid together, with their signs', async () => {
    const areas = await rows('area')
    const named = sumsOf(areas).gaps.map(({ row, gap }) => [areas.areas.names[areas.area[row]!]!.en, gap])
    expect(named.sort(([, a], [, b]) => Number(b) - Number(a))).toEqual([
      ['Bandar Abas', 100_000],
      ['Gorgan', 2_434],
      ['Boyer Ahmad', 681],
      ['Torbat-e Haidaria', 9],
      ['Sarwestan', 3],
      ['Delijan', 3],
      ['Gulpaigan', 1],
      ['Kamyaran', 1],
      ['Turkmen', -4_348],
    ])
  })

  test('two provinces with more ballots than eligible voters, not more valid votes', async () => {
    const provinces = await rows('province')
    const found = aboveEligible(provinces).map(({ row, eligible, taken, valid }) => [
      provinces.areas.names[provinces.area[row]!]!.en,
      (taken / eligible).toFixed(4),
      (valid! / eligible).toFixed(4),
    ])
    expect(found.sort()).toEqual([
      ['Mazandaran', '1.0024', '0.9943'],
      ['Yazd', '1.0008', '0.9911'],
    ])
  })

  test('eight provinces differ from the sum of their areas, none in a vote', async () => {
    const [provinces, areas] = [await rows('province'), summedAt(await rows('area'), 'province')]
    const differing = provinces.ids.flatMap((id, i) => {
      const at = areas.ids.indexOf(id)
      const one = (column: Float64Array) => column[at]!
      const stated = { taken: provinces.figures.taken[i]!, invalid: provinces.figures.invalid[i]! }
      const votes = provinces.votes.map((column, c) => column[i]! - one(areas.votes[c]!))
      expect(votes).toEqual([0, 0, 0, 0])
      const figures = (['taken', 'invalid'] as const).filter(
        name => stated[name] !== one(areas.figures[name]),
      )
      return figures.length > 0 ? [[id, ...figures]] : []
    })
    expect(differing).toHaveLength(8)
    expect(totalGaps(areas, sumRows(provinces) as never).map(({ figure }) => figure)).toEqual([
      'taken',
      'invalid',
    ])
  })
})

describe.skipIf(data.missing !== undefined)(
  `tables from outside${data.missing ? `: ${data.missing}` : ''}`,
  () => {
    const outside = (path: string) => join(data.path ?? '', path)
    const maps = (name: string) => join(elections, 'maps', name)

    test('Peru 2021, the early snapshot: what does not add up, cannot be checked, or is all zero', async () => {
      // As printed, whatever the publisher made of a form: every status counts here.
      const map = JSON.parse(readFileSync(maps('peru-2021-snapshot.map.json'), 'utf8'))
      const { column, ...words } = map.status as Record<string, string[]>
      writeFileSync(
        join(folder, 'as-printed.map.json'),
        JSON.stringify({ ...map, status: { column, counted: Object.values(words).flat() } }),
      )
      const rows = await rowsOf(outside('peru-2021/runoff_polling_tables_early_snapshot.csv.gz'), {
        map: join(folder, 'as-printed.map.json'),
        election: maps('peru-2021-snapshot.election.json'),
      })
      const { addUp, gaps, lacking, zero } = sumsOf(rows)
      expect([gaps.length, lacking.length, zero.length, addUp]).toEqual([621, 147, 1_651, 84_069])
      expect(
        byNote(
          rows,
          gaps.map(({ row }) => row),
        ),
      ).toEqual([
        ['ERROR MATERIAL', 399],
        ['OTRAS OBSERVACIONES', 113],
        ['INCOMPLETA', 109],
      ])
      expect(byNote(rows, lacking)).toEqual([
        ['OTRAS OBSERVACIONES', 81],
        ['ILEGIBILIDAD', 66],
      ])
      const troubled = new Set([...gaps.map(({ row }) => row), ...lacking, ...zero])
      const normal = rows.notes.filter((note, i) => note === 'CONTABILIZADAS NORMALES' && !troubled.has(i))
      expect(normal).toHaveLength(83_467)
    })

    test('Russia 2011: every protocol adds up, which does not show that its count is right', async () => {
      const rows = await rowsOf(outside('russia-2011-duma/polling_stations.csv.gz'), {
        map: maps('russia-2011.map.json'),
        election: maps('russia-2011.election.json'),
      })
      const { addUp, gaps, lacking, zero } = sumsOf(rows)
      expect([rows.length, gaps.length, lacking.length]).toEqual([95_225, 0, 0])
      expect(addUp + zero.length).toBe(95_225)
    })

    test('Venezuela 2024: the sheets and the bulletins cannot both be true', async () => {
      const rows = await rowsOf(outside('venezuela-2024/actas_published_by_opposition.csv.gz'), {
        map: maps('venezuela-2024.map.json'),
        election: maps('venezuela-2024.election.json'),
      })
      const bulletin = (votes: number, coveredPer10000: number) =>
        contradictionOf(rows, { candidate: 'gonzalez', votes, sheets: 30_026, coveredPer10000 })
      expect(bulletin(5_326_104, 9_687)).toMatchObject({
        summed: 7_304_224,
        missing: 940,
        allowed: 460_064,
        excess: 1_518_056,
        false: 3_648,
        falseIfAll: 4_588,
      })
      expect(bulletin(4_445_978, 8_000)).toMatchObject({ excess: 339_378, false: 919, falseIfAll: 6_925 })
    })
  },
)
