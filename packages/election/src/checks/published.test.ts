import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, inject, test } from 'vitest'
import { tally } from '../count/tally.ts'
import { anArchive } from '../made-up/archive.ts'
import type { Definition } from '../statements/definition.ts'
import { checkFigures } from './figures.ts'
import { type Finding, sayFinding, settingsOf } from './finding.ts'
import { findings } from './findings.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
const data = inject('data')
const whyNot = data.path === undefined ? data.missing : undefined

/** A table without quotation marks, as objects. */
function table(name: string): ReadonlyMap<string, string>[] {
  const bytes = readFileSync(join(data.path!, name))
  const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  const [head, ...rows] = text.trimEnd().split(/\r?\n/)
  const names = head!.split(',')
  return rows.map(row => new Map(row.split(',').map((cell, i) => [names[i]!, cell])))
}

const figure = ({ figures }: Finding, name: string) => figures[name]
const given = (cell: string | undefined, name: string) => (cell ? { [name]: Number(cell) } : {})

describe.skipIf(whyNot !== undefined)(`Iran 2009${whyNot ? ` (${whyNot})` : ''}`, () => {
  const names = ['ahmadinejad', 'mousavi', 'rezaee', 'karroubi']
  const votes = (row: ReadonlyMap<string, string>) =>
    Object.fromEntries(names.map((name, i) => [i + 1, Number(row.get(name))]))
  const replayed = () => {
    const provinces = table('iran-2009/presidential_by_province.csv')
    const areas = table('iran-2009/presidential_by_area.csv')
    const archive = anArchive(sha256, { countedLevel: 'province' })
      .areas('country', undefined, 'country')
      .areas('province', 'country', ...provinces.map(row => row.get('province_code')!))
    for (const row of areas) archive.areas('area', row.get('province_code'), `A${row.get('row')}`)
    archive.ballot(1, ...names)
    for (const row of provinces)
      archive.row({
        area: row.get('province_code')!,
        figures: {
          taken: Number(row.get('total_votes')!),
          invalid: Number(row.get('invalid_votes')!),
          valid: Number(row.get('valid_votes')!),
          votes: votes(row),
          ...given(row.get('eligible_voters')!, 'eligible'),
        },
      })
    for (const row of areas)
      archive.row({
        area: `A${row.get('row')!}`,
        figures: {
          taken: Number(row.get('total_votes')!),
          invalid: Number(row.get('invalid_votes')!),
          valid: Number(row.get('valid_votes')!),
          votes: votes(row),
        },
      })
    return archive.log.replay()
  }
  const election = whyNot === undefined ? replayed() : undefined
  const found = election ? findings(election) : []

  test('both levels to the unit', () => {
    const candidates = { ahmadinejad: 24_515_209, mousavi: 13_225_330, rezaee: 659_281, karroubi: 328_979 }
    const [byProvince] = tally(election!).rounds
    expect(byProvince).toMatchObject({ taken: 39_145_990, invalid: 417_191, valid: 38_728_799, candidates })
    expect(byProvince).toMatchObject({
      eligible: null,
      outcome: { state: 'elected', candidate: 'ahmadinejad' },
    })
    const [byArea] = tally(election!, { level: 'area' }).rounds
    expect(byArea).toMatchObject({ taken: 39_245_991, invalid: 418_408, valid: 38_728_799, candidates })
  })

  test('nine area rows do not add up, with their signed gaps', () => {
    const gaps = found
      .filter(({ code }) => code === 'B02')
      .map(finding => figure(finding, 'difference') as number)
    expect(gaps.sort((a, b) => b - a)).toEqual([100_000, 2_434, 681, 9, 3, 3, 1, 1, -4_348])
  })

  test('eight provinces differ from the sum of their areas', () => {
    const provinces = found.filter(({ code }) => code === 'C02')
    expect(new Set(provinces.map(({ area }) => area)).size).toBe(8)
    const hormozgan = provinces.find(finding => figure(finding, 'difference') === -100_000)
    expect(figure(hormozgan!, 'figure')).toBe('taken')
  })

  test('Mazandaran and Yazd have more ballots than eligible voters; without them the outcome is the same', () => {
    expect(found.filter(({ code }) => code === 'A01').map(({ area }) => area)).toEqual(['IR-02', 'IR-21'])
    expect(found.filter(({ code }) => code === 'A02')).toMatchObject([
      { part: 'same', figures: { areas: 2 } },
    ])
  })

  test('nothing else is found, and all of it only informs', () => {
    expect(new Set(found.map(({ code }) => code))).toEqual(new Set(['B02', 'C02', 'A01', 'A02']))
    expect(new Set(found.map(({ severity }) => severity))).toEqual(new Set(['informs']))
  })
})

test('Peru 2021, the snapshot: 621 forms that do not add up, 147 that lack a figure, no normal one among them', ({
  skip,
}) => {
  skip(whyNot !== undefined, whyNot)
  const numbers = { candidates: [1, 2], invalidGrounds: [1, 2, 3], notTakenGrounds: [] }
  const settings = settingsOf({ mode: 'archive' })
  const rows = table('peru-2021/runoff_polling_tables_early_snapshot.csv.gz').map(row => {
    const figures = {
      ...given(row.get('registered_voters')!, 'eligible'),
      ...given(row.get('votes_cast_stated')!, 'taken'),
      invalidBy: {
        ...given(row.get('blank_votes')!, '1'),
        ...given(row.get('null_votes')!, '2'),
        ...given(row.get('challenged_votes')!, '3'),
      },
      votes: { ...given(row.get('peru_libre')!, '1'), ...given(row.get('fuerza_popular')!, '2') },
    }
    const { findings, notApplicable } = checkFigures(figures, numbers, settings)
    return {
      normal: row.get('status_es')! === 'CONTABILIZADAS NORMALES',
      found: findings.some(({ code }) => code === 'B02'),
      lacks: notApplicable.some(({ code }) => code === 'B02'),
    }
  })
  const count = (of: (row: (typeof rows)[number]) => boolean) => rows.filter(of).length
  expect(count(({ found }) => found)).toBe(621)
  expect(count(({ lacks }) => lacks)).toBe(147)
  expect(count(({ normal }) => normal)).toBe(83_467)
  expect(count(({ normal, found, lacks }) => normal && (found || lacks))).toBe(0)
})

describe('each check of a row', () => {
  const numbers = { candidates: [1, 2], invalidGrounds: [1, 2], notTakenGrounds: [] }
  const right = {
    delivered: 800,
    issued: 612,
    unused: 186,
    spoiled: 2,
    checkInsByComputer: 612,
    checkInsOnPaper: 611,
    inBox: 611,
    excessDrawn: 0,
    notTaken: 1,
    taken: 610,
    invalid: 20,
    invalidBy: { 1: 15, 2: 5 },
    valid: 590,
    votes: { 1: 300, 2: 290 },
  }
  const live: Pick<Definition, 'mode'> = { mode: 'live' }
  const check = (changes: object, definition: Parameters<typeof settingsOf>[0] = live) =>
    checkFigures({ ...right, ...changes }, numbers, settingsOf(definition))

  test('a form that adds up has no finding, and nothing is not applicable', () => {
    expect(check({})).toEqual({ findings: [], notApplicable: [] })
  })

  test.each([
    ['B01', 'votes', { votes: { 1: 300, 2: 291 } }],
    ['B02', 'taken', { taken: 609, notTaken: 2 }],
    ['B02', 'invalid', { invalidBy: { 1: 15, 2: 6 } }],
    ['B02', 'inBox', { notTaken: 2 }],
    ['B03', 'excess', { issued: 610, unused: 188, inBox: 611 }],
    ['B04', 'carried', { issued: 618, unused: 180, checkInsByComputer: 618, checkInsOnPaper: 618 }],
    ['B05', 'differ', { checkInsOnPaper: 605 }],
    ['B06', 'stubs', { unused: 187 }],
    ['B10', 'oneSided', { votes: { 1: 561, 2: 29 } }],
    ['B10', 'full', { delivered: 611, issued: 611, unused: 0, spoiled: 0 }],
  ])('%s, %s', (code, part, changes) => {
    const { findings } = check(changes)
    expect(findings.map(finding => [finding.code, finding.part])).toEqual([[code, part]])
    for (const language of ['en', 'fa'] as const) {
      const said = sayFinding(findings[0] as Finding, language)
      expect(said).not.toMatch(/[{}]|undefined/)
    }
  })

  test('B10: a form of nothing but zeros', () => {
    const zero = checkFigures({ taken: 0, inBox: 0, votes: { 1: 0, 2: 0 } }, numbers, settingsOf(live))
    expect(zero.findings.map(({ part }) => part)).toEqual(['zero'])
  })

  test('up to five ballots or one in a hundred may differ; a definition can change that', () => {
    const six = { checkInsOnPaper: 606 }
    expect(check(six).findings).toEqual([])
    const strict = {
      mode: 'live',
      checks: [{ code: 'B05', severity: 'quarantines', most: 0, perMille: 0 }],
    } as const
    expect(check(six, strict).findings).toMatchObject([{ code: 'B05', severity: 'quarantines' }])
  })

  test('a figure that is not given makes a check not applicable, and is never zero', () => {
    const { findings, notApplicable } = check({ valid: undefined, invalid: undefined, invalidBy: { 1: 15 } })
    expect(findings).toEqual([])
    expect(notApplicable).toEqual([{ code: 'B01', missing: ['valid'] }])
    expect(check({ taken: undefined }).notApplicable).toEqual([])
    expect(checkFigures({}, numbers, settingsOf(live)).notApplicable.map(({ code }) => code)).toEqual([
      ...['B01', 'B02', 'B03', 'B04', 'B05', 'B06', 'B10'],
    ])
  })
})
