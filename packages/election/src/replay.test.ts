import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { findings } from './checks/findings.ts'
import { tally } from './count/tally.ts'
import type { Election } from './election.ts'
import { fromHex, toHex } from './hex.ts'
import {
  aForm,
  aLiveElection,
  ballotOf,
  boxIds,
  closePoll,
  type Live,
  open,
  report,
  transcribe,
} from './made-up/live.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

const stateOf = (election: Election, box: string, round = 1) =>
  election.rounds.get(round)!.boxes.get(box)!.judgement.state
const codesOf = (election: Election, box: string, round = 1) =>
  election.rounds
    .get(round)!
    .boxes.get(box)!
    .judgement.findings.map(({ code, part }) => `${code} ${part}`)
const why = (live: Live, index = -1) => live.log.effects().at(index)

/** The first round up to the release: every box opened and closed. */
function anEvening(changes = {}): Live {
  const live = aLiveElection(sha256, changes)
  for (const box of boxIds) open(live, box)
  for (const box of boxIds) closePoll(live, box)
  live.say({ kind: 'release', round: 1 }, 'authority')
  return live
}

/** And every box reported and transcribed: nobody over half. */
function aNight(changes = {}): Live {
  const live = anEvening(changes)
  for (const box of boxIds) {
    report(live, box, { figures: aForm(90, 70, 30, 10) })
    transcribe(live, box, aForm(90, 70, 30, 10))
  }
  return live
}

test('a whole election, from the keys to the office, in two rounds', () => {
  const live = aNight()
  const { say } = live
  // 1. All six boxes agree; nobody has more than half of the ballots taken: a run-off.
  let election = live.log.replay()
  expect(tally(election, { total: 'reconciled' }).rounds[0]).toMatchObject({
    taken: 1260,
    candidates: { anna: 540, boris: 420, clara: 180, dario: 60 },
    outcome: { state: 'runOff', between: ['anna', 'boris'] },
    evidence: { signedForms: 6, agentSigned: 6, boxes: 6 },
    boxes: { agreed: 6 },
  })
  // 2. The authority declares what the record says; the supervising body certifies it.
  const declared = say(
    {
      kind: 'declare',
      round: 1,
      treeSize: election.size,
      figures: { taken: 1260, votes: { 1: 540, 2: 420, 3: 180, 4: 60 } },
      outcome: { state: 'runOff', candidates: ['anna', 'boris'] },
      total: 'reconciled',
    },
    'authority',
  )
  say({ kind: 'certify', round: 1, declaration: declared, decision: 'certified' }, 'council')
  // 3. The second round is a round of its own, with the same boxes and keys.
  say(ballotOf(2, ['anna', 'boris']), 'authority')
  for (const box of boxIds) open(live, box, 2)
  say({ kind: 'release', round: 2 }, 'authority')
  for (const box of boxIds) {
    report(live, box, { round: 2, figures: aForm(100, 110) })
    transcribe(live, box, aForm(100, 110), 2)
  }
  election = live.log.replay()
  expect(tally(election, { round: 2, total: 'reconciled' }).rounds[0]).toMatchObject({
    candidates: { anna: 600, boris: 660 },
    outcome: { state: 'elected', candidate: 'boris' },
  })
  const won = say(
    {
      kind: 'declare',
      round: 2,
      treeSize: election.size,
      figures: { taken: 1320, votes: { 1: 600, 2: 660 } },
      outcome: { state: 'elected', candidates: ['boris'] },
      total: 'reconciled',
    },
    'authority',
  )
  const certified = say({ kind: 'certify', round: 2, declaration: won, decision: 'certified' }, 'council')
  say({ kind: 'confirm', round: 2, statement: certified, decision: 'confirmed' }, 'court')
  say({ kind: 'office', candidate: 'boris', act: 'termBegins', date: '2031-08-01' }, 'court')
  say({ kind: 'close' }, 'authority', 'council')
  // 4. Everything had force, and nothing contradicts the record.
  expect(live.log.effects().filter(({ force }) => !force)).toEqual([])
  expect(findings(live.log.replay()).filter(({ severity }) => severity !== 'informs')).toEqual([])
  // 5. After `close` nothing has force.
  say({ kind: 'release', round: 2, at: 1 }, 'authority')
  expect(why(live)).toEqual({ force: false, why: 'record-closed' })
})

describe('force', () => {
  test('a form needs the leader, and someone of another side', () => {
    const live = anEvening()
    report(live, 'b1', {
      figures: aForm(1, 2, 3, 4),
      signers: ['b1 leader', 'b1 official 1', 'b1 official 2'],
    })
    expect(why(live)).toEqual({ force: false, why: 'quorum' })
    expect(stateOf(live.log.replay(), 'b1')).toBe('closed')
    // The same form again, with an agent's signature that came later: it has force from that index.
    report(live, 'b1', { figures: aForm(1, 2, 3, 4), signers: ['b1 agent of anna'] })
    expect(why(live)).toEqual({ force: true })
    expect(stateOf(live.log.replay(), 'b1')).toBe('reported')
    const form = live.log.replay().rounds.get(1)!.boxes.get('b1')!.forms[0]!
    expect([form.index, form.force]).toEqual([live.log.entries.length - 2, live.log.entries.length - 1])
  })

  test('people of another box have no say here, and ink gives no force', () => {
    const live = anEvening()
    const ink = {
      people: [{ role: 'leader', ink: 'signed' } as const, { role: 'agent', ink: 'signed' } as const],
    }
    report(live, 'b1', { figures: aForm(1, 2, 3, 4), form: ink, signers: ['b1 leader', 'b2 agent of anna'] })
    expect(why(live)).toEqual({ force: false, why: 'quorum' })
  })

  test('two keys of one card are one person; a definition can ask for more people', () => {
    const more = { quorums: [{ kind: 'form', people: 3, sides: 2 }] }
    const live = anEvening(more)
    const second = live.key('b1 agent’s other telephone')
    const card = { role: 'agent' as const, card: 'b1-agent-of-anna', box: 'b1' }
    live.say({ kind: 'enrol', side: 'anna', keys: [{ key: second, ...card }] }, 'anna')
    const signers = ['b1 leader', 'b1 agent of anna', 'b1 agent’s other telephone']
    report(live, 'b1', { figures: aForm(1, 2, 3, 4), signers })
    expect(why(live)).toEqual({ force: false, why: 'quorum' })
    report(live, 'b1', { figures: aForm(1, 2, 3, 4), signers: ['b1 official 1'] })
    expect(why(live)).toEqual({ force: true })
  })

  test('a side enrols its own, in its own roles, each key once', () => {
    const live = aLiveElection(sha256)
    const key = live.key('someone')
    live.say({ kind: 'enrol', side: 'boris', keys: [{ key, role: 'agent', card: '1' }] }, 'anna')
    expect(why(live)).toEqual({ force: false, why: 'other-side' })
    live.say({ kind: 'enrol', side: 'anna', keys: [{ key, role: 'leader', card: '1' }] }, 'anna')
    expect(why(live)).toEqual({ force: false, why: 'role-of-another-side' })
    live.say(
      { kind: 'enrol', side: 'anna', keys: [{ key: live.key('boris'), role: 'agent', card: '1' }] },
      'anna',
    )
    expect(why(live)).toEqual({ force: false, why: 'key-taken' })
  })

  test('two people of one ministry are one body: no ruling', () => {
    const live = aNight()
    const ruling = {
      kind: 'ruling',
      round: 1,
      box: 'b1',
      decision: 'annul',
      explanation: 'Because.',
    } as const
    live.say(ruling, 'authority', 'east head')
    expect(why(live)).toEqual({ force: false, why: 'quorum' })
    expect(stateOf(live.log.replay(), 'b1')).toBe('agreed')
    live.say(ruling, 'council')
    expect(why(live)).toEqual({ force: true })
    expect(stateOf(live.log.replay(), 'b1')).toBe('annulled')
  })
})

describe('revocation', () => {
  const revoke = { kind: 'revoke', reason: 'Lost.' } as const
  const kid = (live: Live, whose: string) => toHex(sha256(fromHex(live.key(whose))).subarray(0, 8))

  test('before its box has opened: the signature does not count', () => {
    const live = aLiveElection(sha256)
    live.say({ ...revoke, keys: [kid(live, 'b1 leader')] }, 'authority')
    expect(why(live)).toEqual({ force: true })
    open(live, 'b1')
    expect(why(live)).toEqual({ force: false, why: 'quorum' })
    report(live, 'b1', { figures: aForm(1, 2, 3, 4) })
    expect(why(live)).toEqual({ force: false, why: 'quorum' })
  })

  test('after it has opened: only by two bodies; the form has force and is held for a ruling', () => {
    const live = anEvening()
    live.say({ ...revoke, keys: [kid(live, 'b1 leader')] }, 'authority')
    expect(why(live)).toEqual({ force: false, why: 'opened' })
    live.say({ ...revoke, keys: [kid(live, 'b1 leader')] }, 'council')
    expect(why(live)).toEqual({ force: true })
    report(live, 'b1', { figures: aForm(1, 2, 3, 4) })
    expect(why(live)).toEqual({ force: true })
    expect(stateOf(live.log.replay(), 'b1')).toBe('quarantined')
    expect(codesOf(live.log.replay(), 'b1')).toContain('B08 revoked')
    const accept = {
      kind: 'ruling',
      round: 1,
      box: 'b1',
      decision: 'accept',
      explanation: 'In order.',
    } as const
    live.say(accept, 'authority', 'council')
    expect(stateOf(live.log.replay(), 'b1')).toBe('accepted')
  })

  test('after the form: it is held too', () => {
    const live = aNight()
    live.say({ ...revoke, keys: [kid(live, 'b1 agent of anna')] }, 'authority', 'council')
    expect(stateOf(live.log.replay(), 'b1')).toBe('quarantined')
    expect(stateOf(live.log.replay(), 'b2')).toBe('agreed')
  })
})

describe('a box that does not agree', () => {
  test('a form that does not add up is held out of the reconciled total until a ruling', () => {
    const live = aNight()
    const wrong = anEvening()
    report(wrong, 'b1', { figures: aForm(90, 70, 30, 10).with({ taken: 211 }) })
    const election = wrong.log.replay()
    expect(stateOf(election, 'b1')).toBe('quarantined')
    expect(codesOf(election, 'b1')).toEqual(['B02 taken', 'B02 inBox'])
    expect(tally(election).rounds[0]).toMatchObject({ taken: 211 })
    expect(tally(election, { total: 'undisputed' }).rounds[0]).toMatchObject({ taken: 0 })
    expect(tally(live.log.replay()).rounds[0]!.boxes).toEqual({ agreed: 6 })
  })

  test('the centre’s copy differs: conflicting; a ruling chooses the copy', () => {
    const live = anEvening()
    const form = report(live, 'b1', { figures: aForm(90, 70, 30, 10) })
    const copy = transcribe(live, 'b1', aForm(90, 70, 30, 10).with({ votes: { 1: 80, 2: 80, 3: 30, 4: 10 } }))
    expect(stateOf(live.log.replay(), 'b1')).toBe('conflicting')
    expect(codesOf(live.log.replay(), 'b1')).toEqual(['B07 centre'])
    const accept = {
      kind: 'ruling',
      round: 1,
      box: 'b1',
      decision: 'accept',
      explanation: 'The box’s copy.',
    } as const
    live.say({ ...accept, form }, 'authority', 'council')
    expect(stateOf(live.log.replay(), 'b1')).toBe('accepted')
    expect(tally(live.log.replay(), { total: 'reconciled' }).rounds[0]!.candidates).toMatchObject({
      anna: 90,
    })
    live.say({ ...accept, form: copy }, 'authority', 'council')
    expect(tally(live.log.replay(), { total: 'reconciled' }).rounds[0]!.candidates).toMatchObject({
      anna: 80,
    })
  })

  test('an agent’s typing disputes and stops nothing; a photograph of a signed copy conflicts', () => {
    const live = aNight()
    const claim = {
      kind: 'transcript',
      round: 1,
      box: 'b1',
      copy: '2',
      figures: { votes: { 2: 71 } },
    } as const
    live.say(claim, 'b1 agent of boris')
    expect(stateOf(live.log.replay(), 'b1')).toBe('disputed')
    // He signed the form himself: it says so.
    expect(codesOf(live.log.replay(), 'b1')).toEqual(['B07 signed'])
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
    expect(stateOf(live.log.replay(), 'b1')).toBe('conflicting')
    expect(tally(live.log.replay(), { total: 'reconciled' }).rounds[0]).toMatchObject({ taken: 1050 })
    expect(tally(live.log.replay()).rounds[0]).toMatchObject({ taken: 1260 })
  })

  test('a second form, a serial used twice, another form than committed to, a wrong code on the paper', () => {
    const live = anEvening()
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
    const election = live.log.replay()
    expect(codesOf(election, 'b1')).toEqual(['B09 second', 'B09 serial'])
    expect(codesOf(election, 'b2')).toEqual(['B09 serial'])
    expect(codesOf(election, 'b3')).toEqual(['B09 commit'])
    expect(codesOf(election, 'b4')).toEqual(['B14 code'])
    expect(boxIds.map(box => stateOf(election, box))).toEqual([
      ...['conflicting', 'conflicting', 'conflicting', 'conflicting', 'closed', 'closed'],
    ])
  })

  test('an objection is on the docket; a recount supersedes, and both figures stay', () => {
    const live = aNight()
    const form = live.log.replay().rounds.get(1)!.boxes.get('b1')!.forms[0]!.id
    live.say(
      { kind: 'object', round: 1, box: 'b1', statement: form, ground: 'Read out of sight.' },
      'b1 agent of boris',
    )
    expect(stateOf(live.log.replay(), 'b1')).toBe('disputed')
    const complaint = live.say(
      { kind: 'complaint', round: 1, box: 'b1', ground: 'Read out of sight.', wants: 'recount' },
      'boris',
    )
    const order = { kind: 'ruling', round: 1, box: 'b1', complaint, explanation: 'Count again.' } as const
    const figures = aForm(80, 80, 30, 10)
    live.say({ kind: 'recount', round: 1, box: 'b1', ruling: '00'.repeat(32), figures }, ...live.staff('b1'))
    expect(why(live)).toEqual({ force: false, why: 'no-such-ruling' })
    const ruling = live.say({ ...order, decision: 'recount' }, 'authority', 'council')
    live.say({ kind: 'recount', round: 1, box: 'b1', ruling, figures }, ...live.staff('b1'))
    const election = live.log.replay()
    expect(stateOf(election, 'b1')).toBe('accepted')
    expect(election.docket.get(complaint)!.rulings).toHaveLength(1)
    expect(election.rounds.get(1)!.boxes.get('b1')!.forms).toHaveLength(1)
    expect(tally(election, { total: 'reconciled' }).rounds[0]!.candidates).toMatchObject({
      anna: 530,
      boris: 430,
    })
  })

  test('a re-run begins the box anew', () => {
    const live = aNight()
    const rerun = {
      kind: 'ruling',
      round: 1,
      box: 'b1',
      decision: 'rerun',
      explanation: 'The seals differ.',
    } as const
    live.say(rerun, 'authority', 'council')
    expect(stateOf(live.log.replay(), 'b1')).toBe('expected')
    report(live, 'b1', { figures: aForm(10, 20, 30, 40), form: { serial: 'F-b1-again' } })
    transcribe(live, 'b1', aForm(10, 20, 30, 40))
    expect(stateOf(live.log.replay(), 'b1')).toBe('agreed')
  })
})

describe('the list of boxes', () => {
  test('a box that is not on it is shown, without force, until it is', () => {
    const live = anEvening()
    const extra = { key: live.key('b9 leader'), role: 'leader' as const, card: '9', box: 'b9' }
    const agent = { key: live.key('b9 agent'), role: 'agent' as const, card: '9', box: 'b9' }
    live.say({ kind: 'enrol', side: 'ministry', keys: [extra] }, 'authority')
    live.say({ kind: 'enrol', side: 'anna', keys: [agent] }, 'anna')
    report(live, 'b9', { figures: aForm(90, 0, 0, 0), signers: ['b9 leader', 'b9 agent'] })
    expect(why(live)).toEqual({ force: false, why: 'B13' })
    expect(findings(live.log.replay()).filter(({ code }) => code === 'B13')).toMatchObject([
      { box: 'b9', part: 'box' },
    ])
    expect(tally(live.log.replay()).rounds[0]!.taken).toBe(0)
    live.say(
      { kind: 'amend', added: [{ id: 'b9', area: 'east' }], reason: 'Forgotten.' },
      'authority',
      'council',
    )
    expect(why(live)).toEqual({ force: true })
    expect(stateOf(live.log.replay(), 'b9')).toBe('reported')
    expect(tally(live.log.replay()).rounds[0]!.taken).toBe(100)
  })

  test('after the seal only two bodies add or move', () => {
    const live = aNight()
    live.say({ kind: 'boxes', boxes: [{ id: 'b9', area: 'east' }] }, 'authority')
    expect(why(live)).toEqual({ force: false, why: 'sealed' })
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
    const live = anEvening({ merging: 'allowed' })
    live.say({ kind: 'merge', round: 1, box: 'b1', merged: ['b2'] }, 'b1 leader', 'b1 supervisor 1')
    expect(why(live)).toEqual({ force: true })
    expect(stateOf(live.log.replay(), 'b2')).toBe('merged')
    const never = anEvening()
    never.say({ kind: 'merge', round: 1, box: 'b1', merged: ['b2'] }, 'b1 leader', 'b1 supervisor 1')
    expect(why(never)).toEqual({ force: false, why: 'merging-not-allowed' })
  })

  test('missing once the deadline for forms has passed, by the operator’s clock', () => {
    const live = anEvening()
    live.say(
      { kind: 'calendar', round: 1, dates: [{ id: 'forms', date: '2031-06-07', at: 1000 }] },
      'authority',
    )
    live.say({ kind: 'time', at: 999 }, 'operator')
    expect(stateOf(live.log.replay(), 'b1')).toBe('closed')
    live.say({ kind: 'time', at: 1001 }, 'operator')
    expect(stateOf(live.log.replay(), 'b1')).toBe('missing')
    live.say({ kind: 'time', at: 1000 }, 'operator')
    expect(why(live)).toEqual({ force: false, why: 'time-backwards' })
    report(live, 'b1', { figures: aForm(1, 2, 3, 4) })
    expect(stateOf(live.log.replay(), 'b1')).toBe('reported')
  })
})

describe('sums and outcomes', () => {
  const pairs = (live: Live, boxes: readonly string[]) => {
    const forms = live.log.replay().rounds.get(1)!.boxes
    const lines = boxes.map(box => `${box} ${forms.get(box)!.forms[0]!.id}\n`).sort()
    return toHex(sha256(new TextEncoder().encode(lines.join(''))))
  }

  test('a centre’s tally that follows, one that does not, and one over other forms', () => {
    const live = aNight()
    const treeSize = live.log.entries.length
    const digest = pairs(live, ['b1', 'b2', 'b3'])
    const right = { kind: 'tally', round: 1, area: 'east', boxes: 3, digest, treeSize } as const
    live.say({ ...right, figures: { taken: 630, votes: { 1: 270 } } }, 'east head')
    expect(findings(live.log.replay()).filter(({ code }) => code === 'C01')).toEqual([])
    live.say({ ...right, figures: { taken: 631 } }, 'east head')
    live.say({ ...right, boxes: 2, figures: { taken: 630 } }, 'east head')
    const said = findings(live.log.replay()).filter(({ code }) => code === 'C01')
    expect(said).toMatchObject([
      { part: 'figure', severity: 'contradicts', figures: { figure: 'taken', stated: 631, computed: 630 } },
      { part: 'boxes', figures: { stated: 2, computed: 3 } },
    ])
  })

  test('a tally is of its version of the record: what came later is no contradiction', () => {
    const live = anEvening()
    report(live, 'b1', { figures: aForm(90, 70, 30, 10) })
    const treeSize = live.log.entries.length
    const digest = pairs(live, ['b1'])
    report(live, 'b2', { figures: aForm(90, 70, 30, 10) })
    live.say(
      { kind: 'tally', round: 1, area: 'east', boxes: 1, digest, treeSize, figures: { taken: 210 } },
      'east head',
    )
    expect(findings(live.log.replay()).filter(({ code }) => code === 'C01')).toEqual([])
  })

  test('a wrong total and a wrong outcome are declared: both contradict the record', () => {
    const live = aNight()
    const treeSize = live.log.entries.length
    const declare = { kind: 'declare', round: 1, treeSize, total: 'reconciled' } as const
    const outcome = { state: 'elected', candidates: ['anna'] } as const
    live.say({ ...declare, figures: { votes: { 1: 1540 } }, outcome }, 'authority')
    expect(findings(live.log.replay()).filter(({ severity }) => severity === 'contradicts')).toMatchObject([
      { code: 'C02', figures: { figure: 'anna', stated: 1540, computed: 540, difference: 1000 } },
      { code: 'C03', part: 'outcome' },
    ])
  })

  test('another list in the run-off than the outcome of the first round; the next enters for one who withdrew', () => {
    const wrong = aNight()
    wrong.say(ballotOf(2, ['anna', 'clara']), 'authority')
    expect(findings(wrong.log.replay()).filter(({ code }) => code === 'C03')).toMatchObject([
      { part: 'ballot' },
    ])
    const right = aNight()
    right.say({ kind: 'candidacy', candidate: 'boris', step: 'withdrawn' }, 'boris')
    right.say(ballotOf(2, ['anna', 'clara']), 'authority')
    expect(findings(right.log.replay()).filter(({ code }) => code === 'C03')).toEqual([])
  })

  test('votes for one who withdrew after the printing are invalid, and nobody’s', () => {
    const live = aLiveElection(sha256)
    live.say({ kind: 'candidacy', candidate: 'boris', step: 'withdrawn' }, 'boris')
    live.say({ kind: 'release', round: 1 }, 'authority')
    report(live, 'b1', { figures: aForm(90, 70, 30, 10) })
    const [round] = tally(live.log.replay()).rounds
    expect(round).toMatchObject({ taken: 210, invalid: 80, valid: 130, withdrawn: { boris: 70 } })
    expect(round!.candidates).toEqual({ anna: 90, clara: 30, dario: 10 })
  })

  test('undecided while ballots are outstanding; the three bounds, to the ballot', () => {
    const live = anEvening()
    report(live, 'b1', { figures: aForm(90, 70, 30, 10) })
    expect(tally(live.log.replay()).rounds[0]).toMatchObject({
      outcome: { state: 'undecided', reason: 'outstanding' },
      asItStands: { state: 'runOff', between: ['anna', 'boris'] },
      // 210 taken, 5 boxes of 300 to come.
      settled: {
        outstanding: 1500,
        elected: { settled: false, by: 180 - 1710 - 1 },
        nobodyOverHalf: { settled: false, by: 1710 - 2 * 1590 },
        finalists: { settled: false, by: 70 - 1530 - 1 },
      },
    })
    live.say({ kind: 'supply', round: 1, box: 'b2', ballots: 40 }, 'authority')
    expect(tally(live.log.replay()).rounds[0]!.settled!.outstanding).toBe(1540)
  })

  test('a contested box is taken out, and its ballots wait outside', () => {
    const live = aNight()
    expect(tally(live.log.replay()).rounds[0]!.settled!.outstanding).toBe(0)
    live.say(
      { kind: 'transcript', round: 1, box: 'b1', copy: '2', figures: { votes: { 2: 71 } } },
      'b1 agent of boris',
    )
    const [round] = tally(live.log.replay()).rounds
    expect(round!.settled!.outstanding).toBe(300)
    expect(round!.outcome).toEqual({ state: 'undecided', reason: 'outstanding' })
  })

  test('equal votes for the second place: undecided until a ruling; an annulled round: void', () => {
    const live = anEvening()
    for (const box of boxIds) {
      report(live, box, { figures: aForm(90, 50, 50, 10) })
      transcribe(live, box, aForm(90, 50, 50, 10))
    }
    const outcome = () => tally(live.log.replay()).rounds[0]!.outcome
    expect(outcome()).toEqual({ state: 'undecided', reason: 'tie', between: ['boris', 'clara'] })
    const tie = { kind: 'ruling', round: 1, decision: 'tie', explanation: 'By lot.' } as const
    live.say({ ...tie, candidate: 'clara' }, 'authority', 'council')
    expect(outcome()).toEqual({ state: 'runOff', between: ['anna', 'clara'] })
    const annul = {
      kind: 'ruling',
      round: 1,
      decision: 'annul',
      explanation: 'The rolls were lost.',
    } as const
    const ruling = live.say(annul, 'authority', 'council')
    expect(outcome()).toEqual({ state: 'void', ruling })
  })

  test('all boxes of an area are annulled with it', () => {
    const live = aNight()
    const annul = {
      kind: 'ruling',
      round: 1,
      area: 'east',
      decision: 'annul',
      explanation: 'Flooded.',
    } as const
    live.say(annul, 'authority', 'council')
    expect(tally(live.log.replay()).rounds[0]).toMatchObject({
      taken: 630,
      boxes: { agreed: 3, annulled: 3 },
    })
  })
})
