import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { findings } from '../checks/findings.ts'
import { tally } from '../count/tally.ts'
import {
  aForm,
  aNight,
  anEvening,
  boxIds,
  codesOf,
  effectOf,
  report,
  stateOf,
  transcribe,
} from '../made-up/live.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

describe('a box that does not agree', () => {
  // threat: misreading
  test('a form that does not add up is held out of the reconciled total until a ruling', () => {
    const live = aNight(sha256)
    const wrong = anEvening(sha256)
    report(wrong, 'b1', { figures: aForm(90, 70, 30, 10).with({ taken: 211 }) })
    const election = wrong.log.replay()
    expect(stateOf(wrong, 'b1')).toBe('quarantined')
    expect(codesOf(wrong, 'b1')).toEqual(['B02 taken', 'B02 inBox'])
    expect(tally(election).rounds[0]).toMatchObject({ taken: 211 })
    expect(tally(election, { total: 'undisputed' }).rounds[0]).toMatchObject({ taken: 0 })
    expect(tally(live.log.replay()).rounds[0]!.boxes).toEqual({ agreed: 6 })
  })

  // threat: misreading
  test('the centre’s copy differs: conflicting; a ruling chooses the copy', () => {
    const live = anEvening(sha256)
    const form = report(live, 'b1', { figures: aForm(90, 70, 30, 10) })
    const copy = transcribe(live, 'b1', aForm(90, 70, 30, 10).with({ votes: { 1: 80, 2: 80, 3: 30, 4: 10 } }))
    expect(stateOf(live, 'b1')).toBe('conflicting')
    expect(codesOf(live, 'b1')).toEqual(['B07 centre'])
    const accept = {
      kind: 'ruling',
      round: 1,
      box: 'b1',
      decision: 'accept',
      explanation: 'The box’s copy.',
    } as const
    live.say({ ...accept, form }, 'authority', 'council')
    expect(stateOf(live, 'b1')).toBe('accepted')
    expect(tally(live.log.replay(), { total: 'reconciled' }).rounds[0]!.candidates).toMatchObject({
      anna: 90,
    })
    live.say({ ...accept, form: copy }, 'authority', 'council')
    expect(tally(live.log.replay(), { total: 'reconciled' }).rounds[0]!.candidates).toMatchObject({
      anna: 80,
    })
  })

  // threat: typed-copies
  test('an agent’s typing disputes and stops nothing; a photograph of a signed copy conflicts', () => {
    const live = aNight(sha256)
    const claim = {
      kind: 'transcript',
      round: 1,
      box: 'b1',
      copy: '2',
      figures: { votes: { 2: 71 } },
    } as const
    live.say(claim, 'b1 agent of boris')
    expect(stateOf(live, 'b1')).toBe('disputed')
    // He signed the form himself: it says so.
    expect(codesOf(live, 'b1')).toEqual(['B07 signed'])
    expect(tally(live.log.replay(), { total: 'reconciled' }).rounds[0]).toMatchObject({ taken: 1260 })
    const photograph = live.say(
      {
        kind: 'attach',
        round: 1,
        box: 'b1',
        original: '28'.repeat(32),
        serial: 'F-b1-1',
        signatures: 'shown',
      },
      'b1 agent of boris',
    )
    live.say({ ...claim, figures: { votes: { 2: 72 } }, photograph }, 'b1 agent of boris')
    expect(stateOf(live, 'b1')).toBe('conflicting')
    expect(tally(live.log.replay(), { total: 'reconciled' }).rounds[0]).toMatchObject({ taken: 1050 })
    expect(tally(live.log.replay()).rounds[0]).toMatchObject({ taken: 1260 })
  })

  // threat: irregular-forms
  test('a second form, a serial used twice, another form than committed to, a wrong code on the paper', () => {
    const live = anEvening(sha256)
    live.say({ kind: 'commit', round: 1, box: 'b3', form: '99'.repeat(32) }, ...live.staff('b3'))
    report(live, 'b1', { figures: aForm(90, 70, 30, 10) })
    report(live, 'b1', { figures: aForm(70, 90, 30, 10) })
    report(live, 'b2', { figures: aForm(90, 70, 30, 10), form: { serial: 'F-b1-1' } })
    report(live, 'b3', { figures: aForm(90, 70, 30, 10) })
    report(live, 'b4', { figures: aForm(90, 70, 30, 10) })
    live.say(
      {
        kind: 'transcript',
        round: 1,
        box: 'b4',
        copy: '3',
        figures: aForm(90, 70, 30, 10),
        code: '0000-0000-0000-0000-0',
      },
      'west clerk 1',
      'west clerk 2',
    )
    expect(codesOf(live, 'b1')).toEqual(['B09 second', 'B09 serial'])
    expect(codesOf(live, 'b2')).toEqual(['B09 serial'])
    expect(codesOf(live, 'b3')).toEqual(['B09 commit'])
    expect(codesOf(live, 'b4')).toEqual(['B14 code'])
    expect(boxIds.map(box => stateOf(live, box))).toEqual([
      ...['conflicting', 'conflicting', 'conflicting', 'conflicting', 'closed', 'closed'],
    ])
  })

  test('an objection is on the docket; a recount supersedes, and both figures stay', () => {
    const live = aNight(sha256)
    const form = live.log.replay().rounds.get(1)!.boxes.get('b1')!.forms[0]!.id
    live.say(
      { kind: 'object', round: 1, box: 'b1', statement: form, ground: 'Read out of sight.' },
      'b1 agent of boris',
    )
    expect(stateOf(live, 'b1')).toBe('disputed')
    const complaint = live.say(
      { kind: 'complaint', round: 1, box: 'b1', ground: 'Read out of sight.', wants: 'recount' },
      'boris',
    )
    const order = { kind: 'ruling', round: 1, box: 'b1', complaint, explanation: 'Count again.' } as const
    const figures = aForm(80, 80, 30, 10)
    live.say({ kind: 'recount', round: 1, box: 'b1', ruling: '00'.repeat(32), figures }, ...live.staff('b1'))
    expect(effectOf(live)).toEqual({ force: false, why: 'no-such-ruling' })
    const ruling = live.say({ ...order, decision: 'recount' }, 'authority', 'council')
    live.say({ kind: 'recount', round: 1, box: 'b1', ruling, figures }, ...live.staff('b1'))
    const election = live.log.replay()
    expect(stateOf(live, 'b1')).toBe('accepted')
    expect(election.docket.get(complaint)!.rulings).toHaveLength(1)
    expect(election.rounds.get(1)!.boxes.get('b1')!.forms).toHaveLength(1)
    expect(tally(election, { total: 'reconciled' }).rounds[0]!.candidates).toMatchObject({
      anna: 530,
      boris: 430,
    })
  })

  test('a re-run begins the box anew', () => {
    const live = aNight(sha256)
    const rerun = {
      kind: 'ruling',
      round: 1,
      box: 'b1',
      decision: 'rerun',
      explanation: 'The seals differ.',
    } as const
    live.say(rerun, 'authority', 'council')
    expect(stateOf(live, 'b1')).toBe('expected')
    report(live, 'b1', { figures: aForm(10, 20, 30, 40), form: { serial: 'F-b1-again' } })
    transcribe(live, 'b1', aForm(10, 20, 30, 40))
    expect(stateOf(live, 'b1')).toBe('agreed')
  })
})

describe('the list of boxes', () => {
  test('a box that is not on it is shown, without force, until it is', () => {
    const live = anEvening(sha256)
    const extra = { key: live.key('b9 leader'), role: 'leader' as const, card: '9', box: 'b9' }
    const agent = { key: live.key('b9 agent'), role: 'agent' as const, card: '9', box: 'b9' }
    live.say({ kind: 'enrol', side: 'ministry', keys: [extra] }, 'authority')
    live.say({ kind: 'enrol', side: 'anna', keys: [agent] }, 'anna')
    report(live, 'b9', { figures: aForm(90, 0, 0, 0), signers: ['b9 leader', 'b9 agent'] })
    expect(effectOf(live)).toEqual({ force: false, why: 'B13' })
    expect(findings(live.log.replay()).filter(({ code }) => code === 'B13')).toMatchObject([
      { box: 'b9', part: 'box' },
    ])
    expect(tally(live.log.replay()).rounds[0]!.taken).toBe(0)
    live.say(
      { kind: 'amend', added: [{ id: 'b9', area: 'east' }], reason: 'Forgotten.' },
      'authority',
      'council',
    )
    expect(effectOf(live)).toEqual({ force: true })
    expect(stateOf(live, 'b9')).toBe('reported')
    expect(tally(live.log.replay()).rounds[0]!.taken).toBe(100)
  })

  test('after the seal only two bodies add or move', () => {
    const live = aNight(sha256)
    live.say({ kind: 'boxes', boxes: [{ id: 'b9', area: 'east' }] }, 'authority')
    expect(effectOf(live)).toEqual({ force: false, why: 'sealed' })
    live.say(
      { kind: 'amend', moved: [{ box: 'b1', area: 'west' }], reason: 'A mistake.' },
      'authority',
      'council',
    )
    expect(tally(live.log.replay(), { area: 'east' }).rounds[0]).toMatchObject({
      taken: 420,
      boxes: { agreed: 2 },
    })
    expect(tally(live.log.replay(), { area: 'west' }).rounds[0]).toMatchObject({
      taken: 840,
      boxes: { agreed: 4 },
    })
  })

  test('merged before counting, where the definition allows it', () => {
    const live = anEvening(sha256, { merging: 'allowed' })
    live.say({ kind: 'merge', round: 1, box: 'b1', merged: ['b2'] }, 'b1 leader', 'b1 supervisor 1')
    expect(effectOf(live)).toEqual({ force: true })
    expect(stateOf(live, 'b2')).toBe('merged')
    const never = anEvening(sha256)
    never.say({ kind: 'merge', round: 1, box: 'b1', merged: ['b2'] }, 'b1 leader', 'b1 supervisor 1')
    expect(effectOf(never)).toEqual({ force: false, why: 'merging-not-allowed' })
  })

  // threat: stopped-feed
  test('missing once the deadline for forms has passed, by the operator’s clock', () => {
    const live = anEvening(sha256)
    live.say(
      { kind: 'calendar', round: 1, dates: [{ id: 'forms', date: '2031-06-07', at: 1000 }] },
      'authority',
    )
    live.say({ kind: 'time', at: 999 }, 'operator')
    expect(stateOf(live, 'b1')).toBe('closed')
    live.say({ kind: 'time', at: 1001 }, 'operator')
    expect(stateOf(live, 'b1')).toBe('missing')
    live.say({ kind: 'time', at: 1000 }, 'operator')
    expect(effectOf(live)).toEqual({ force: false, why: 'time-backwards' })
    report(live, 'b1', { figures: aForm(1, 2, 3, 4) })
    expect(stateOf(live, 'b1')).toBe('reported')
  })
})
