import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseProofFile, verifyProofFile } from '@countersign/tlog'
import { sodiumNative } from '@countersign/tlog/node'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { main } from '../main.ts'

const root = resolve(import.meta.dirname, '../../../..')
const command = join(root, 'packages/cli/bin/countersign.mjs')
const elections = join(root, 'elections')
const folder = mkdtempSync(join(tmpdir(), 'countersign-cli-'))
afterAll(() => {
  process.chdir(root)
  rmSync(folder, { recursive: true })
})

async function countersign(...args: readonly string[]) {
  const told = { out: '', err: '' }
  const spies = (
    [
      ['stdout', 'out'],
      ['stderr', 'err'],
    ] as const
  ).map(([stream, to]) =>
    vi.spyOn(process[stream], 'write').mockImplementation(text => {
      told[to] += text
      return true
    }),
  )
  try {
    return { exit: await main(args), ...told }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}

async function json(...args: readonly string[]) {
  const { exit, out, err } = await countersign(...args, '--json')
  if (out === '') throw new Error(`${exit}: ${err}`)
  return { exit, answer: JSON.parse(out) }
}

const election = {
  id: 'two-towns',
  definition: {
    name: { en: 'Two towns' },
    publishedBy: { en: 'The clerk' },
    rounds: [{ number: 1, date: '2024-05-01', rule: 'majority', of: 'taken' }],
    denominators: ['taken', 'valid'],
    levels: [
      { id: 'land', name: { en: 'Land' } },
      { id: 'town', name: { en: 'Town' } },
    ],
    countedLevel: 'box',
    invalidGrounds: [{ number: 1, id: 'blank', name: { en: 'Blank' } }],
  },
  ballots: [
    {
      round: 1,
      candidates: [
        { number: 1, id: 'anna', name: { en: 'Anna' } },
        { number: 2, id: 'boris', name: { en: 'Boris' } },
      ],
    },
  ],
  areas: [{ id: 'L', level: 'land', name: { en: 'Land' } }],
}
const map = {
  table: 'Boxes',
  rows: 'boxes',
  box: 'box',
  round: 1,
  source: 'the clerk',
  path: [{ level: 'town', code: 'town', name: { en: 'town' } }],
  figures: { taken: 'taken', valid: 'valid' },
  invalidBy: { blank: 'blank' },
  votes: { anna: 'anna', boris: 'boris' },
}
const table = ['box,town,taken,valid,blank,anna,boris', 'B1,T1,10,9,1,5,4', 'B2,T2,20,18,2,13,5']

beforeAll(() => {
  process.chdir(folder)
  writeFileSync(join(folder, 'election.json'), JSON.stringify(election))
  writeFileSync(join(folder, 'map.json'), JSON.stringify(map))
  writeFileSync(join(folder, 'table.csv'), table.join('\n'))
})
const importing = (csv: string, out: string) => [
  'import',
  csv,
  '--election',
  'election.json',
  '--map',
  'map.json',
  '--out',
  out,
]

describe('a table becomes a record', () => {
  test('imported, tallied, verified, shown and proven', async () => {
    const imported = await json(...importing('table.csv', 'towns'))
    expect(imported).toMatchObject({
      exit: 0,
      answer: { out: 'towns', rows: { boxes: 2, areas: 0 }, announcements: 0 },
    })

    const tallied = await json('tally', 'towns')
    expect(tallied.exit).toBe(0)
    expect(tallied.answer).toMatchObject({
      treeSize: imported.answer.treeSize,
      evidence: { signedForms: 0, boxes: 2 },
      rounds: [
        {
          round: 1,
          taken: 30,
          valid: 27,
          invalid: 3,
          eligible: null,
          candidates: { anna: 18, boris: 9 },
          boxes: { asPublished: 2 },
        },
      ],
    })
    expect((await json('tally', 'towns', '--area', 'T2')).answer.rounds[0]).toMatchObject({
      taken: 20,
      candidates: { anna: 13, boris: 5 },
    })

    const verified = await json('verify', 'towns')
    expect(verified).toMatchObject({
      exit: 0,
      answer: { intact: true, grade: 'self-declared', entries: imported.answer.treeSize, failures: [] },
    })
    expect((await json('verify', 'towns', '--policy', join(folder, 'towns/policy.txt'))).answer.grade).toBe(
      'unwitnessed',
    )

    const shown = (await json('show', 'towns', 'B2')).answer
    expect(shown.entries.map((entry: { statement: { kind: string } }) => entry.statement.kind)).toEqual([
      'boxes',
      'import',
    ])
    expect(shown.entries[0].statement.boxes).toEqual([{ id: 'B2', area: 'T2' }])

    const proven = (await json('proof', 'towns', 'B2')).answer
    const file = readFileSync(join(folder, proven.proof))
    const parsed = parseProofFile(file)
    if (!parsed.ok) throw new Error(parsed.refusal.message)
    const entry = parsed.value.extra!
    const trust = { vkey: imported.answer.vkey }
    expect(await verifyProofFile(file, entry, trust, sodiumNative)).toMatchObject({ ok: true })
    entry[entry.length - 1]! ^= 1
    expect(await verifyProofFile(file, entry, trust, sodiumNative)).toMatchObject({ ok: false })
  })

  test('keys are the owner’s alone, and made for each record', async () => {
    await countersign(...importing('table.csv', 'one'))
    await countersign(...importing('table.csv', 'other'))
    const key = (record: string) => readFileSync(join(folder, record, 'keys/archive.skey'), 'utf8')
    expect(key('one')).not.toBe(key('other'))
    expect(statSync(join(folder, 'one/keys')).mode & 0o777).toBe(0o700)
    for (const file of readdirSync(join(folder, 'one/keys')).filter(name => name.endsWith('.skey')))
      expect(statSync(join(folder, 'one/keys', file)).mode & 0o777).toBe(0o600)
  })

  test('a changed byte is found by tally and verify alike: exit 1', async () => {
    await countersign(...importing('table.csv', 'changed'))
    const path = join(
      folder,
      'changed/tile/entries/000.p',
      readdirSync(join(folder, 'changed/tile/entries/000.p'))[0]!,
    )
    const bytes = readFileSync(path)
    bytes[bytes.length - 5]! ^= 1
    writeFileSync(path, bytes)
    const verified = await json('verify', 'changed')
    expect([verified.exit, verified.answer.intact]).toEqual([1, false])
    expect(verified.answer.failures[0].message).toContain('tile/entries/000')
    expect((await countersign('tally', 'changed')).exit).toBe(2)
  })
})

describe('nothing half-written', () => {
  test('every problem is listed with its line; exit 2; no folder is left', async () => {
    writeFileSync(join(folder, 'bad.csv'), [...table, 'B1,T1,-3,2.5,x,1,1', 'B3,T1,1,1,0'].join('\n'))
    const { exit, out, err } = await countersign(...importing('bad.csv', 'bad'))
    expect([exit, out]).toEqual([2, ''])
    for (const told of [
      'bad.csv:4: “taken” is -3',
      '“valid” is 2.5',
      '“blank” is “x”',
      'B1 in round 1 stands in line 2',
      'bad.csv:5: the row has 5 cells',
    ])
      expect(err).toContain(told)
    expect(readdirSync(folder).filter(name => name.startsWith('bad'))).toEqual(['bad.csv'])
    const { answer } = await json(...importing('bad.csv', 'bad'))
    expect(answer.error.problems).toHaveLength(5)
    expect(answer.error.problems[0]).toMatchObject({ table: 'bad.csv', line: 4, code: 'figure-negative' })
  })

  test('a record is never written over', async () => {
    await countersign(...importing('table.csv', 'kept'))
    const before = readFileSync(join(folder, 'kept/checkpoint'), 'utf8')
    const { exit, err } = await countersign(...importing('table.csv', 'kept'))
    expect(exit).toBe(2)
    expect(err).toContain('something in kept already')
    expect(readFileSync(join(folder, 'kept/checkpoint'), 'utf8')).toBe(before)
  })

  test.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
    '%s in the middle: no record; the next import makes it whole',
    async signal => {
      const rows = Array.from({ length: 30_000 }, (_, i) => `X${i},T1,10,9,1,5,4`)
      writeFileSync(join(folder, 'many.csv'), [table[0], ...rows].join('\n'))
      const out = `many-${signal}`
      const child = spawn(process.execPath, [command, ...importing('many.csv', out)], { cwd: folder })
      const ended = new Promise(resolve => child.on('close', resolve))
      const begun = join(folder, `${out}.unfinished`, 'keys', 'archivist.skey')
      while (!existsSync(begun)) {
        if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode} before it had begun`)
        await setTimeout(2)
      }
      child.kill(signal)
      await ended
      expect(existsSync(join(folder, out))).toBe(false)
      if (signal !== 'SIGKILL') expect(existsSync(join(folder, `${out}.unfinished`))).toBe(false)
      expect((await countersign(...importing('table.csv', out))).exit).toBe(0)
      expect(readdirSync(folder).filter(name => name.endsWith('.unfinished'))).toEqual([])
      expect((await json('verify', out)).answer.intact).toBe(true)
    },
  )
})

describe('what cannot be run says what to do', () => {
  test.each([
    [['import', 'table.csv', '--out', 'x'], '--election'],
    [['import', 'table.csv', '--election', 'election.json'], '--out'],
    [['import', '--election', 'election.json', '--out', 'x'], 'name the CSV files'],
    [['import', 'none.csv', '--election', 'election.json', '--map', 'map.json', '--out', 'x'], 'none.csv'],
    [['tally', 'nowhere'], 'nowhere'],
    [['verify', 'nowhere'], 'checkpoint'],
    [['show', 'nowhere', 'B1'], 'nowhere'],
    [['verify', 'nowhere', '--policy', 'none.txt'], 'none.txt'],
  ])('%j', async (args, told) => {
    const { exit, err } = await countersign(...args)
    expect(exit).toBe(2)
    expect(err).toContain(told)
  })
})

describe('the shipped elections', () => {
  const record = async (id: string) => {
    if (!existsSync(join(folder, id)))
      await countersign('import', '--election', join(elections, id, 'election.json'), '--out', id)
    return id
  }

  test('Iran 2024: the totals to the unit, a run-off, then elected; the gap of 43,774', async () => {
    const { rounds } = (await json('tally', await record('iran-2024'))).answer
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
  })

  test('Iran 2009: both levels to the unit', async () => {
    const votes = { ahmadinejad: 24515209, mousavi: 13225330, rezaee: 659281, karroubi: 328979 }
    const byProvince = (await json('tally', await record('iran-2009'))).answer.rounds[0]
    expect(byProvince).toMatchObject({
      taken: 39145990,
      invalid: 417191,
      candidates: votes,
      outcome: { state: 'elected' },
    })
    const byArea = (await json('tally', 'iran-2009', '--level', 'area')).answer.rounds[0]
    expect(byArea).toMatchObject({ taken: 39245991, invalid: 418408, candidates: votes })
  })

  test('no page of it says that a result is verified', async () => {
    const text = [
      await countersign('tally', await record('iran-2009')),
      await countersign('verify', 'iran-2009'),
    ]
      .map(({ out }) => out)
      .join()
    expect(text).toContain(
      'Record intact; figures as published by Ministry of Interior of Iran; signed forms 0 of',
    )
    expect(text).not.toMatch(/result (is )?verified/i)
  })
})

test('Peru 2021: 86,488 tables', async ({ skip }) => {
  const found = inject('data')
  if (found.missing) return skip(found.missing)
  const path = join(elections, 'maps/peru-2021-runoff')
  const csv = join(found.path!, 'peru-2021/runoff_polling_tables.csv.gz')
  expect(
    (
      await countersign(
        'import',
        csv,
        '--election',
        `${path}.election.json`,
        '--map',
        `${path}.map.json`,
        '--out',
        'peru',
      )
    ).exit,
  ).toBe(0)
  const { answer } = await json('tally', 'peru')
  expect(answer.rounds[0]).toMatchObject({
    round: 2,
    eligible: 25287954,
    taken: 18856636,
    valid: 17627349,
    invalidBy: { blank: 121478, null: 1107809, challenged: 0 },
    candidates: { castillo: 8835653, fujimori: 8791696 },
    boxes: { asPublished: 86262, annulled: 220, notHeld: 6 },
  })
})
