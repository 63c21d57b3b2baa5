import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { doubleEntryDocument } from './document.ts'
import {
  begin,
  type DoubleEntry,
  doubleEntryRefusals,
  doubleEntrySteps,
  finish,
  giveUp,
  type Keyed,
  key,
  nothingKeyed,
  settle,
  shownTo,
  signersOf,
} from './double-entry.ts'

const lines = ['figures.taken', 'figures.votes.1', 'figures.votes.2']
const paper: Keyed = { 'figures.taken': 210, 'figures.votes.1': 120, 'figures.votes.2': null }

type Step = (entry: DoubleEntry) => ReturnType<typeof begin>
const after = (...steps: readonly Step[]): DoubleEntry =>
  steps.reduce((entry, step) => {
    const next = step(entry)
    if (!next.ok) throw new Error(next.refusal.message)
    return next.value
  }, nothingKeyed)
const refusalOf = (entry: DoubleEntry, step: Step) => {
  const next = step(entry)
  return next.ok ? next.value.state : next.refusal.code
}
const keyedBy =
  (clerk: string, figures: Keyed): Step =>
  entry => {
    const begun = begin(entry, clerk)
    const keyed = begun.ok ? key(begun.value, clerk, figures) : begun
    return keyed.ok ? finish(keyed.value, clerk, lines) : keyed
  }

test('two people key the same: the copy is read', () => {
  const entry = after(keyedBy('ada', paper), keyedBy('ben', paper))
  expect(entry).toMatchObject({ state: 'agreeing', figures: paper })
  expect(signersOf(entry)).toEqual(['ada', 'ben'])
})

// threat: misreading
test('one line differs: a third keys that line alone, blind, and two of three decide', () => {
  const wrong = { ...paper, 'figures.votes.1': 102 }
  const differing = after(keyedBy('ada', wrong), keyedBy('ben', paper))
  expect(differing).toMatchObject({ state: 'differing', fields: ['figures.votes.1'] })
  expect(refusalOf(differing, entry => begin(entry, 'ada'))).toBe('another-clerk')
  expect(refusalOf(differing, entry => begin(entry, 'ben'))).toBe('another-clerk')
  const third = after(keyedBy('ada', wrong), keyedBy('ben', paper), entry => begin(entry, 'cyrus'))
  expect(refusalOf(third, entry => key(entry, 'cyrus', { 'figures.taken': 1 }))).toBe('not-asked')
  expect(shownTo(third, 'cyrus')).toEqual({
    state: 'thirdInProgress',
    fields: ['figures.votes.1'],
    keyed: {},
  })
  const done = after(
    () => ({ ok: true, value: third }),
    entry => key(entry, 'cyrus', { 'figures.votes.1': 120 }),
    entry => finish(entry, 'cyrus', lines),
  )
  expect(done).toMatchObject({ state: 'done', figures: paper, first: { figures: wrong } })
})

test('three people read three figures: the supervisor, who is none of them', () => {
  const read = (votes: number) => ({ ...paper, 'figures.votes.1': votes })
  const open = after(
    keyedBy('ada', read(102)),
    keyedBy('ben', read(120)),
    keyedBy('cyrus', { 'figures.votes.1': 126 }),
  )
  expect(open).toMatchObject({ state: 'unresolved', fields: ['figures.votes.1'] })
  expect(refusalOf(open, entry => settle(entry, 'ada', { 'figures.votes.1': 120 }))).toBe('another-clerk')
  expect(refusalOf(open, entry => settle(entry, 'dana', {}))).toBe('lines-missing')
  const done = after(
    () => ({ ok: true, value: open }),
    entry => settle(entry, 'dana', { 'figures.votes.1': 126, 'figures.taken': 9 }),
  )
  expect(done).toMatchObject({ state: 'done', figures: read(126), supervisor: { clerk: 'dana' } })
})

test('a person laid it back, another goes on; nobody keys over another’s shoulder', () => {
  const begun = after(entry => begin(entry, 'ada'))
  expect(refusalOf(begun, entry => begin(entry, 'ben'))).toBe('not-now')
  expect(refusalOf(begun, entry => key(entry, 'ben', paper))).toBe('not-yours')
  expect(refusalOf(begun, entry => finish(entry, 'ada', lines))).toBe('lines-missing')
  expect(refusalOf(begun, entry => giveUp(entry, 'ada'))).toBe('empty')
  const done = after(keyedBy('ada', paper))
  expect(refusalOf(done, entry => begin(entry, 'ada'))).toBe('another-clerk')
})

test('nobody ever sees a figure that another has keyed before both are done, and every step is of the table', () => {
  const clerks = ['ada', 'ben', 'cyrus', 'dana']
  const figure = fc.constantFrom(120, 102, null)
  const step = fc.record({
    what: fc.constantFrom('begin', 'begin', 'key', 'key', 'finish', 'giveUp', 'settle' as const),
    // Most often whoever has the copy before them.
    clerk: fc.constantFrom(undefined, undefined, undefined, ...clerks),
    figures: fc.record(Object.fromEntries(lines.map(path => [path, figure])), {
      requiredKeys: lines.slice(1),
    }),
  })
  const seen = new Set<string>()
  fc.assert(
    fc.property(fc.array(step, { minLength: 60, maxLength: 60 }), steps => {
      let entry = nothingKeyed
      for (const { what, clerk: who, figures } of steps) {
        const clerk = who ?? clerks.find(other => 'keyed' in shownTo(entry, other)) ?? 'ada'
        const next =
          what === 'finish'
            ? finish(entry, clerk, lines)
            : what === 'key'
              ? key(entry, clerk, entry.state === 'thirdInProgress' ? of(figures, entry.fields) : figures)
              : what === 'settle'
                ? settle(entry, clerk, figures)
                : { begin, giveUp }[what](entry, clerk)
        if (!next.ok) {
          expect(doubleEntryRefusals).toHaveProperty(next.refusal.code)
          continue
        }
        seen.add(`${what} ${entry.state} ${next.value.state}`)
        entry = next.value
        for (const other of clerks) {
          const { keyed = {} } = shownTo(entry, other) as { keyed?: Keyed }
          const own = (['first', 'second', 'third'] as const).map(
            which => (entry as Partial<Record<typeof which, { clerk: string; figures: Keyed }>>)[which],
          )
          const mine = own.findLast(keying => keying?.clerk === other)?.figures ?? {}
          expect(mine).toMatchObject(keyed)
        }
      }
    }),
    { numRuns: 3_000, seed: 1 },
  )
  const table = Object.entries(doubleEntrySteps).flatMap(([what, from]) =>
    Object.entries(from).flatMap(([before, afters]) =>
      (afters as readonly string[]).map(next => `${what} ${before} ${next}`),
    ),
  )
  expect([...seen].filter(step => !table.includes(step))).toEqual([])
  expect(table.filter(step => !seen.has(step))).toEqual([])
})

test('docs/double-entry.md is what the table of steps says', async () => {
  const path = join(import.meta.dirname, '../../../../docs/double-entry.md')
  await expect(doubleEntryDocument()).toMatchFileSnapshot(path)
})

function of(figures: Keyed, fields: readonly string[]): Keyed {
  return Object.fromEntries(Object.entries(figures).filter(([path]) => fields.includes(path)))
}
