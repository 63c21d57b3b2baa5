/**
 * The figures of published results, worked out by hand from the ministry's own tables; `elections/` holds them, so these
 * always run.
 */
import { join } from 'node:path'
import {
  changesOf,
  leastToChangeLeader,
  leastToDenyMajority,
  printedTotals,
  sumRows,
  suppose,
  type Totals,
} from '@countersign/analysis/sensitivity'
import { percent } from '@countersign/election'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Given } from '../command/command.ts'
import { elections, inOwnFolder, json, ran } from '../made-up/command.ts'
import { readRows, type Studied } from '../rows/rows.ts'

inOwnFolder()
const quiet = { at: () => {}, end: () => {} }

async function study(id: string, given: Given): Promise<Studied> {
  const read = await readRows(join(elections, id), given, quiet)
  if ('stopped' in read) throw new Error(read.stopped.message)
  return read
}

const needs = (studied: Studied, totals: Totals, what: string, base?: string) => {
  const change = changesOf(studied.rows.about, totals).find(each => each.what === what && each.base === base)
  return change && [change.switched, change.added]
}

describe('Iran 2009', () => {
  let areas: Studied
  let provinces: Studied
  beforeAll(async () => {
    areas = await study('iran-2009', { level: 'area' })
    provinces = await study('iran-2009', { level: 'province' })
  })

  test('ballots that deny the majority, and that change the leader, by version and base', () => {
    const [first, , third] = areas.announced.map(({ figures }) =>
      printedTotals(figures, areas.rows.candidates),
    )
    const table = sumRows(provinces.rows)
    expect([first!.taken, third!.taken, table.taken]).toEqual([39_165_191, 39_371_214, 39_145_990])
    expect(needs(areas, third!, 'denyMajority', 'taken')).toEqual([4_907_186, 9_814_372])
    expect(needs(areas, first!, 'denyMajority', 'taken')).toEqual([4_944_921, 9_889_841])
    expect(needs(areas, table, 'denyMajority', 'taken')).toEqual([4_942_214, 9_884_428])
    expect(needs(areas, third!, 'denyMajority', 'valid')).toEqual([5_117_272, 10_234_543])
    expect(needs(areas, first!, 'denyMajority', 'valid')).toEqual([5_149_615, 10_299_230])
    expect(needs(areas, table, 'denyMajority', 'valid')).toEqual([5_150_810, 10_301_619])
    expect(needs(areas, third!, 'changeLeader')).toEqual([5_627_337, 11_254_673])
    expect(needs(areas, first!, 'changeLeader')).toEqual([5_655_553, 11_311_106])
    expect(needs(areas, table, 'changeLeader')).toEqual([5_644_940, 11_289_880])
  })

  test('areas: 197 of 366 deny the majority of valid, 188 of valid and invalid, 220 change the leader', () => {
    expect(leastToDenyMajority(areas.rows, 'valid')!.rows).toBe(197)
    expect(leastToDenyMajority(areas.rows, 'validAndInvalid')!.rows).toBe(188)
    expect(leastToChangeLeader(areas.rows)).toMatchObject({ rows: 220, rival: 'mousavi' })
  })

  test('three million ballots, at their worst, are not decisive alone', () => {
    const [first, , third] = areas.announced.map(({ figures }) =>
      printedTotals(figures, areas.rows.candidates),
    )
    const share = (totals: Totals, supposed: Parameters<typeof suppose>[2]) => {
      const after = suppose(areas.rows.about, totals, supposed)
      expect(after.outcome).toEqual({ state: 'elected', candidate: 'ahmadinejad' })
      return percent(after.totals.standings[0]!.votes, after.totals.taken!, 2)
    }
    const gone = { false: 3_000_000, of: 'ahmadinejad' }
    const moved = { switched: 3_000_000, from: 'ahmadinejad', to: 'mousavi' }
    expect([share(third!, gone), share(first!, gone)]).toEqual(['59.37', '59.53'])
    expect([share(third!, moved), share(first!, moved)]).toEqual(['54.84', '54.97'])
  })
})

test('Iran 2024, first round: by what would change', async () => {
  const one = await study('iran-2024', { round: '1', level: 'country' })
  const totals = sumRows(one.rows)
  expect(needs(one, totals, 'giveMajority', 'taken')).toEqual([1_851_602, 3_703_204])
  expect(needs(one, totals, 'giveMajority', 'valid')).toEqual([1_323_523, 2_647_045])
  expect(needs(one, totals, 'changeFinalists')).toEqual([3_044_980, 6_089_959])
  expect(needs(one, totals, 'changeOrder')).toEqual([471_347, 942_694])
})

test('Iran 2024, run-off: more votes than the other', async () => {
  const two = await study('iran-2024', { round: '2', level: 'country' })
  expect(needs(two, sumRows(two.rows), 'changeLeader')).toEqual([1_423_113, 2_846_225])
})

describe('the command', () => {
  test('JSON: versions, changes, the fewest areas, what is left out', async () => {
    const folder = join(elections, 'iran-2009')
    const { exit, answer } = await json(
      'sensitivity',
      folder,
      '--without',
      'IR-00',
      '--false',
      'ahmadinejad=3000000',
    )
    expect(exit).toBe(0)
    expect(answer.versions.map(({ totals }: { totals: Totals }) => totals.taken)).toEqual([
      39_245_991, 39_165_191, 39_191_293, 39_371_214,
    ])
    expect(answer.least.map(({ rows }: { rows: number }) => rows)).toEqual([187, 188, 197, 220])
    expect(answer.without).toMatchObject({ removed: 11, changed: false })
  })

  test('for people, in both languages; a page that stands alone; what is wrong is told', async () => {
    const folder = join(elections, 'iran-2024')
    const english = await ran('sensitivity', folder, '--round', '1', '--level', 'country', '--html', 'r.html')
    expect(english.out).toContain('3,044,980')
    expect(english.out.toLowerCase()).not.toContain('fraud')
    const persian = await ran('sensitivity', folder, '--round', '1', '--level', 'country', '--lang', 'fa')
    expect(persian.out).toContain('۳٬۰۴۴٬۹۸۰')
    const wrong = await ran('sensitivity', folder, '--false', 'nobody=5')
    expect([wrong.exit, wrong.err]).toEqual([2, expect.stringContaining('candidates: ')])
    expect((await ran('sensitivity', folder, '--round', '7')).err).toContain('no round 7')
  })
})
