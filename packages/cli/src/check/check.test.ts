import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, inject, test } from 'vitest'
import { elections, inOwnFolder, json, ran } from '../made-up/command.ts'

const folder = inOwnFolder()
const mapOf = (path: string) => join(elections, `${path}.map.json`)

interface Found {
  readonly line: number
  readonly box: string
  readonly code: string
}

describe('a table that ships', () => {
  const check = (name: string) =>
    json('check', join(elections, `iran-2009/${name}.csv`), '--map', mapOf(`iran-2009/${name}`))

  test('Iran 2009 by area: exactly nine rows do not add up, with their signed gaps', async () => {
    const { exit, answer } = await check('results-by-area')
    expect(exit).toBe(1)
    expect(answer.rows).toBe(366)
    expect(answer.notApplicable).toEqual([])
    const gaps = answer.findings.map((found: Found & { figures: { difference: number } }) => [
      found.box,
      found.code,
      found.figures.difference,
    ])
    expect(gaps).toEqual([
      ['IR-10.gulpaigan', 'B02', 1],
      ['IR-09.torbat-e-haidaria', 'B02', 9],
      ['IR-07.sarwestan', 'B02', 3],
      ['IR-12.kamyaran', 'B02', 1],
      ['IR-17.boyer-ahmad', 'B02', 681],
      ['IR-27.turkmen', 'B02', -4348],
      ['IR-27.gorgan', 'B02', 2434],
      ['IR-00.delijan', 'B02', 3],
      ['IR-22.bandar-abas', 'B02', 100_000],
    ])
  })

  test('Iran 2009 by province: Mazandaran and Yazd have more ballots than voters', async () => {
    const { answer } = await check('results-by-province')
    expect(answer.findings.map(({ box, code }: Found) => [box, code])).toEqual([
      ['IR-02', 'A01'],
      ['IR-21', 'A01'],
    ])
  })

  test('Iran 2024: with the election, nobody is missed who is not on the round’s ballot', async () => {
    const table = join(elections, 'iran-2024/results-national.csv')
    const args = ['check', table, '--map', mapOf('iran-2024/results-national')] as const
    const alone = await json(...args)
    expect(alone.answer.notApplicable[0].missing).toContain('ghalibaf')
    const known = await json(...args, '--election', join(elections, 'iran-2024/election.json'))
    expect(known.answer).toMatchObject({
      rows: 2,
      findings: [],
      notApplicable: [{ line: 3, code: 'B02', missing: ['invalid'] }],
    })
  })
})

test('the snapshot of Peru: 621 forms do not add up, 147 lack a figure, no normal one is among them', async ({
  skip,
}) => {
  const found = inject('data')
  if (found.missing) return skip(found.missing)
  const table = join(found.path!, 'peru-2021/runoff_polling_tables_early_snapshot.csv.gz')
  const { answer } = await json('check', table, '--map', mapOf('maps/peru-2021-snapshot'))
  expect(answer.rows).toBe(86_488)
  expect(answer.findings).toHaveLength(621)
  expect(answer.notApplicable).toHaveLength(147)
  expect(new Set([...answer.findings, ...answer.notApplicable].map(({ code }: Found) => code))).toEqual(
    new Set(['B02']),
  )
  const normal = normalLines(table)
  expect(normal.size).toBe(83_467)
  const listed = [...answer.findings, ...answer.notApplicable].filter(({ line }: Found) => normal.has(line))
  expect(listed).toEqual([])
})

test('Russia 2011: more ballots found than issued in 18 stations, and every row else perfect', async ({
  skip,
}) => {
  const found = inject('data')
  if (found.missing) return skip(found.missing)
  const table = join(found.path!, 'russia-2011-duma/polling_stations.csv.gz')
  const { answer } = await json('check', table, '--map', mapOf('maps/russia-2011'))
  expect(answer.rows).toBe(95_225)
  expect(answer.findings.map(({ code }: Found) => code)).toEqual(Array(18).fill('B03'))
})

describe('what cannot be run', () => {
  test('a table with problems: all of them, with their lines', async () => {
    writeFileSync(
      join(folder, 'bad.csv'),
      'area,taken,invalid,valid,ahmadinejad,mousavi,rezaee,karroubi\nA,1,-1,x,0,0,0,0\nA,1,1,1,0,0,0,0\n',
    )
    const { exit, answer } = await json('check', 'bad.csv', '--map', mapOf('iran-2009/results-by-area'))
    expect(exit).toBe(2)
    expect(answer.error.problems.map(({ line, code }: Found) => `${line} ${code}`)).toEqual([
      '2 figure-negative',
      '2 figure-unreadable',
      '3 row-twice',
    ])
  })

  test.each([
    [['check', 'bad.csv'], '--map'],
    [['check', 'none.csv', '--map', mapOf('iran-2009/results-by-area')], 'none.csv'],
    [['check', 'bad.csv', '--map', mapOf('iran-2009/results-by-area'), '--only', 'B99'], 'B99'],
  ])('%j', async (args, told) => {
    const { exit, err } = await ran(...args)
    expect(exit).toBe(2)
    expect(err).toContain(told)
  })
})

function normalLines(table: string): ReadonlySet<number> {
  const [head, ...rows] = gunzipSync(readFileSync(table)).toString('utf8').trimEnd().split('\n')
  const status = head!.split(',').indexOf('status_es')
  const normal = rows.flatMap((row, i) =>
    row.split(',')[status] === 'CONTABILIZADAS NORMALES' ? [i + 2] : [],
  )
  return new Set(normal)
}
