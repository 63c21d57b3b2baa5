import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Election, Entry } from '@countersign/election'
import { afterEach, expect, test } from 'vitest'
import { type Draft, figuresOf, formOf, type MadeUp, madeUpElection, unwrap } from '../fixtures/election.ts'
import { usualQuotas } from '../limits/quota.ts'
import { type LiveRecord, type LiveRecordOptions, openLiveRecord } from './live-record.ts'

const folders: string[] = []
const open: LiveRecord[] = []
afterEach(async () => {
  for (const record of open.splice(0)) await record.close()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const start = 1_938_000_000
type Clocked = { record: LiveRecord; election: MadeUp; folder: string; clock: { seconds: number } }

/** A record on the morning of the vote, with a clock that stands until it is moved. */
async function aRecord(options: Partial<LiveRecordOptions> = {}): Promise<Clocked> {
  const folder = join(mkdtempSync(join(tmpdir(), 'countersign-record-')), 'record')
  folders.push(join(folder, '..'))
  const clock = { seconds: start }
  const record = await reopen(folder, clock, options)
  const election = await madeUpElection(record)
  for (const result of await record.take(election.entries)) unwrap(result)
  return { record, election, folder, clock }
}

async function reopen(folder: string, clock: Clocked['clock'], options: Partial<LiveRecordOptions> = {}) {
  const now = () => clock.seconds * 1000
  const record = unwrap(
    await openLiveRecord(folder, {
      origin: 'election.example/record',
      unasked: true,
      threads: 1,
      now,
      ...options,
    }),
  )
  open.push(record)
  return record
}

async function say({ record, election }: Clocked, draft: Draft, ...whose: readonly string[]) {
  const [result] = await record.take([await election.entry(draft, ...whose)])
  return result!
}

const timesOf = (election: Election) =>
  [...election.entries.values()].flatMap(({ statement, index }) =>
    statement.kind === 'time' ? [[index, statement.at]] : [],
  )

test('the time stands before the first entries of each minute, and no oftener', async () => {
  const live = await aRecord()
  const { clock, record } = live
  expect(timesOf(record.election!)).toEqual([[1, start]])
  clock.seconds += 59
  unwrap(await say(live, { kind: 'open', box: 'b1', inBox: 0 }, ...live.election.staff('b1')))
  expect(timesOf(record.election!)).toHaveLength(1)
  clock.seconds += 1
  const { index } = unwrap(
    await say(live, { kind: 'open', box: 'b2', inBox: 0 }, ...live.election.staff('b2')),
  )
  expect(timesOf(record.election!).at(-1)).toEqual([index - 1, start + 60])
  // A clock that was set back says nothing: times only grow.
  clock.seconds -= 600
  unwrap(await say(live, { kind: 'close-poll', box: 'b2' }, ...live.election.staff('b2')))
  expect(timesOf(record.election!)).toHaveLength(2)
})

test('a deadline that passes is stated though nobody sends anything', async () => {
  const live = await aRecord()
  const { clock, record } = live
  const forms = start + 30
  unwrap(
    await say(
      live,
      { kind: 'calendar', dates: [{ id: 'forms', date: '2031-06-07', at: forms }] },
      'authority',
    ),
  )
  clock.seconds = forms
  await new Promise(done => setTimeout(done, 1200))
  expect(timesOf(record.election!)).toHaveLength(1)
  clock.seconds = forms + 1
  await expect.poll(() => timesOf(record.election!).at(-1)?.[1], { timeout: 5000 }).toBe(forms + 1)
  expect(record.election!.rounds.get(1)!.boxes.get('b1')!.judgement.state).toBe('missing')
})

test('opened again, it is where it was: replayed from its files', async () => {
  const live = await aRecord()
  const { record, election, folder, clock } = live
  unwrap(await say(live, { kind: 'release' }, 'authority'))
  unwrap(await say(live, formOf('b1'), ...election.staff('b1')))
  await record.close()
  const again = await reopen(folder, clock)
  const view = (of: LiveRecord) =>
    [...of.election!.entries.values()].map(({ id, index, force, why }: Entry) => [id, index, force, why])
  expect(view(again)).toEqual(view(record))
  expect([again.size, again.published]).toEqual([record.size, record.size])
  const form = await election.entry(formOf('b1'), ...election.staff('b1'))
  expect((await again.take([form]))[0]).toMatchObject({ ok: true, value: { again: true } })
})

test('entries that hang on keys still on their way wait for them, in one bundle or in many', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'countersign-record-')), 'record')
  folders.push(join(folder, '..'))
  const record = await reopen(folder, { seconds: start })
  const { entries } = await madeUpElection(record)
  const results = await Promise.all(entries.map(entry => record.take([entry])))
  expect(results.flat().map(result => (result.ok ? result.value.index : result.refusal.code))).toEqual(
    entries.map((_, i) => (i === 0 ? 0 : i + 1)),
  )
})

test('a second definition, and a statement of another election, have no place', async () => {
  const { record, election } = await aRecord()
  const other = await madeUpElection(record, { changes: { name: { en: 'Another' } } })
  const stray = await other.entry({ kind: 'release' }, 'authority')
  const answers = await record.take([other.entries[0]!, stray, election.entries[0]!])
  expect(answers.map(result => (result.ok ? result.value.again : result.refusal.code))).toEqual([
    'definition-again',
    'other-election',
    true,
  ])
})

// threat: flooding
test('whoever floods the record is stopped, and a form that others sign too is not', async () => {
  const quotas = { ...usualQuotas, person: { burst: 10, perSecond: 0.1 } }
  const live = await aRecord({ quotas })
  const { record, election, clock } = live
  unwrap(await say(live, { kind: 'release' }, 'authority'))
  const typed = (votes: number): Draft => ({
    kind: 'transcript',
    box: 'b1',
    copy: '2',
    figures: figuresOf(votes, 1, 1, 1),
  })
  const flood = await Promise.all(
    Array.from({ length: 15 }, (_, i) => say(live, typed(i), 'b1 agent of anna')),
  )
  expect(flood.filter(result => result.ok)).toHaveLength(10)
  const refused = flood.at(-1)!
  expect(!refused.ok && [refused.refusal.code, refused.refusal.where]).toEqual(['quota', { seconds: 10 }])
  unwrap(await say(live, formOf('b1'), ...election.staff('b1')))
  clock.seconds += 10
  unwrap(await say(live, typed(99), 'b1 agent of anna'))
  expect(record.election!.entries.size).toBeGreaterThan(20)
})

// threat: flooding
test('more than can be checked is not taken, and nothing taken is forgotten', async () => {
  const live = await aRecord({ mostWaiting: 40 })
  const { record, election } = live
  const opened = await Promise.all(
    ['b1', 'b2'].map(box => election.entry({ kind: 'open', box, inBox: 0 }, ...election.staff(box))),
  )
  const closed = await election.entry({ kind: 'close-poll', box: 'b1' }, ...election.staff('b1'))
  const answers = await record.take([...opened, closed])
  expect(answers.map(result => (result.ok ? 'taken' : result.refusal.code))).toEqual([
    'taken',
    'taken',
    'busy',
  ])
  expect(record.waiting).toBe(0)
  unwrap((await record.take([closed]))[0]!)
})
