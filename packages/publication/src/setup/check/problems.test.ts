import { describe, expect, test } from 'vitest'
import type { SetupDocument } from '../document/document.ts'
import { aDocument, aSetup, candidates, places, publicKeyOf, registration, roster } from '../made-up.ts'
import { readSetup, type TableTexts } from '../tables/tables.ts'
import { templateNames, templateOf } from '../templates.ts'
import { maySign, sayProblem } from './problem.ts'
import { problems } from './problems.ts'
import { setupProblems } from './texts.ts'

/** What is found, as `code at where`. */
async function said(
  texts: TableTexts = {},
  changes: Partial<SetupDocument> = {},
): Promise<readonly string[]> {
  return problems(await aSetup(texts, changes)).map(({ code, where }) => `${code} at ${where}`)
}

/** The table of places with one text put in the place of another. */
function changed(table: string, from: string, to: string): string {
  expect(table).toContain(from)
  return table.replace(from, to)
}

test('a setup that lacks nothing has no problems', async () => {
  expect(await said()).toEqual([])
})

test('a template alone says what is still to be done, in both languages', () => {
  for (const name of templateNames) {
    const found = problems(readSetup(templateOf(name), {}))
    const codes = found.map(({ code }) => code)
    expect(codes).toEqual(
      expect.arrayContaining(['name-missing', 'date-missing', 'body-without-key', 'table-missing']),
    )
    expect(maySign(found)).toBe(false)
    for (const each of found) {
      expect(sayProblem(each, 'en').message).not.toMatch(/[{}]/)
      expect(sayProblem(each, 'fa').message).toMatch(/[\u0600-\u06FF]/)
    }
  }
})

test('what is not verified in the law is told, and stops nothing', () => {
  const found = problems(readSetup(templateOf('iran'), {})).filter(({ code }) => code === 'not-verified')
  expect(found.length).toBeGreaterThan(2)
  expect(maySign(found)).toBe(true)
  expect(sayProblem(found[0]!, 'fa').message).toContain('بررسی نشده')
})

describe('how the election is written', () => {
  const rounds = async (...changes: Partial<SetupDocument['rounds'][number]>[]) => {
    const document = await aDocument()
    return said({}, { rounds: document.rounds.map((round, i) => ({ ...round, ...changes[i] })) })
  }
  const definition = async (changes: SetupDocument['definition']) => {
    const document = await aDocument()
    return said({}, { definition: { ...document.definition, ...changes } })
  }
  const bodies = async (change: (bodies: SetupDocument['bodies']) => SetupDocument['bodies']) =>
    said({}, { bodies: change((await aDocument()).bodies) })

  test('rounds', async () => {
    expect(await said({}, { rounds: [] })).toContain('no-rounds at rounds')
    expect(await rounds({}, { number: 3 })).toContain('round-numbers at rounds.1.number')
    expect(await rounds({}, { date: '2031-06-05' })).toContain('rounds-order at rounds.1.date')
    expect(await rounds({}, { date: '2031-06-14' })).toEqual(['run-off-day at rounds.1.date'])
    expect(await rounds({ date: '2031-06-31' })).toContain('no-such-day at rounds.0.date')
    expect(await rounds({ closes: '08:00' })).toContain('hours at rounds.0.closes')
    expect(await rounds({}, { rule: 'majority' })).toEqual(['no-run-off at rounds.1.rule'])
    expect(await definition({ denominators: ['valid'] })).toContain(
      'denominator-not-published at rounds.0.of',
    )
    const [first] = (await aDocument()).rounds
    const { closes: _, ...open } = first!
    expect(await said({}, { rounds: [open] })).toContain('hours-missing at rounds.0.closes')
  })

  test('dates and the calendar’s rules', async () => {
    expect(await said({}, { trigger: '2031-04-01' })).toEqual(['vote-too-late at rounds.0.date'])
    const date = (id: string, date: string, round = 1) =>
      said({}, { dates: [registration, { round, id, date }] })
    expect(await date('complaints', '2031-06-09')).toEqual([])
    expect(await date('complaints', '2031-06-08')).toEqual(['rule-broken at dates.1.date'])
    expect(await date('complaints', '2031-06-09', 4)).toContain('date-in-no-round at dates.1.round')
    const rule = { id: 'a', name: { en: 'A' }, direction: 'after', days: 1 } as const
    expect(await definition({ calendar: [{ ...rule, from: 'nowhere' }] })).toEqual([
      'rule-from-nowhere at definition.calendar.0.from',
    ])
    expect(await definition({ calendar: [{ ...rule, from: 'a' }] })).toEqual([
      'rule-from-nowhere at definition.calendar.0.from',
    ])
  })

  test('bodies and keys', async () => {
    expect(await bodies(all => all.filter(({ role }) => role !== 'supervisingBody'))).toEqual([
      'no-supervising-body at bodies',
      'copy-for-nobody at definition.copies.3.body',
      ...[4, 8, 12, 16].map(line => `side-unknown at roster:${line}`),
    ])
    expect(await bodies(all => all.filter(({ role }) => role !== 'operator'))).toEqual([
      'body-role at bodies',
    ])
    expect(await bodies(all => [...all, all[3]!])).toEqual([
      'body-twice at bodies.4.id',
      'key-twice at bodies.4.keys.0.key',
    ])
    expect(await bodies(all => all.map((body, i) => (i === 0 ? { ...body, keys: [] } : body)))).toEqual([
      'body-without-key at bodies.0.keys',
    ])
    const key = '00'.repeat(32)
    expect(
      await bodies(all => all.map((body, i) => (i === 1 ? { ...body, keys: [{ key, card: '1' }] } : body))),
    ).toEqual(['key-bad at bodies.1.keys.0.key'])
    const second = Buffer.from(await publicKeyOf('second')).toString('hex')
    const two = await bodies(all =>
      all.map((body, i) => (i === 1 ? { ...body, keys: [...body.keys, { key: second, card: '1' }] } : body)),
    )
    expect(two).toEqual(['card-shared at bodies.1.keys'])
  })

  test('copies, paths, quorums, checks and what the statement itself asks for', async () => {
    const copy = { number: 1, name: { en: 'Box' } }
    expect(await definition({ copies: [copy, { ...copy, body: 'nobody' }] })).toEqual([
      'copy-twice at definition.copies.1',
      'copy-for-nobody at definition.copies.1.body',
    ])
    expect(await definition({ paths: ['direct'] })).toEqual(['source-without-path at definition.sources'])
    expect(await definition({ quorums: [{ kind: 'nothing', people: 2, sides: 2 }] })).toEqual([
      'quorum-kind at definition.quorums.0.kind',
    ])
    expect(await definition({ checks: [{ code: 'Z99', severity: 'informs' }] })).toEqual([
      'check-unknown at definition.checks.0.code',
    ])
    expect(await definition({ countedLevel: 'county' })).toEqual([
      'not-counted-by-box at definition.countedLevel',
    ])
    const level = { id: 'country', name: { en: 'Again' } }
    expect(await definition({ levels: [...(await aDocument()).definition.levels!, level] })).toEqual([
      'definition-refused at definition',
    ])
    const { staff: _, ...rest } = (await aDocument()).definition
    expect(await said({}, { definition: rest })).toContain('field-missing at definition.staff')
    const { name: __, ...nameless } = (await aDocument()).definition
    expect(await said({}, { definition: nameless })).toContain('name-missing at definition.name')
  })
})

describe('places and boxes', () => {
  const with_ = (from: string, to: string) => said({ places: changed(places, from, to) })

  test('the form of the table', async () => {
    expect(await said({ places: 'box,area,colour\nB,IR,red\n' })).toContain('column-unknown at places:1')
    expect(await said({ places: 'area,area\nIR,IR\n' })).toEqual(
      expect.arrayContaining([
        'column-twice at places:1',
        'column-missing at places:1',
        'cell-empty at places:2',
      ]),
    )
    expect(await said({ places: 'box,area\n' })).toContain('table-empty at places')
    expect(await said({ places: 'box,area\nB,IR,1\n' })).toContain('row-width at places:2')
    expect(await said({ places: 'box,area\nB1,IR\nB"2,IR\nB3,IR\n' })).toContain('csv-unreadable at places:3')
    expect(await said({ places: 'box,area\nB1,IR\n"B2,IR\n' })).toContain('csv-unreadable at places:3')
  })

  test('cells', async () => {
    expect(await with_('E-1-1,F-1', 'E 1,F-1')).toContain('cell-identifier at places:2')
    expect(await with_('1,300,300', '1,300,3OO')).toContain('cell-count at places:2')
    expect(await with_('fixed', 'tent')).toContain('cell-word at places:2')
    expect(await with_('School', `\u202ESchool`)).toContain('cell-text at places:2')
    expect(await with_('1,300,300', '۱,۳۰۰,۳۰۰')).toEqual([])
  })

  test('the tree of areas', async () => {
    expect(await with_('E,East,شرق,E-2', ',,,E-2')).toEqual(['area-skipped at places:4'])
    expect(await with_('E,East,شرق,E-2', 'W,West,غرب,E-1')).toContain('area-moved at places:4')
    expect(await with_('E,East,شرق,E-2', 'E,Orient,شرق,E-2')).toEqual(['area-renamed at places:4'])
    expect(await with_('W-1,Weston', 'W-1,')).toEqual(['area-nameless at places:5'])
    expect(await with_('W,West,غرب,W-1,Weston', ',,,,')).toContain('box-without-area at places:5')
    const areas = (rows: string) => said({ areas: `area,parent,level,name_en\n${rows}\n` })
    expect(await areas('N,IR,province,North')).toEqual(['area-without-boxes at areas:2'])
    expect(await areas('IR,,country,Iran')).toContain('area-twice at areas:2')
    expect(await areas('N,XX,province,North')).toContain('area-without-parent at areas:2')
    expect(await areas('N,IR,planet,North')).toContain('level-unknown at areas:2')
    expect(await areas('N,IR,country,North')).toContain('area-level at areas:2')
    expect(await said({ places: 'box,area,delivered\nB1,XX,3\n' })).toContain('area-unknown at places:2')
  })

  test('boxes, their forms and stubs', async () => {
    expect(await with_('E-1-2,F-2', 'E-1-1,F-2')).toContain('box-twice at places:3')
    expect(await with_('E-1-2,F-2', 'E-1-2,F-1')).toEqual(['form-twice at places:3'])
    expect(await with_('301,600,300', '600,301,300')).toContain('stubs-backwards at places:3')
    expect(await with_('301,600,300', '301,,300')).toEqual(['stubs-half at places:3'])
    expect(await with_('301,600,300', '300,600,301')).toEqual(['stubs-overlap at places:3'])
    expect(await with_('901,1200,300', '1,1200,1200')).toEqual(
      [2, 3, 4].map(() => 'stubs-overlap at places:5'),
    )
    expect(await with_('301,600,300', '301,600,299')).toEqual(['stubs-not-delivered at places:3'])
    expect(await with_('301,600,300', '301,600,')).toEqual(['delivered-missing at places'])
    expect(await with_('P-2,Library', 'P-1,Library')).toEqual(['place-moved at places:4'])
  })
})

describe('candidates and people', () => {
  test('the list of candidates', async () => {
    const with_ = (from: string, to: string) =>
      said({ candidates: changed(candidates, from, to), roster: 'side,role,card\ncouncil,supervisor,1\n' })
    const only = (found: readonly string[]) => found.filter(each => each.includes('candidates'))
    expect(only(await with_('boris,2', 'anna,2'))).toEqual(['candidate-twice at candidates:3'])
    expect(only(await with_('boris,2', 'boris,1'))).toEqual(['number-twice at candidates:3'])
    expect(only(await with_('boris,2', 'boris,0'))).toEqual(['number-zero at candidates:3'])
    expect(only(await with_('boris,2', 'boris,'))).toContain('cell-empty at candidates:3')
    expect(only(await with_('boris,2', 'council,2'))).toEqual(['candidate-is-a-body at candidates:3'])
    expect(only(await with_('Boris Bloom,بوریس بلوم', ','))).toEqual(['candidate-nameless at candidates:3'])
    expect(only(await with_('بلوم,', 'بلوم,Ana Andersen'))).toEqual(['spelling-shared at candidates:3'])
    expect(only(await said({ candidates: 'candidate,number,name_en\nanna,1,Anna\n' }))).toEqual([
      'one-candidate at candidates',
    ])
  })

  test('the roster', async () => {
    const with_ = (from: string, to: string) => said({ roster: changed(roster, from, to) })
    expect(await with_('ministry,leader,L-0', 'ministry,official,L-0')).toEqual([
      'box-without-leader at places:2',
    ])
    expect(await with_('ministry,official,O-0', 'ministry,leader,O-0')).toEqual(['leaders-many at places:2'])
    expect(await with_('anna,agent,A-0', 'nobody,agent,A-0')).toEqual(['side-unknown at roster:5'])
    expect(await with_('anna,agent,A-0', 'anna,supervisor,A-0')).toEqual(['role-of-another-side at roster:5'])
    expect(await with_('A-0,E-1-1', 'A-0,E-9-9')).toEqual(['box-unknown at roster:5'])
    expect(await with_('C-1,,E', 'C-1,,X')).toEqual(['area-unknown at roster:18'])
    expect(await with_('C-1,,E', 'C-1,,')).toEqual(['scope-missing at roster:18'])
    expect(await with_('A-0,E-1-1,', 'A-0,E-1-1,E')).toEqual(['scope-twice at roster:5'])
    expect(await with_('anna,agent,A-1', 'anna,agent,A-0')).toEqual(['card-twice at roster:9'])
    const alone = roster.replace(/^(council|anna),.*,E-1-1,.*\n/gm, '')
    expect(await said({ roster: alone })).toEqual(['box-without-witness at places:2'])
    const document = await aDocument()
    expect(await said({}, { definition: { ...document.definition, staff: 14 } })).toContain(
      'box-short-of-staff at places:2',
    )
  })
})

test('every code is found by a test above', async () => {
  const { readFileSync } = await import('node:fs')
  const source = readFileSync(import.meta.filename, 'utf8')
  expect(Object.keys(setupProblems).filter(code => !source.includes(`'${code}`))).toEqual([])
})

test('a table without what the rules ask for is missing, not empty', async () => {
  const found = problems(readSetup(await aDocument(), {}))
  expect(found.map(({ code, where }) => `${code} at ${where}`)).toEqual([
    'table-missing at places',
    'table-missing at candidates',
  ])
})
