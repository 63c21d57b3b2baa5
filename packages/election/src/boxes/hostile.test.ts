import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { tally } from '../count/tally.ts'
import {
  aForm,
  aLiveElection,
  aNight,
  anEvening,
  codesOf,
  effectOf,
  type Live,
  report,
  stateOf,
  transcribe,
} from '../made-up/live.ts'
import { kidOf } from '../people/person.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
const figures = aForm(90, 70, 30, 10)
const both = ['authority', 'council'] as const
const rule = { kind: 'ruling', round: 1, box: 'b1', explanation: 'So.' } as const
const votesIn = (live: Live) => tally(live.log.replay()).rounds[0]!.candidates

describe('nobody stops a count by typing', () => {
  const typed = { kind: 'transcript', round: 1, box: 'b1', copy: '2', figures } as const
  const code = '0000-0000-0000-0000-0'

  // threat: typed-copies
  test('a wrong code that a witness types disputes; the centre’s, or a photographed one, conflicts', () => {
    const live = aNight(sha256)
    live.say({ ...typed, code }, 'b1 agent of boris')
    expect([codesOf(live, 'b1'), stateOf(live, 'b1')]).toEqual([['B14 code'], 'disputed'])
    live.say({ ...typed, code }, 'east clerk 1', 'east clerk 2')
    expect(stateOf(live, 'b1')).toBe('conflicting')
  })

  test('a photograph that comes after a ruling is new evidence', () => {
    const live = aNight(sha256)
    const draft = { kind: 'attach', round: 1, box: 'b1', original: '28'.repeat(32) } as const
    const photograph = { ...draft, serial: 'F-b1-1', signatures: 'shown' } as const
    // Its ID is known to whoever has it before it is recorded.
    const elsewhere = aNight(sha256)
    const id = elsewhere.say(photograph, 'b1 agent of boris')
    live.say({ ...typed, figures: aForm(90, 71, 30, 10), photograph: id }, 'b1 agent of boris')
    expect(stateOf(live, 'b1')).toBe('disputed')
    live.say({ ...rule, decision: 'accept' }, ...both)
    expect(stateOf(live, 'b1')).toBe('accepted')
    live.say(photograph, 'b1 agent of boris')
    expect(stateOf(live, 'b1')).toBe('conflicting')
  })

  test('after the deadline for complaints neither a copy nor an objection does anything', () => {
    const live = aNight(sha256)
    const dates = [{ id: 'complaints', date: '2031-06-09', at: 10 }]
    live.say({ kind: 'calendar', round: 1, dates }, 'authority')
    live.say({ kind: 'time', at: 11 }, 'operator')
    live.say({ ...typed, figures: { taken: 1 } }, 'b1 agent of boris')
    expect(effectOf(live)).toEqual({ force: false, why: 'filing-closed' })
    const statement = live.log.replay().rounds.get(1)!.boxes.get('b1')!.forms[0]!.id
    live.say({ kind: 'object', round: 1, box: 'b1', statement, ground: 'So.' }, 'b1 agent of boris')
    expect(effectOf(live)).toEqual({ force: false, why: 'filing-closed' })
    expect(stateOf(live, 'b1')).toBe('agreed')
  })

  test('whoever writes the serial that another box was given spoils their own form alone', () => {
    const live = anEvening(sha256)
    report(live, 'b2', { figures, form: { serial: 'F-b2' } })
    report(live, 'b1', { figures, form: { serial: 'F-b2' } })
    expect([codesOf(live, 'b1'), stateOf(live, 'b1')]).toEqual([['B09 serial'], 'conflicting'])
    expect([codesOf(live, 'b2'), stateOf(live, 'b2')]).toEqual([[], 'reported'])
  })
})

describe('new figures', () => {
  // threat: altered-form
  test('one ruling orders one recount: a second that differs conflicts, and the first stands', () => {
    const live = aNight(sha256)
    const ruling = live.say({ ...rule, decision: 'recount' }, ...both)
    const recount = { kind: 'recount', round: 1, box: 'b1', ruling } as const
    live.say({ ...recount, figures: aForm(89, 71, 30, 10) }, ...live.staff('b1'))
    expect(stateOf(live, 'b1')).toBe('accepted')
    live.say({ ...recount, figures: aForm(10, 150, 30, 10) }, 'b1 leader', 'b1 agent of boris')
    expect([codesOf(live, 'b1'), stateOf(live, 'b1')]).toEqual([['B09 again'], 'conflicting'])
    expect(votesIn(live)).toMatchObject({ anna: 539, boris: 421 })
  })

  test('a recount by a later ruling is not undone by one more by the earlier', () => {
    const live = aNight(sha256)
    const order = (explanation: string) => live.say({ ...rule, explanation, decision: 'recount' }, ...both)
    const recount = (ruling: string, anna: number) =>
      live.say(
        { kind: 'recount', round: 1, box: 'b1', ruling, figures: aForm(anna, 70, 30, 10) },
        ...live.staff('b1'),
      )
    const first = order('One.')
    recount(first, 80)
    recount(order('Two.'), 85)
    recount(first, 10)
    expect(votesIn(live).anna).toBe(5 * 90 + 85)
    expect(stateOf(live, 'b1')).toBe('accepted')
  })

  test('answer what held the form back; a later ruling can still choose the form', () => {
    const live = anEvening(sha256)
    live.say({ kind: 'revoke', keys: [kidOf(live.key('b1 leader'), sha256)], reason: 'So.' }, ...both)
    const form = report(live, 'b1', { figures })
    expect(stateOf(live, 'b1')).toBe('quarantined')
    const ruling = live.say({ ...rule, decision: 'recount' }, ...both)
    live.say({ kind: 'recount', round: 1, box: 'b1', ruling, figures: aForm(80, 80, 30, 10) }, ...both)
    expect([stateOf(live, 'b1'), votesIn(live).anna]).toEqual(['accepted', 80])
    live.say({ ...rule, decision: 'accept', form }, ...both)
    expect([stateOf(live, 'b1'), votesIn(live).anna]).toEqual(['accepted', 90])
  })

  test('a ruling chooses a copy of this box that is on the record, or none', () => {
    const live = anEvening(sha256)
    report(live, 'b1', { figures })
    report(live, 'b1', { figures: aForm(70, 90, 30, 10) })
    const other = report(live, 'b2', { figures })
    for (const form of [other, '99'.repeat(32)]) {
      live.say({ ...rule, decision: 'accept', form }, ...both)
      expect(effectOf(live)).toEqual({ force: false, why: 'no-such-statement' })
    }
    expect(stateOf(live, 'b1')).toBe('conflicting')
  })
})

describe('what a form leaves out', () => {
  // threat: unsigned-sheets
  test('without a list of the people present, the signatures themselves must be half of the staff', () => {
    const live = anEvening(sha256)
    const people = undefined as never
    report(live, 'b1', {
      figures,
      form: { people },
      signers: ['b1 leader', 'b1 supervisor 1', 'b1 agent of anna'],
    })
    expect([codesOf(live, 'b1'), stateOf(live, 'b1')]).toEqual([['B08 staff'], 'quarantined'])
    report(live, 'b1', { figures, form: { people }, signers: live.staff('b1').slice(1, 6) })
    expect(stateOf(live, 'b1')).toBe('reported')
  })
})

describe('late signatures', () => {
  test('make a copy the centre’s from their own index on, and change no earlier version', () => {
    const live = anEvening(sha256)
    report(live, 'b1', { figures })
    const copy = { kind: 'transcript', round: 1, box: 'b1', copy: '3', figures } as const
    live.say(copy, 'b1 agent of anna')
    const treeSize = live.log.entries.length
    live.say(copy, 'east clerk 1', 'east clerk 2')
    expect(stateOf(live, 'b1')).toBe('agreed')
    // At that version nothing was reconciled, which is what a declaration of then would say.
    const outcome = { state: 'undecided', candidates: [] } as const
    const declared = { kind: 'declare', round: 1, treeSize, outcome, total: 'reconciled' } as const
    live.say({ ...declared, figures: { taken: 0 } }, 'authority')
    expect(live.log.replay().rounds.get(1)!.findings).toEqual([])
    live.say({ ...declared, figures: { taken: 210 } }, 'authority')
    expect(live.log.replay().rounds.get(1)!.findings).toMatchObject([{ code: 'C02' }])
  })

  test('after the record is closed stay visible, and change nothing', () => {
    const live = anEvening(sha256)
    const signers = ['b1 leader', 'b1 supervisor 1']
    report(live, 'b1', { figures, signers })
    live.say({ kind: 'close' }, ...both)
    report(live, 'b1', { figures, signers: ['b1 agent of anna'] })
    const form = live.log.replay().rounds.get(1)!.boxes.get('b1')!.forms[0]!
    expect([form.signatures.length, form.standing.length]).toEqual([3, 2])
    expect(tally(live.log.replay()).rounds[0]!.evidence.agentSigned).toBe(0)
  })
})

describe('the list and what is emptied into what', () => {
  test('once a box is open nobody lists another alone, sealed or not', () => {
    const unsealed = aLiveElection(sha256)
    const boxes = [{ id: 'c1', area: 'west' }]
    unsealed.say({ kind: 'boxes', round: 1, boxes }, 'authority')
    expect(effectOf(unsealed)).toEqual({ force: true })
    const voting = anEvening(sha256)
    voting.say({ kind: 'boxes', round: 1, boxes }, 'authority')
    expect(effectOf(voting)).toEqual({ force: false, why: 'sealed' })
    voting.say({ kind: 'amend', round: 1, added: boxes, reason: 'Forgotten.' }, ...both)
    expect(effectOf(voting)).toEqual({ force: true })
  })

  test('two people of one box empty no box of another area, and a form of an emptied box is found', () => {
    const live = anEvening(sha256, { merging: 'allowed' })
    const merge = { kind: 'merge', round: 1, box: 'b1' } as const
    live.say({ ...merge, merged: ['b4'] }, 'b1 leader', 'b1 supervisor 1')
    expect(effectOf(live)).toEqual({ force: false, why: 'other-area' })
    live.say({ ...merge, merged: ['b2'] }, 'b1 leader', 'b1 supervisor 1')
    report(live, 'b2', { figures })
    expect([stateOf(live, 'b2'), codesOf(live, 'b2')]).toEqual(['merged', ['B09 merged']])
  })
})

describe('the centre’s copy', () => {
  test('that differs is no agreement, also of a box that is disputed after a ruling', () => {
    const live = anEvening(sha256)
    const form = report(live, 'b1', { figures })
    transcribe(live, 'b1', aForm(80, 80, 30, 10))
    live.say({ ...rule, decision: 'accept', form }, ...both)
    live.say({ kind: 'object', round: 1, box: 'b1', statement: form, ground: 'So.' }, 'b1 agent of boris')
    expect(stateOf(live, 'b1')).toBe('disputed')
    expect(tally(live.log.replay(), { total: 'reconciled' }).rounds[0]!.taken).toBe(0)
  })
})
