import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { anArchive } from './made-up/archive.ts'
import { aForm, aLiveElection, ballotOf, type Live, open, report } from './made-up/live.ts'
import type { Log } from './made-up/log.ts'
import { kidOf } from './people/person.ts'
import type { WhyNot } from './reasons.ts'
import { apply } from './replay.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
const id = '77'.repeat(32)
const both = ['authority', 'council'] as const
const east = { id: 'x', level: 'province', parent: 'land', name: { en: 'X' } } as const
const released = (live: Live) => live.say({ kind: 'release', round: 1 }, 'authority')
const rule = { kind: 'ruling', round: 1, explanation: 'So.' } as const
const key = (live: Live, whose: string) => kidOf(live.key(whose), sha256)
const complaint = { kind: 'complaint', round: 1, ground: 'So.', wants: 'other' } as const

/** For each reason, a record whose last entry has no force for that reason. */
const causes: Readonly<Record<WhyNot, (live: Live) => unknown>> = {
  quorum: ({ say }) => say({ kind: 'areas', areas: [east] }, 'council'),
  'record-closed': live => {
    live.say({ kind: 'close' }, ...both)
    released(live)
  },
  'other-definition': ({ say }) => say({ kind: 'event', definition: id } as never, 'authority'),
  'no-such-statement': ({ say }) => say({ kind: 'object', round: 1, statement: id, ground: 'So.' }, 'anna'),
  'other-side': ({ say, key }) =>
    say({ kind: 'enrol', side: 'boris', keys: [{ key: key('x'), role: 'agent', card: '1' }] }, 'anna'),
  'role-of-another-side': ({ say, key }) =>
    say({ kind: 'enrol', side: 'anna', keys: [{ key: key('x'), role: 'desk', card: '1' }] }, 'anna'),
  'key-taken': ({ say, key }) =>
    say({ kind: 'enrol', side: 'anna', keys: [{ key: key('boris'), role: 'agent', card: '1' }] }, 'anna'),
  'no-such-key': ({ say }) => say({ kind: 'revoke', keys: ['00'.repeat(8)], reason: 'So.' }, 'authority'),
  opened: live => {
    open(live, 'b1')
    live.say({ kind: 'revoke', keys: [key(live, 'b1 leader')], reason: 'So.' }, 'authority')
  },
  'already-filed': ({ say, key }) =>
    say({ kind: 'candidacy', candidate: 'council', step: 'filed', key: key('x'), card: '1' }, 'x'),
  'not-filed': ({ say }) => say({ kind: 'candidacy', candidate: 'x', step: 'approved' }, 'council'),
  'no-such-level': ({ say }) => say({ kind: 'areas', areas: [{ ...east, level: 'x' }] }, 'authority'),
  'area-twice': ({ say }) => say({ kind: 'areas', areas: [{ ...east, id: 'west' }] }, 'authority'),
  'no-such-parent': ({ say }) => say({ kind: 'areas', areas: [{ ...east, parent: 'east' }] }, 'authority'),
  'no-such-area': ({ say }) =>
    say({ kind: 'boxes', round: 3, boxes: [{ id: 'b9', area: 'x' }] }, 'authority'),
  'box-twice': ({ say }) =>
    say({ kind: 'boxes', round: 1, boxes: [{ id: 'b1', area: 'east' }] }, 'authority'),
  'no-such-box': ({ say }) => say({ ...complaint, box: 'b9' }, 'anna'),
  sealed: ({ say }) => say({ kind: 'boxes', boxes: [{ id: 'b9', area: 'east' }] }, 'authority'),
  'not-sealed': ({ say }) =>
    say({ kind: 'amend', round: 1, added: [{ id: 'b9', area: 'east' }], reason: 'So.' }, ...both),
  'other-list': ({ say }) => say({ kind: 'seal', round: 1, boxes: 1, digest: id }, 'authority'),
  B13: ({ say, key }) => {
    say(
      { kind: 'enrol', side: 'ministry', keys: [{ key: key('x'), role: 'leader', card: '99' }] },
      'authority',
    )
    say({ kind: 'incident', round: 1, box: 'b9', text: 'So.' }, 'x')
  },
  'no-such-round': ({ say }) => say(ballotOf(7, ['anna']), 'authority'),
  'second-ballot': ({ say }) => say(ballotOf(1, ['anna']), 'authority'),
  'no-ballot': ({ say }) => say({ kind: 'release', round: 2 }, 'authority'),
  'already-released': live => {
    released(live)
    live.say({ kind: 'release', round: 1, at: 5 }, 'authority')
  },
  'time-backwards': ({ say }) => say({ kind: 'time', at: 0 }, 'operator'),
  future: ({ say }) =>
    say(
      { kind: 'announce', round: 1, area: 'land', label: { en: 'x' }, figures: {}, treeSize: 9999 },
      'authority',
    ),
  'no-such-declaration': ({ say }) =>
    say({ kind: 'certify', round: 1, declaration: id, decision: 'certified' }, 'council'),
  'not-live': () => {
    const { log } = anArchive(sha256).areas('country', undefined, 'country').ballot(1, 'anna')
    log.add({ kind: 'supply', round: 1, box: 'b1', ballots: 5 }, '1'.padStart(64, '0'))
    return log
  },
  'not-an-archive': ({ say, key }) => {
    say(
      { kind: 'enrol', side: 'ministry', keys: [{ key: key('x'), role: 'archivist', card: '99' }] },
      'authority',
    )
    say({ kind: 'import', round: 1, area: 'land', status: 'counted', figures: {} }, 'x')
  },
  'already-imported': () =>
    anArchive(sha256)
      .areas('country', undefined, 'country')
      .ballot(1, 'a')
      .row({ figures: {} })
      .row({ figures: { taken: 1 } }).log,
  'not-on-the-ballot': () =>
    anArchive(sha256)
      .areas('country', undefined, 'country')
      .ballot(1, 'a')
      .row({ figures: { votes: { 9: 1 } } }).log,
  'no-such-ground': () =>
    anArchive(sha256)
      .areas('country', undefined, 'country')
      .ballot(1, 'a')
      .row({ figures: { invalidBy: { 9: 1 } } }).log,
  'filing-closed': ({ say }) => {
    say(
      { kind: 'calendar', round: 1, dates: [{ id: 'complaints', date: '2031-06-09', at: 10 }] },
      'authority',
    )
    say({ kind: 'time', at: 11 }, 'operator')
    say(complaint, 'anna')
  },
  'merging-not-allowed': ({ say }) =>
    say({ kind: 'merge', round: 1, box: 'b1', merged: ['b2'] }, 'b1 leader', 'b1 supervisor 1'),
  'other-area': () => {
    const live = aLiveElection(sha256, { merging: 'allowed' })
    live.say({ kind: 'merge', round: 1, box: 'b1', merged: ['b4'] }, 'b1 leader', 'b1 supervisor 1')
    return live.log
  },
  'already-counted': () => {
    const live = aLiveElection(sha256, { merging: 'allowed' })
    report(live, 'b1', { figures: aForm(1, 2, 3, 4) })
    live.say({ kind: 'merge', round: 1, box: 'b1', merged: ['b2'] }, 'b1 leader', 'b1 supervisor 1')
    return live.log
  },
  'no-such-complaint': ({ say }) => say({ ...rule, decision: 'refuse', complaint: id }, ...both),
  'no-such-candidate': ({ say }) => say({ ...rule, decision: 'tie', candidate: 'x' }, ...both),
  'no-such-ruling': live =>
    live.say({ kind: 'recount', round: 1, box: 'b1', ruling: id, figures: {} }, ...live.staff('b1')),
}

test.each(Object.entries(causes))('%s', (why, cause) => {
  const live = aLiveElection(sha256)
  const made = cause(live)
  const log = typeof made === 'object' ? (made as Log) : live.log
  expect(log.effects().at(-1)).toEqual({ force: false, why })
})

test('signatures added to a statement that nobody has recorded have no force', () => {
  const { log } = aLiveElection(sha256)
  const again = { ...log.entries.at(-1)!, id, index: log.entries.length, again: true }
  expect(apply(log.replay(), again)).toEqual({ force: false, why: 'no-such-statement' })
})
