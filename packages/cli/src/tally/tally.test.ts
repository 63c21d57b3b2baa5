import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { elections, inOwnFolder, json, ran } from '../made-up/command.ts'
import { twoTowns } from '../made-up/two-towns.ts'
import { serveFolder } from '../serve/folder.ts'

const folder = inOwnFolder()
const importing = twoTowns(folder, ['B1,T1,40,10,1,5,4', 'B2,T2,50,20,2,13,6'])

/** The record of two towns, made when it is first wanted. */
async function towns(out = 'towns'): Promise<string> {
  if (!existsSync(join(folder, out))) await ran(...importing(out))
  return out
}

/** The record of an election that ships. */
async function shipped(id: string): Promise<string> {
  if (!existsSync(join(folder, id)))
    await ran('import', '--election', join(elections, id, 'election.json'), '--out', id)
  return id
}

describe('a small record', () => {
  test('totals, an area, and what does not add up', async () => {
    const { exit, answer } = await json('tally', await towns())
    expect(exit).toBe(0)
    expect(answer).toMatchObject({
      treeSize: 7,
      evidence: { signedForms: 0, boxes: 2 },
      rounds: [
        {
          round: 1,
          eligible: 90,
          issued: null,
          taken: 30,
          invalid: 3,
          candidates: { anna: 18, boris: 10 },
          shares: { anna: { taken: { numerator: 18, denominator: 30, percent: '60.000' } } },
          outcome: { state: 'elected', candidate: 'anna' },
          boxes: { asPublished: 2 },
        },
      ],
      findings: [{ code: 'B02', box: 'B2', figures: { difference: -1 } }],
    })
    const area = (await json('tally', 'towns', '--area', 'T1')).answer
    expect(area.rounds[0]).toMatchObject({ taken: 10, candidates: { anna: 5, boris: 4 }, outcome: null })
    expect(area.findings).toEqual([])
  })

  test('every share names its denominator, in both languages; numbers stand under each other', async () => {
    const english = (await ran('tally', await towns())).out
    expect(english).toContain('% of taken')
    expect(english).toMatch(/Anna +18 +60\.000 +64\.286\n/)
    expect(english).toContain('turnout: taken of eligible')
    const lines = english.split('\n').filter(line => /^ +(Anna|Boris) +\d/.test(line))
    expect(lines).toHaveLength(2)
    expect(new Set(lines.map(line => line.length)).size).toBe(1)
    const persian = (await ran('tally', 'towns', '--lang', 'fa')).out
    expect(persian).toContain('٪ از مأخوذه')
    expect(persian).toContain('۶۰٫۰۰۰')
  })

  test('what is not there is told with what is', async () => {
    const record = await towns()
    expect((await ran('tally', record, '--area', 'T9')).err).toContain('no area T9')
    expect((await ran('tally', record, '--round', '2')).err).toContain('rounds: 1')
    expect((await ran('tally', record, '--level', 'county')).err).toContain('levels: land, town, box')
  })

  test('from a web server the same as from the folder', async () => {
    const served = await serveFolder(join(folder, await towns()), 0)
    if ('error' in served) throw new Error(served.error)
    try {
      const [near, far] = [await json('tally', 'towns'), await json('tally', served.address)]
      expect(far).toEqual(near)
      expect((await json('verify', served.address)).answer).toMatchObject({ intact: true, entries: 7 })
      expect((await json('show', served.address, 'B1')).answer.entries).toHaveLength(2)
    } finally {
      await served.close()
    }
  })

  test('a changed byte is found by tally and verify alike', async () => {
    const record = await towns('changed')
    const bundles = join(folder, record, 'tile/entries/000.p')
    const path = join(bundles, readdirSync(bundles)[0]!)
    const bytes = readFileSync(path)
    bytes[bytes.length - 5]! ^= 1
    writeFileSync(path, bytes)
    const { exit, answer } = await json('verify', record)
    expect([exit, answer.intact]).toEqual([1, false])
    expect(answer.failures[0].message).toContain('tile/entries/000')
    expect((await ran('tally', record)).exit).toBe(2)
  })
})

describe('the elections that ship', () => {
  test('Iran 2024: the totals to the unit, a run-off, then elected; the gap of 43,774', async () => {
    const { rounds, announcements } = (await json('tally', await shipped('iran-2024'))).answer
    expect(rounds[0]).toMatchObject({
      eligible: 61452321,
      issued: null,
      taken: 24535185,
      invalid: 1056159,
      candidates: { pezeshkian: 10415991, jalili: 9473298, ghalibaf: 3383340, pourmohammadi: 206397 },
      outcome: { state: 'runOff', between: ['pezeshkian', 'jalili'] },
    })
    expect(rounds[1]).toMatchObject({
      issued: 30573931,
      taken: 30530157,
      invalid: 607575,
      issuedLessTaken: 43774,
      candidates: { pezeshkian: 16384403, jalili: 13538179 },
      outcome: { state: 'elected', candidate: 'pezeshkian' },
    })
    expect(announcements).toHaveLength(9)
    expect(announcements[0]).toMatchObject({
      round: 1,
      at: Date.parse('2024-06-29T00:36:00Z') / 1000,
      taken: 3889248,
      candidates: { pezeshkian: 1595345, pourmohammadi: 25538 },
    })
  })

  test('Iran 2009: both levels to the unit; nine rows B02, eight provinces C02, A01 in two', async () => {
    const votes = { ahmadinejad: 24515209, mousavi: 13225330, rezaee: 659281, karroubi: 328979 }
    const { rounds, findings } = (await json('tally', await shipped('iran-2009'))).answer
    expect(rounds[0]).toMatchObject({
      eligible: null,
      taken: 39145990,
      invalid: 417191,
      candidates: votes,
      outcome: { state: 'elected', candidate: 'ahmadinejad' },
    })
    const byArea = (await json('tally', 'iran-2009', '--level', 'area')).answer.rounds[0]
    expect(byArea).toMatchObject({ taken: 39245991, invalid: 418408, candidates: votes })
    const areasOf = (code: string) =>
      findings
        .filter((found: { code: string }) => found.code === code)
        .map(({ area }: { area: string }) => area)
    expect(areasOf('B02')).toHaveLength(9)
    expect(areasOf('C02').sort()).toEqual([
      'IR-00',
      'IR-07',
      'IR-09',
      'IR-10',
      'IR-12',
      'IR-17',
      'IR-22',
      'IR-27',
    ])
    expect(areasOf('A01').sort()).toEqual(['IR-02', 'IR-21'])
  })

  test('it says on what the figures stand, and nowhere that a result is verified', async () => {
    const said = [await ran('tally', await shipped('iran-2009')), await ran('verify', 'iran-2009')]
    const text = said.map(({ out }) => out).join()
    expect(text).toContain(
      'Record intact; figures as published by Ministry of Interior of Iran; signed forms 0 of',
    )
    expect(text).not.toMatch(/result (is )?verified/i)
  })
})

test('Peru 2021: 86,488 tables to the unit', { timeout: 300_000 }, async ({ skip }) => {
  const found = inject('data')
  if (found.missing) return skip(found.missing)
  const path = join(elections, 'maps/peru-2021-runoff')
  const table = join(found.path!, 'peru-2021/runoff_polling_tables.csv.gz')
  const imported = await ran(
    'import',
    table,
    '--election',
    `${path}.election.json`,
    '--map',
    `${path}.map.json`,
    '--out',
    'peru',
  )
  expect(imported.exit).toBe(0)
  expect((await json('tally', 'peru')).answer.rounds[0]).toMatchObject({
    round: 2,
    eligible: 25287954,
    taken: 18856636,
    valid: 17627349,
    invalidBy: { blank: 121478, null: 1107809, challenged: 0 },
    candidates: { castillo: 8835653, fujimori: 8791696 },
    boxes: { asPublished: 86262, annulled: 220, notHeld: 6 },
  })
})
