import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { findings } from '../checks/findings.ts'
import { tally } from '../count/tally.ts'
import { toHex } from '../hex.ts'
import {
  aForm,
  aLiveElection,
  aNight,
  anEvening,
  ballotOf,
  boxIds,
  effectOf,
  type Live,
  report,
  transcribe,
} from '../made-up/live.ts'

import { centreSum } from './centre-sum.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

describe('sums and outcomes', () => {
  const pairs = (live: Live, boxes: readonly string[]) => {
    const forms = live.log.replay().rounds.get(1)!.boxes
    const lines = boxes.map(box => `${box} ${forms.get(box)!.forms[0]!.id}\n`).sort()
    return toHex(sha256(new TextEncoder().encode(lines.join(''))))
  }

  test('a centre’s tally that follows, one that does not, and one over other forms', () => {
    const live = aNight(sha256)
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

  test('what a centre is given to sign is what the record has', () => {
    const live = aNight(sha256)
    const { waiting, ...sum } = centreSum(live.log.replay(), 1, 'east')!
    expect([sum.boxes, sum.figures.taken, waiting]).toEqual([3, 630, 0])
    live.say({ kind: 'tally', round: 1, area: 'east', ...sum }, 'east head')
    expect(effectOf(live)).toEqual({ force: true })
    expect(findings(live.log.replay()).filter(({ code }) => code === 'C01')).toEqual([])
    expect(centreSum(live.log.replay(), 1, 'south')).toBe(undefined)
  })

  test('a tally is of its version of the record: what came later is no contradiction', () => {
    const live = anEvening(sha256)
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

  test('a tally is of the boxes that its centre had then: one that has moved since is no contradiction', () => {
    const live = aNight(sha256)
    const treeSize = live.log.entries.length
    const said = (area: string, boxes: readonly string[], at: number) => {
      const figures = { taken: 210 * boxes.length }
      live.say(
        {
          ...{ kind: 'tally', round: 1, area, boxes: boxes.length, treeSize: at, figures },
          digest: pairs(live, boxes),
        } as const,
        `${area} head`,
      )
    }
    const moved = [{ box: 'b3', area: 'west' }]
    live.say({ kind: 'amend', moved, reason: 'Nearer.' }, 'authority', 'council')
    said('east', ['b1', 'b2', 'b3'], treeSize)
    said('west', ['b4', 'b5', 'b6'], treeSize)
    said('east', ['b1', 'b2'], live.log.entries.length)
    said('west', ['b3', 'b4', 'b5', 'b6'], live.log.entries.length)
    expect(live.log.effects().slice(-5)).toEqual(Array(5).fill({ force: true }))
    expect(findings(live.log.replay()).filter(({ code }) => code === 'C01')).toEqual([])
    said('east', ['b1', 'b2', 'b3'], live.log.entries.length)
    expect(findings(live.log.replay()).filter(({ code }) => code === 'C01')).toHaveLength(2)
  })

  // threat: wrong-sum
  test('a wrong total and a wrong outcome are declared: both contradict the record', () => {
    const live = aNight(sha256)
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
    const wrong = aNight(sha256)
    wrong.say(ballotOf(2, ['anna', 'clara']), 'authority')
    expect(findings(wrong.log.replay()).filter(({ code }) => code === 'C03')).toMatchObject([
      { part: 'ballot' },
    ])
    const right = aNight(sha256)
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
    const live = anEvening(sha256)
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
    const live = aNight(sha256)
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
    const live = anEvening(sha256)
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

  test('an annulled round stays void whatever else is ruled on it, until it is accepted', () => {
    const live = aNight(sha256)
    const rule = { kind: 'ruling', round: 1, explanation: 'So.' } as const
    const outcome = () => tally(live.log.replay()).rounds[0]!.outcome!.state
    live.say({ ...rule, decision: 'annul' }, 'authority', 'council')
    live.say({ ...rule, decision: 'recount' }, 'authority', 'council')
    expect(outcome()).toBe('void')
    live.say({ ...rule, decision: 'accept' }, 'authority', 'council')
    expect(outcome()).toBe('runOff')
  })

  // threat: early-declaration
  test('declared before the forms exist: what the missing ballots can change is not decided', () => {
    const live = anEvening(sha256)
    for (const box of boxIds.slice(0, 5)) report(live, box, { figures: aForm(110, 30, 20, 10) })
    const declare = (outcome: object, figures = {}) =>
      live.say(
        {
          ...{ kind: 'declare', round: 1, treeSize: live.log.entries.length, total: 'preliminary' },
          ...{ figures, outcome },
        } as never,
        'authority',
      )
    const elected = { state: 'elected', candidates: ['anna'] }
    declare(elected)
    declare({ state: 'undecided', candidates: [] }, { taken: 900 })
    expect(live.log.replay().rounds.get(1)!.findings).toMatchObject([
      { code: 'C03', part: 'unsettled', figures: { boxes: 1 } },
    ])
    // All ballots of the sixth box would not do: then it is settled, and may be declared.
    const sure = anEvening(sha256)
    for (const box of boxIds.slice(0, 5)) report(sure, box, { figures: aForm(190, 10, 10, 10) })
    const treeSize = sure.log.entries.length
    const settled = { kind: 'declare', round: 1, treeSize, total: 'preliminary', figures: {} } as const
    sure.say({ ...settled, outcome: elected } as never, 'authority')
    expect(sure.log.replay().rounds.get(1)!.findings).toEqual([])
  })

  test('an announcement that names no version is held against the record as it stands', () => {
    const live = aNight(sha256)
    const announce = { kind: 'announce', round: 1, area: 'land', label: { en: 'First' } } as const
    live.say({ ...announce, figures: { taken: 1260 } }, 'authority')
    expect(live.log.replay().rounds.get(1)!.findings).toEqual([])
    live.say({ ...announce, figures: { taken: 1261 } }, 'authority')
    expect(live.log.replay().rounds.get(1)!.findings).toMatchObject([
      { code: 'C02', figures: { difference: 1 } },
    ])
  })

  // threat: early-publication
  test('whatever carries votes before their release is flagged: a sum, an announcement, a copy', () => {
    const live = aLiveElection(sha256)
    const digest = createHash('sha256').update('').digest('hex')
    const tallied = { kind: 'tally', round: 1, area: 'east', boxes: 0, digest, treeSize: 1 } as const
    live.say({ ...tallied, figures: {} }, 'east head')
    live.say({ kind: 'announce', round: 1, area: 'land', label: { en: 'x' }, figures: {} }, 'authority')
    transcribe(live, 'b1', aForm(90, 70, 30, 10))
    live.say({ kind: 'release', round: 1 }, 'authority')
    report(live, 'b1', { figures: aForm(90, 70, 30, 10) })
    const early = findings(live.log.replay()).filter(({ code, part }) => `${code} ${part}` === 'B12 embargo')
    expect(early.map(({ box, area, severity }) => [box ?? area, severity])).toEqual([
      ['b1', 'flags'],
      ['east', 'flags'],
      ['land', 'flags'],
    ])
  })

  test('all boxes of an area are annulled with it', () => {
    const live = aNight(sha256)
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
