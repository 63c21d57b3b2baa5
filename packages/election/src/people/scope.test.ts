import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { tally } from '../count/tally.ts'
import { aForm, aNight, anEvening, codesOf, effectOf, report, stateOf } from '../made-up/live.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
const noForce = { force: false, why: 'quorum' }
const rule = { kind: 'ruling', round: 1, explanation: 'So.' } as const
const boxesIn = (live: ReturnType<typeof aNight>) => live.log.replay().rounds.get(1)!.boxes

describe('a key of one box', () => {
  test('objects to nothing of another, whichever box the objection names', () => {
    const live = aNight(sha256)
    const statement = boxesIn(live).get('b2')!.forms[0]!.id
    const object = { kind: 'object', round: 1, statement, ground: 'So.' } as const
    for (const named of [{}, { box: 'b1' }, { box: 'b2' }]) {
      live.say({ ...object, ...named }, 'b1 agent of anna')
      expect(effectOf(live)).toEqual(noForce)
    }
    expect(stateOf(live, 'b2')).toBe('agreed')
    live.say(object, 'b2 agent of anna')
    expect(stateOf(live, 'b2')).toBe('disputed')
  })

  test('decides nothing about the round: a supervisor and a centre’s head are not two bodies there', () => {
    const live = aNight(sha256)
    const two = ['b1 supervisor 1', 'east head']
    live.say({ ...rule, decision: 'annul' }, ...two)
    expect(effectOf(live)).toEqual(noForce)
    live.say({ kind: 'close' }, ...two)
    expect(effectOf(live)).toEqual(noForce)
    live.say({ kind: 'policy', digest: '00'.repeat(32) }, ...two)
    expect(effectOf(live)).toEqual(noForce)
    // About their own box they are.
    live.say({ ...rule, decision: 'annul', box: 'b1' }, ...two)
    expect(stateOf(live, 'b1')).toBe('annulled')
  })
})

describe('a key of one area', () => {
  test('has no say about a box of another, even where the statement names its own area', () => {
    const live = aNight(sha256)
    const key = live.key('a western observer')
    const observer = { key, role: 'supervisor', card: '77', area: 'west' } as const
    live.say({ kind: 'enrol', side: 'council', keys: [observer] }, 'council')
    for (const round of [0, 1]) {
      live.say(
        { ...rule, round, decision: 'annul', box: 'b1', area: 'west' },
        'a western observer',
        'west head',
      )
      expect(effectOf(live)).toEqual(noForce)
    }
    expect(stateOf(live, 'b1')).toBe('agreed')
  })

  test('clerks of another area do not make a witness’s copy the centre’s', () => {
    const live = anEvening(sha256)
    report(live, 'b1', { figures: aForm(90, 70, 30, 10) })
    live.say(
      { kind: 'transcript', round: 1, box: 'b1', copy: '3', figures: aForm(1, 2, 3, 4) },
      ...['b1 agent of anna', 'west clerk 1', 'west clerk 2'],
    )
    expect(effectOf(live)).toEqual({ force: true })
    expect(codesOf(live, 'b1')).toEqual(['B07 signed'])
    expect(stateOf(live, 'b1')).toBe('disputed')
  })
})

describe('a candidate’s people', () => {
  test('of someone who is not on the ballot are nobody at a box: a leader files no second signature for himself', () => {
    const live = anEvening(sha256)
    live.say(
      { kind: 'candidacy', candidate: 'sham', step: 'filed', key: live.key('sham'), card: '1' },
      'sham',
    )
    const agent = { key: live.key('agent of sham'), role: 'agent', card: '1', box: 'b1' } as const
    live.say({ kind: 'enrol', side: 'sham', keys: [agent] }, 'sham')
    report(live, 'b1', { figures: aForm(90, 70, 30, 10), signers: ['b1 leader', 'agent of sham'] })
    expect(effectOf(live)).toEqual(noForce)
    report(live, 'b1', { figures: aForm(90, 70, 30, 10), signers: ['b1 supervisor 1'] })
    expect(effectOf(live)).toEqual({ force: true })
    // What stands behind the result counts agents of candidates alone.
    expect(tally(live.log.replay()).rounds[0]!.evidence).toMatchObject({ signedForms: 1, agentSigned: 0 })
  })

  test('of another box are no evidence at this one', () => {
    const live = anEvening(sha256)
    const signers = ['b1 leader', 'b1 supervisor 1', 'b2 agent of anna']
    report(live, 'b1', { figures: aForm(90, 70, 30, 10), signers })
    expect(tally(live.log.replay()).rounds[0]!.evidence).toMatchObject({ signedForms: 1, agentSigned: 0 })
  })
})
