import { type Definition, type Election, tally, toHex } from '@countersign/election'
import { sha256 } from '@countersign/tlog'
import { sodiumNative } from '@countersign/tlog/node'
import { describe, expect, it } from 'vitest'
import {
  emptyAdmission,
  type ReadEntry,
  readEntry,
  record,
  signersOf,
  takeKeys,
  withKeys,
} from '../admissible.ts'
import { kidOf } from '../envelope.ts'
import { keyNamed, unwrap } from '../fixtures/archive.ts'
import { aMorning, anEvening, enrolStaff, figuresOf, formOf, type Live, staffOf } from '../fixtures/live.ts'
import { policyOf, publish, sourceOf, utf8 } from '../fixtures/publish.ts'
import { withoutRecorded } from '../sign.ts'
import { inThisThread } from '../signatures.ts'
import { exitCode, type Report } from './report.ts'
import { type VerifyOptions, verify } from './verify.ts'

const engines = { engine: sodiumNative, checker: inThisThread(sodiumNative) }

async function verified(live: Live, options: Partial<VerifyOptions> = {}) {
  const files = await publish(live.entries)
  return unwrap(await verify(sourceOf(files), { ...engines, ...options })) as {
    readonly report: Report
    readonly election: Election
  }
}

function boxOf(election: Election, box: string) {
  return election.rounds.get(1)!.boxes.get(box)!.judgement
}

async function aNight(changes: Partial<Definition> = {}): Promise<Live> {
  const live = await anEvening(changes)
  await live.say(formOf('b1', figuresOf(100, 80)), ...staffOf('b1'))
  await live.say(formOf('b2', figuresOf(60, 70)), ...staffOf('b2'))
  return live
}

it('a whole election: intact, follows, all boxes agreed, every signature checked', async () => {
  const live = await aNight()
  const { report, election } = await verified(live)
  expect(report).toMatchObject({ intact: true, follows: true, mode: 'live', failures: [] })
  expect(report.rounds).toEqual([{ round: 1, boxes: { agreed: 2 } }])
  expect(tally(election).rounds[0]).toMatchObject({
    taken: 330,
    candidates: { anna: 160, boris: 150 },
    outcome: { state: 'runOff', between: ['anna', 'boris'] },
    evidence: { signedForms: 2, agentSigned: 2, boxes: 2 },
  })
  expect(report.signatures).toBe(
    live.entries.map(entry => unwrap(readEntry(entry)).signatures.length).reduce((a, b) => a + b),
  )
})

describe('keys and time', () => {
  const leader = async () => kidOf((await keyNamed('b1 leader')).publicKey)

  // threat: stolen-key
  it('a form by a key that was revoked before its box opened is on the record, without force', async () => {
    const live = await aMorning()
    await live.say({ kind: 'revoke', round: 0, keys: [await leader()], reason: 'Lost.' }, 'authority')
    await live.say({ kind: 'open', box: 'b1', inBox: 0 }, ...staffOf('b1'))
    await live.say({ kind: 'release' }, 'authority')
    const id = await live.say(formOf('b1', figuresOf(100, 80)), ...staffOf('b1'))
    const { report, election } = await verified(live)
    expect(report).toMatchObject({ intact: true, failures: [] })
    expect(election.entries.get(id)).toMatchObject({ why: 'quorum' })
    expect(boxOf(election, 'b1').state).toBe('expected')
  })

  // threat: revoked-for-early-results
  it('revoked after the opening, the form is held for a ruling', async () => {
    const live = await anEvening()
    await live.say(
      { kind: 'revoke', round: 0, keys: [await leader()], reason: 'Lost.' },
      'authority',
      'council',
    )
    const id = await live.say(formOf('b1', figuresOf(100, 80)), ...staffOf('b1'))
    const { report, election } = await verified(live)
    expect(report.intact).toBe(true)
    expect(election.entries.get(id)?.force).toBe(live.entries.length - 1)
    expect(boxOf(election, 'b1').state).toBe('quarantined')
    expect(report.checks).toMatchObject({ B08: 1 })
  })

  it('a candidate files under the key that the filing carries, and under no other', async () => {
    const live = await aMorning()
    const key = toHex((await keyNamed('clara')).publicKey)
    const filing = { kind: 'candidacy', round: 0, candidate: 'clara', step: 'filed', key, card: '1' } as const
    await live.say(filing, 'clara')
    await live.say({ ...filing, name: { en: 'Clara' } }, 'dario')
    const { report, election } = await verified(live)
    expect(election.candidacies.has('clara')).toBe(true)
    expect(report).toMatchObject({ failures: [{ entry: live.entries.length - 1, code: 'unknown-key' }] })
  })
})

describe('relays', () => {
  // threat: stripped-signatures
  it('signatures stripped on the way and sent later count from their own index', async () => {
    const live = await anEvening()
    const form = formOf('b1', figuresOf(100, 80))
    const whole = await live.signed(form, ...staffOf('b1'))
    const id = await live.say(form, 'b1 leader', 'b1 official 1')
    const first = await verified(live)
    expect(first.election.entries.get(id)).toMatchObject({ why: 'quorum' })

    live.entries.push(unwrap(withoutRecorded(whole, recordedBy(live, id))))
    const { report, election } = await verified(live)
    expect(report.intact).toBe(true)
    expect(election.entries.get(id)).toMatchObject({
      index: live.entries.length - 2,
      force: live.entries.length - 1,
    })
    expect(boxOf(election, 'b1')).toMatchObject({ state: 'agreed' })
    expect(election.rounds.get(1)!.boxes.get('b1')!.forms).toHaveLength(1)
  })

  it('the whole entry sent again adds nothing and has no place', async () => {
    const live = await aNight()
    live.entries.push(live.entries.at(-1)!)
    const { report } = await verified(live)
    expect(report).toMatchObject({ intact: false, failures: [{ box: 'b2', code: 'nothing-new' }] })
  })
})

describe('boxes', () => {
  // threat: irregular-forms
  it('a second form makes the box conflicting; both stay visible', async () => {
    const live = await aNight()
    await live.say(formOf('b1', figuresOf(80, 100), { blind: '0e'.repeat(16) }), ...staffOf('b1'))
    const { report, election } = await verified(live)
    expect(report).toMatchObject({ intact: true, rounds: [{ boxes: { conflicting: 1, agreed: 1 } }] })
    expect(report.checks.B09).toBeGreaterThan(0)
    expect(election.rounds.get(1)!.boxes.get('b1')!.forms).toHaveLength(2)
  })

  // threat: irregular-forms
  it('a box that is not on the sealed list is extra, without force', async () => {
    const live = await aNight()
    await enrolStaff(live, 'b9')
    await live.say(formOf('b9', figuresOf(200, 1)), ...staffOf('b9'))
    const { report, election } = await verified(live)
    expect(report.intact).toBe(true)
    expect(report.checks).toMatchObject({ B13: 1 })
    expect(tally(election).rounds[0]).toMatchObject({ taken: 330 })
  })

  // threat: claimed-ink
  it('ink signatures that the leader claims give no force', async () => {
    const live = await anEvening()
    const people = Array.from({ length: 18 }, () => ({ role: 'agent' as const, ink: 'signed' as const }))
    const id = await live.say(formOf('b1', figuresOf(100, 80), { people }), 'b1 leader')
    const { election } = await verified(live)
    expect(election.entries.get(id)).toMatchObject({ why: 'quorum' })
  })
})

describe('what is declared', () => {
  const right = { taken: 330, votes: { 1: 160, 2: 150 } }
  const runOff = { state: 'runOff', candidates: ['anna', 'boris'] } as const

  async function declared(figures: object, outcome: object, changes = {}) {
    const live = await aNight(changes)
    const treeSize = live.entries.length
    await live.say(
      { kind: 'declare', treeSize, figures, outcome, total: 'preliminary' } as never,
      'authority',
    )
    return verified(live)
  }

  it('the sums and the outcome of the record: it follows', async () => {
    const { report } = await declared(right, runOff)
    expect(report).toMatchObject({ intact: true, follows: true })
    expect(exitCode(report)).toBe(0)
  })

  // threat: wrong-sum
  it('a wrong sum: intact, and does not follow', async () => {
    const { report } = await declared({ ...right, votes: { 1: 170, 2: 140 } }, runOff)
    expect(report).toMatchObject({
      intact: true,
      follows: false,
      failures: [{ code: 'C02' }, { code: 'C02' }],
    })
    expect(report.failures[0]!.message).toContain('Entry')
    expect(exitCode(report)).toBe(1)
  })

  it('an outcome against the rule', async () => {
    const { report } = await declared(right, { state: 'elected', candidates: ['anna'] })
    expect(report).toMatchObject({ intact: true, follows: false, failures: [{ code: 'C03' }] })
    expect(exitCode(report)).toBe(1)
  })

  it('a definition cannot make that a small matter', async () => {
    const softened = { checks: [{ code: 'C02', severity: 'informs' as const }] }
    const { report } = await declared({ taken: 331 }, runOff, softened)
    expect(report).toMatchObject({ intact: true, follows: false, failures: [{ code: 'C02' }] })
  })
})

describe('the grade and the clock', () => {
  it('two bodies change the policy; the record’s own must be the latest', async () => {
    const next = await policyOf({ witnesses: ['rival'] })
    const live = await aNight()
    await live.say({ kind: 'policy', round: 0, digest: toHex(sha256(utf8(next))) }, 'authority', 'council')
    const before = await publish(live.entries)
    expect(unwrap(await verify(sourceOf(before), engines)).report.failures).toMatchObject([
      { code: 'other-policy' },
    ])
    const after = await publish(live.entries, { witnesses: ['rival'] })
    expect(unwrap(await verify(sourceOf(after), engines)).report.failures).toEqual([])
  })

  it('closed: witnessed, and two bodies state that the record is complete', async () => {
    const live = await aNight()
    await live.say({ kind: 'close', round: 0 }, 'authority', 'council')
    const files = await publish(live.entries, { witnesses: ['rival'] })
    const policy = utf8(await policyOf({ witnesses: ['rival'] }))
    const { report } = unwrap(await verify(sourceOf(files), { ...engines, policy }))
    expect(report).toMatchObject({ intact: true, grade: 'closed' })
    expect(unwrap(await verify(sourceOf(files), engines)).report.grade).toBe('self-declared')
  })

  // threat: stopped-feed, witnesses-fail
  it('the operator’s time is held against the witnesses’', async () => {
    const cosigned = 1_719_600_000
    const at = async (seconds: number) => {
      const live = await aNight()
      await live.say({ kind: 'time', round: 0, at: seconds }, 'operator')
      const files = await publish(live.entries, { witnesses: ['rival'] })
      const policy = utf8(await policyOf({ witnesses: ['rival'] }))
      return unwrap(await verify(sourceOf(files), { ...engines, policy })).report
    }
    expect((await at(cosigned + 300)).checks.T01).toBeUndefined()
    expect((await at(cosigned + 301)).checks.T01).toBe(1)
  })
})

/** The key IDs that a log has for a statement. */
function recordedBy(live: Live, id: string): ReadonlySet<string> {
  const admission = emptyAdmission()
  for (const [index, entry] of live.entries.entries()) {
    const keyed = unwrap(withKeys(admission, unwrap(readEntry(entry)) as ReadEntry, index))
    unwrap(takeKeys(admission, keyed))
    unwrap(record(admission, keyed, index))
  }
  return signersOf(admission, id)
}
