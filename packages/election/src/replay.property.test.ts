import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { whole } from './areas/tree.ts'
import type { Judgement } from './boxes/box.ts'
import { judge } from './boxes/judge.ts'
import { type BoxState, life } from './boxes/life.ts'
import { benchOf, countsIn } from './boxes/settle.ts'
import { type RoundTally, tally } from './count/tally.ts'
import { totalsOf } from './count/totals.ts'
import type { Building, Election } from './election.ts'
import { toHex } from './hex.ts'
import { aForm, aLiveElection, ballotOf, boxIds, type Live } from './made-up/live.ts'
import type { Draft } from './made-up/log.ts'
import { kidOf } from './people/person.ts'
import { apply, type Recorded, start } from './replay.ts'
import type { Definition } from './statements/definition.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

/** What may be recorded of an election, in any order, by anyone, any number of times. */
interface Said {
  readonly draft: Draft
  readonly whose: readonly string[]
}

const box = fc.constantFrom(...boxIds.slice(0, 3))
const round = fc.constantFrom(1, 1, 1, 2)
const figures = fc.constantFrom(
  aForm(90, 70, 30, 10),
  aForm(90, 70, 30, 10),
  aForm(70, 90, 30, 10),
  aForm(90, 70, 30, 10).with({ taken: 211 }),
  aForm(0, 0, 0, 0).with({ votes: { 1: 5, 7: 3 } }),
  {},
)
const seed = toHex(sha256(new Uint8Array(1)))

function sayings(live: Live): fc.Arbitrary<Said> {
  const some = (whose: readonly string[]) => fc.subarray([...whose], { minLength: 1 })
  const at = (id: string) => live.staff(id)
  const ofBox = (make: (id: string, round: number, figures: object) => Draft) =>
    fc
      .tuple(box, round, figures)
      .chain(([id, round, figures]) =>
        fc
          .oneof(fc.constant([...at(id)]), some(at(id)))
          .map(whose => ({ draft: make(id, round, figures), whose })),
      )
  const bodies = fc.constantFrom(
    ['authority', 'council'],
    ['authority', 'council'],
    ['authority'],
    ['council'],
  )
  const ruled = fc.constantFrom('accept', 'annul', 'rerun', 'recount', 'refuse')
  const by = (draft: fc.Arbitrary<Draft>, whose: fc.Arbitrary<readonly string[]>) =>
    fc.tuple(draft, whose).map(([draft, whose]) => ({ draft, whose }))
  return fc.oneof(
    { weight: 2, arbitrary: ofBox((box, round) => ({ kind: 'open', round, box, inBox: 0 })) },
    ofBox((box, round) => ({ kind: 'close-poll', round, box })),
    {
      weight: 4,
      arbitrary: ofBox((box, round, figures) => ({
        ...{ kind: 'form', round, box, serial: `F-${box}`, blind: '0f'.repeat(16), figures },
      })),
    },
    ofBox((box, round) => ({
      kind: 'form',
      round,
      box,
      serial: 'F-b1',
      blind: '1f'.repeat(16),
      figures: {},
    })),
    ofBox((box, round) => ({ kind: 'commit', round, box, form: seed })),
    {
      weight: 2,
      arbitrary: by(
        fc
          .tuple(box, figures)
          .map(([box, figures]) => ({ kind: 'transcript', round: 1, box, copy: '3', figures })),
        fc.constantFrom(['east clerk 1', 'east clerk 2'], ['east clerk 1'], ['b1 agent of anna']),
      ),
    },
    ofBox((box, round, figures) => ({ kind: 'recount', round, box, ruling: seed, figures })),
    by(
      fc
        .tuple(box, ruled)
        .map(([box, decision]) => ({ kind: 'ruling', round: 1, box, decision, explanation: 'So.' })),
      bodies,
    ),
    by(
      fc.constant({ kind: 'ruling', round: 1, area: 'east', decision: 'annul', explanation: 'So.' }),
      bodies,
    ),
    by(
      box.map(box => ({ kind: 'supply', round: 1, box, ballots: 50 })),
      fc.constant(['authority']),
    ),
    by(
      box.map(box => ({ kind: 'amend', moved: [{ box, area: 'west' }], reason: 'So.' })),
      bodies,
    ),
    by(
      box.map(into => ({ kind: 'merge', round: 1, box: into, merged: ['b4'] })),
      fc.constant(['b1 leader', 'b1 supervisor 1']),
    ),
    by(fc.constant({ kind: 'release', round: 1 }), fc.constant(['authority'])),
    by(fc.constant(ballotOf(2, ['anna', 'boris'])), fc.constant(['authority'])),
    by(
      fc.nat({ max: 20 }).map(at => ({ kind: 'time', at })),
      fc.constant(['operator']),
    ),
    by(
      fc
        .nat({ max: 20 })
        .map(at => ({ kind: 'calendar', round: 1, dates: [{ id: 'forms', date: '2031-06-07', at }] })),
      fc.constant(['authority']),
    ),
    by(
      fc.constantFrom('b1 leader', 'b1 agent of anna', 'b2 official 1').map(whose => ({
        kind: 'revoke',
        keys: [kidOf(live.key(whose), sha256)],
        reason: 'So.',
      })),
      bodies,
    ),
  ) as fc.Arbitrary<Said>
}

const beginning = aLiveElection(sha256, { merging: 'allowed' })
const evening = fc.array(sayings(beginning), { minLength: 20, maxLength: 60, size: 'max' })

/** The beginning, then these, as a new log. */
function logOfAll(said: readonly Said[]): readonly Recorded[] {
  const live = aLiveElection(sha256, { merging: 'allowed' })
  for (const { draft, whose } of said) live.say(draft, ...whose)
  return live.log.entries
}

function begun(entries: readonly Recorded[]): Election {
  return start(entries[0]!.statement as Definition, entries[0]!.id, sha256)
}

/** Everything that a reader can see of the count. */
function picture(election: Election): unknown {
  const totals = ['preliminary', 'undisputed', 'reconciled'] as const
  return {
    tallies: totals.flatMap(total => ['', 'east', 'west'].map(area => tally(election, { total, area }))),
    boxes: [...election.rounds.values()].map(({ boxes }) =>
      [...boxes.values()].map(({ id, area, judgement }) => [id, area, judgement.state, judgement.findings]),
    ),
    force: [...election.entries.values()].map(({ id, force, why }) => [id, force, why]),
  }
}

/** Votes, states and ballots outstanding of an area's boxes, judged from nothing, without the sums kept by difference. */
function plain(
  election: Election,
  number: number,
  total: 'preliminary' | 'undisputed' | 'reconciled',
  area: string,
) {
  const building = election as Building
  const round = building.rounds.get(number)!
  const bench = benchOf(building, round)
  const judged = [...round.boxes.values()]
    .filter(box => area === whole || box.area === area)
    .map(box => ({ box, judgement: judge(bench, box) }))
  const counted = judged.filter(({ judgement }) => countsIn(judgement, total))
  const votesFor = (number: number) =>
    counted.reduce((sum, { judgement }) => sum + (judgement.figures?.votes?.[number] ?? 0), 0)
  const outstanding = judged
    .filter(
      ({ judgement }) => !countsIn(judgement, total) && !['annulled', 'merged'].includes(judgement.state),
    )
    .reduce((sum, { box }) => sum + box.listed.delivered! + box.supplied, 0)
  const { candidates } = round.ballot.statement
  const lacks = ({ figures }: Judgement) =>
    candidates.some(({ number }) => figures?.votes?.[number] === undefined)
  const states = Object.groupBy(judged, ({ judgement }) => judgement.state)
  return {
    candidates: Object.fromEntries(candidates.map(({ id, number }) => [id, votesFor(number)])),
    boxes: Object.fromEntries(Object.entries(states).map(([state, boxes]) => [state, boxes.length])),
    // An area without boxes has no total; what a form leaves out, nobody knows.
    outstanding:
      judged.length === 0 || counted.some(({ judgement }) => lacks(judgement)) ? null : outstanding,
  }
}

test('in any order, with duplicates and late signatures: as they arrive and from nothing are the same election', () => {
  fc.assert(
    fc.property(evening, fc.nat(), (said, cut) => {
      const entries = logOfAll(said)
      const half = beginning.log.entries.length + (cut % (said.length + 1))
      const arriving = begun(entries)
      const states = new Map<string, BoxState>()
      let atHalf: unknown
      for (const [i, entry] of entries.entries()) {
        if (i === half) atHalf = picture(arriving)
        apply(arriving, entry)
        for (const round of arriving.rounds.values())
          for (const { id, judgement } of round.boxes.values()) {
            const before = states.get(`${round.number} ${id}`)
            if (before !== undefined && before !== judgement.state)
              expect(life[before].next).toContain(judgement.state)
            states.set(`${round.number} ${id}`, judgement.state)
          }
      }
      const fromNothing = begun(entries)
      for (const entry of entries) apply(fromNothing, entry)
      expect(picture(arriving)).toEqual(picture(fromNothing))
      if (atHalf !== undefined) {
        const first = begun(entries)
        for (const entry of entries.slice(0, half)) apply(first, entry)
        expect(atHalf).toEqual(picture(first))
      }
    }),
    { numRuns: 100 },
  )
})

test('the sums kept by difference are the sums', () => {
  fc.assert(
    fc.property(evening, said => {
      const entries = logOfAll(said)
      const election = begun(entries)
      for (const entry of entries) apply(election, entry)
      for (const { number } of election.rounds.values())
        for (const total of ['preliminary', 'undisputed', 'reconciled'] as const)
          for (const area of [whole, 'east', 'west']) {
            const round = election.rounds.get(number)!
            const [{ candidates, boxes }] = tally(election, { round: number, total, area }).rounds as [
              RoundTally,
            ]
            const { outstanding } = totalsOf(election, round, { total, area })
            expect({ candidates, boxes, outstanding }).toEqual(plain(election, number, total, area))
          }
    }),
    { numRuns: 100 },
  )
})
