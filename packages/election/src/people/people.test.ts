import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { fromHex, toHex } from '../hex.ts'
import {
  aForm,
  aLiveElection,
  aNight,
  anEvening,
  codesOf,
  effectOf,
  type Live,
  open,
  report,
  stateOf,
  transcribe,
} from '../made-up/live.ts'
import type { Fields } from '../statements/field.ts'
import { kinds } from '../statements/statement.ts'
import { name } from '../statements/values.ts'
import { kidOf } from './person.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

describe('force', () => {
  // threat: unsigned-sheets
  test('a form needs the leader, and someone of another side', () => {
    const live = anEvening(sha256)
    report(live, 'b1', {
      figures: aForm(1, 2, 3, 4),
      signers: ['b1 leader', 'b1 official 1', 'b1 official 2'],
    })
    expect(effectOf(live)).toEqual({ force: false, why: 'quorum' })
    expect(stateOf(live, 'b1')).toBe('closed')
    // The same form again, with an agent's signature that came later: it has force from that index.
    report(live, 'b1', { figures: aForm(1, 2, 3, 4), signers: ['b1 agent of anna'] })
    expect(effectOf(live)).toEqual({ force: true })
    expect(stateOf(live, 'b1')).toBe('reported')
    const form = live.log.replay().rounds.get(1)!.boxes.get('b1')!.forms[0]!
    expect([form.index, form.force]).toEqual([live.log.entries.length - 2, live.log.entries.length - 1])
  })

  // threat: stolen-key, claimed-ink
  test('people of another box have no say here, and ink gives no force', () => {
    const live = anEvening(sha256)
    const ink = {
      people: [{ role: 'leader', ink: 'signed' } as const, { role: 'agent', ink: 'signed' } as const],
    }
    report(live, 'b1', { figures: aForm(1, 2, 3, 4), form: ink, signers: ['b1 leader', 'b2 agent of anna'] })
    expect(effectOf(live)).toEqual({ force: false, why: 'quorum' })
  })

  // threat: stolen-key
  test('two keys of one card are one person; a definition can ask for more people', () => {
    const more = { quorums: [{ kind: 'form', people: 3, sides: 2 }] }
    const live = anEvening(sha256, more)
    const second = live.key('b1 agent’s other telephone')
    const card = { role: 'agent' as const, card: 'b1-agent-of-anna', box: 'b1' }
    live.say({ kind: 'enrol', side: 'anna', keys: [{ key: second, ...card }] }, 'anna')
    const signers = ['b1 leader', 'b1 agent of anna', 'b1 agent’s other telephone']
    report(live, 'b1', { figures: aForm(1, 2, 3, 4), signers })
    expect(effectOf(live)).toEqual({ force: false, why: 'quorum' })
    report(live, 'b1', { figures: aForm(1, 2, 3, 4), signers: ['b1 official 1'] })
    expect(effectOf(live)).toEqual({ force: true })
  })

  test('a side enrols its own, in its own roles, each key once', () => {
    const live = aLiveElection(sha256)
    const key = live.key('someone')
    live.say({ kind: 'enrol', side: 'boris', keys: [{ key, role: 'agent', card: '1' }] }, 'anna')
    expect(effectOf(live)).toEqual({ force: false, why: 'other-side' })
    live.say({ kind: 'enrol', side: 'anna', keys: [{ key, role: 'leader', card: '1' }] }, 'anna')
    expect(effectOf(live)).toEqual({ force: false, why: 'role-of-another-side' })
    live.say(
      { kind: 'enrol', side: 'anna', keys: [{ key: live.key('boris'), role: 'agent', card: '1' }] },
      'anna',
    )
    expect(effectOf(live)).toEqual({ force: false, why: 'key-taken' })
  })

  // threat: stolen-key
  test('two people of one ministry are one body: no ruling', () => {
    const live = aNight(sha256)
    const ruling = {
      kind: 'ruling',
      round: 1,
      box: 'b1',
      decision: 'annul',
      explanation: 'Because.',
    } as const
    live.say(ruling, 'authority', 'east head')
    expect(effectOf(live)).toEqual({ force: false, why: 'quorum' })
    expect(stateOf(live, 'b1')).toBe('agreed')
    live.say(ruling, 'council')
    expect(effectOf(live)).toEqual({ force: true })
    expect(stateOf(live, 'b1')).toBe('annulled')
  })
})

describe('accreditation', () => {
  const decide = (live: Live, decision: 'accredited' | 'refused') =>
    live.say(
      {
        kind: 'accredit',
        decisions: [{ key: kidOf(live.key('b1 agent of anna'), sha256), decision, ground: 'No card.' }],
      },
      'authority',
    )
  const signed = { figures: aForm(90, 70, 30, 10), signers: ['b1 leader', 'b1 agent of anna'] }

  test('an agent who was refused before the morning signs nothing that counts, until admitted', () => {
    const live = aLiveElection(sha256)
    decide(live, 'refused')
    live.say({ kind: 'release', round: 1 }, 'authority')
    report(live, 'b1', signed)
    expect(effectOf(live)).toEqual({ force: false, why: 'quorum' })
    const [form] = [...live.log.replay().entries.values()].filter(
      ({ statement }) => statement.kind === 'form',
    )
    expect([form!.signatures.length, form!.standing.length]).toEqual([2, 1])
    decide(live, 'accredited')
    report(live, 'b2', { figures: aForm(90, 70, 30, 10), signers: ['b2 leader', 'b2 agent of anna'] })
    report(live, 'b1', { ...signed, form: { serial: 'F-other' } })
    expect(live.log.effects().slice(-2)).toEqual([{ force: true }, { force: true }])
  })

  // threat: refusal-to-sign
  test('nobody is sent away by a refusal once the box is open, and no missing signature holds a form', () => {
    const live = anEvening(sha256)
    decide(live, 'refused')
    expect(effectOf(live)).toEqual({ force: false, why: 'opened' })
    const refusals = ['supervisor', 'supervisor'].map(role => ({
      role,
      ink: 'refused',
      ground: 'On orders.',
    }))
    const people = [
      { role: 'leader', ink: 'signed' },
      ...Array.from({ length: 11 }, () => ({ role: 'official', ink: 'signed' })),
      ...refusals,
    ] as never
    report(live, 'b1', { ...signed, form: { people } })
    transcribe(live, 'b1', signed.figures)
    expect([effectOf(live), stateOf(live, 'b1')]).toEqual([{ force: true }, 'agreed'])
    expect(codesOf(live, 'b1')).toEqual(['B08 others'])
  })
})

// threat: harvested-names
test('an enrolment has no place for a name: a card’s number, a hash and a key', () => {
  const { keys } = kinds.find(({ name }) => name === 'enrol')!.fields as Fields
  const parts = keys!.type.parts!
  expect(Object.keys(parts)).toEqual(['key', 'role', 'card', 'nameHash', 'box', 'area'])
  const named = kinds.filter(({ fields }) =>
    Object.values(fields as Fields).some(({ type }) => type === name),
  )
  // Of the election and its bodies, an event, a pollster, a candidate, who announced: nobody's at a box.
  const public_ = ['definition', 'event', 'poll', 'candidacy', 'announce']
  expect(named.map(({ name }) => name)).toEqual(public_)
})

describe('revocation', () => {
  const revoke = { kind: 'revoke', reason: 'Lost.' } as const
  const kid = (live: Live, whose: string) => toHex(sha256(fromHex(live.key(whose))).subarray(0, 8))

  test('before its box has opened: the signature does not count', () => {
    const live = aLiveElection(sha256)
    live.say({ ...revoke, keys: [kid(live, 'b1 leader')] }, 'authority')
    expect(effectOf(live)).toEqual({ force: true })
    open(live, 'b1')
    expect(effectOf(live)).toEqual({ force: false, why: 'quorum' })
    report(live, 'b1', { figures: aForm(1, 2, 3, 4) })
    expect(effectOf(live)).toEqual({ force: false, why: 'quorum' })
  })

  // threat: revoked-for-early-results
  test('after it has opened: only by two bodies; the form has force and is held for a ruling', () => {
    const live = anEvening(sha256)
    live.say({ ...revoke, keys: [kid(live, 'b1 leader')] }, 'authority')
    expect(effectOf(live)).toEqual({ force: false, why: 'opened' })
    live.say({ ...revoke, keys: [kid(live, 'b1 leader')] }, 'council')
    expect(effectOf(live)).toEqual({ force: true })
    report(live, 'b1', { figures: aForm(1, 2, 3, 4) })
    expect(effectOf(live)).toEqual({ force: true })
    expect(stateOf(live, 'b1')).toBe('quarantined')
    expect(codesOf(live, 'b1')).toContain('B08 revoked')
    const accept = {
      kind: 'ruling',
      round: 1,
      box: 'b1',
      decision: 'accept',
      explanation: 'In order.',
    } as const
    live.say(accept, 'authority', 'council')
    expect(stateOf(live, 'b1')).toBe('accepted')
  })

  test('a key that is revoked enrols nobody and makes no second body, whoever signs with it', () => {
    const live = aLiveElection(sha256)
    live.say({ ...revoke, keys: [kid(live, 'anna'), kid(live, 'council')] }, 'authority', 'council')
    expect(effectOf(live)).toEqual({ force: true })
    const agent = { key: live.key('x'), role: 'agent', card: '1' } as const
    live.say({ kind: 'enrol', side: 'anna', keys: [agent] }, 'anna', 'boris')
    expect(effectOf(live)).toEqual({ force: false, why: 'other-side' })
    live.say({ ...revoke, keys: [kid(live, 'boris')] }, 'authority', 'council')
    expect(effectOf(live)).toEqual({ force: false, why: 'other-side' })
    live.say({ kind: 'candidacy', candidate: 'anna', step: 'approved' }, 'boris', 'council')
    expect(effectOf(live)).toEqual({ force: false, why: 'other-side' })
  })

  test('a side’s people revoke none of its keys: its own key does', () => {
    const live = aLiveElection(sha256)
    live.say({ ...revoke, keys: [kid(live, 'b1 leader')] }, 'anna', 'b1 official 1')
    expect(effectOf(live)).toEqual({ force: false, why: 'other-side' })
  })

  test('a re-run begins anew: what was revoked before it opens again does not count', () => {
    const live = aNight(sha256)
    const rerun = { kind: 'ruling', round: 1, box: 'b1', decision: 'rerun', explanation: 'So.' } as const
    live.say(rerun, 'authority', 'council')
    live.say({ ...revoke, keys: [kid(live, 'b1 leader')] }, 'authority')
    expect(effectOf(live)).toEqual({ force: true })
    report(live, 'b1', { figures: aForm(1, 2, 3, 4) })
    expect(effectOf(live)).toEqual({ force: false, why: 'quorum' })
  })

  test('people away from the box are not exempt: no copy and no ruling by a key that is revoked', () => {
    const live = anEvening(sha256)
    live.say({ ...revoke, keys: [kid(live, 'east clerk 1'), kid(live, 'east head')] }, 'authority', 'council')
    transcribe(live, 'b1', aForm(1, 2, 3, 4))
    expect(effectOf(live)).toEqual({ force: false, why: 'quorum' })
    const annul = { kind: 'ruling', round: 1, box: 'b1', decision: 'annul', explanation: 'So.' } as const
    live.say(annul, 'east head', 'b1 supervisor 1')
    expect(effectOf(live)).toEqual({ force: false, why: 'quorum' })
  })

  test('after the form: it is held too', () => {
    const live = aNight(sha256)
    live.say({ ...revoke, keys: [kid(live, 'b1 agent of anna')] }, 'authority', 'council')
    expect(stateOf(live, 'b1')).toBe('quarantined')
    expect(stateOf(live, 'b2')).toBe('agreed')
  })
})
