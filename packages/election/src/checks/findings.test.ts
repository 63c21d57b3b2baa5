import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Election } from '../election.ts'
import { anArchive } from '../made-up/archive.ts'
import {
  aForm,
  aLiveElection,
  ballotOf,
  boxIds,
  type Live,
  open,
  report,
  transcribe,
} from '../made-up/live.ts'
import type { Draft } from '../made-up/log.ts'
import { kidOf } from '../people/person.ts'
import type { Definition } from '../statements/definition.ts'
import { sayFinding } from './finding.ts'
import { findings } from './findings.ts'
import type { CheckCode, checks } from './table.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
const id = '77'.repeat(32)
const usual = aForm(90, 70, 30, 10)

/** A check and one of its sentences, as `B02 taken`. */
type Part = { [C in CheckCode]: `${C} ${keyof (typeof checks)[C]['says'] & string}` }[CheckCode]

const reported =
  (changes: object, form = {}) =>
  (live: Live) => {
    live.say({ kind: 'release', round: 1 }, 'authority')
    report(live, 'b1', { figures: { ...usual, ...changes }, form })
  }
const claims = (live: Live, by: string, more = {}) =>
  live.say({ kind: 'transcript', round: 1, box: 'b1', copy: '2', figures: { taken: 1 }, ...more }, by)
const declared = (live: Live, changes: object) =>
  live.say(
    {
      ...{ kind: 'declare', round: 1, treeSize: live.log.entries.length, total: 'preliminary', figures: {} },
      outcome: { state: 'undecided', candidates: [] },
      ...changes,
    } as never,
    'authority',
  )
const tallied = (live: Live, changes: object) => {
  const treeSize = live.log.entries.length
  const digest = createHash('sha256').update('').digest('hex')
  live.say(
    { kind: 'tally', round: 1, area: 'west', boxes: 0, digest, treeSize, figures: {}, ...changes },
    'west head',
  )
}
const certified = (live: Live) => {
  const declaration = declared(live, {})
  live.say({ kind: 'certify', round: 1, declaration, decision: 'certified' }, 'council')
}
const listOf = (...ids: readonly string[]): Draft => ({
  kind: 'ballot',
  round: 2,
  candidates: ids.map((id, i) => ({ number: i + 1, id, name: { en: id } })),
})
const crowded = (votes: readonly number[]) =>
  anArchive(sha256, { countedLevel: 'province' })
    .areas('country', undefined, 'country')
    .areas('province', 'country', 'p', 'q')
    .ballot(1, 'a', 'b')
    .row({ area: 'p', figures: { eligible: 90, taken: 100, votes: { 1: 100, 2: 0 } } })
    .row({ area: 'q', figures: { eligible: 900, taken: 100, votes: { 1: votes[0]!, 2: votes[1]! } } })
    .log.replay()

/** For each sentence of each check, a record that it is said of. T01 is found where the witnesses are known: in `verify`. */
const causes: Readonly<Record<Exclude<Part, 'T01 clock'>, (live: Live) => Election | unknown>> = {
  'B01 votes': reported({ votes: { 1: 90, 2: 71, 3: 30, 4: 10 } }),
  'B02 taken': reported({ taken: 209 }),
  'B02 invalid': () =>
    checked(
      { invalidGrounds: [{ number: 1, id: 'blank', name: { en: 'Blank' } }] },
      reported({ invalidBy: { 1: 9 } }),
    ),
  'B02 inBox': reported({ notTaken: 1 }),
  'B03 excess': reported({ issued: 209 }),
  'B04 carried': reported({ issued: 216 }),
  'B05 differ': reported({ checkInsOnPaper: 199 }),
  'B06 stubs': reported({ spoiled: 1 }),
  'B07 centre': live => {
    reported({})(live)
    transcribe(live, 'b1', { ...usual, taken: 1 })
  },
  'B07 photographed': live => {
    reported({})(live)
    const attach = {
      kind: 'attach',
      round: 1,
      box: 'b1',
      original: id,
      serial: 'F-b1-1',
      signatures: 'shown',
    } as const
    claims(live, 'b1 agent of anna', { photograph: live.say(attach, 'b1 agent of anna') })
  },
  'B07 claimed': live => {
    live.say({ kind: 'release', round: 1 }, 'authority')
    report(live, 'b1', { figures: usual, signers: ['b1 leader', 'b1 supervisor 1'] })
    claims(live, 'b1 agent of anna')
  },
  'B07 signed': live => {
    reported({})(live)
    claims(live, 'b1 agent of anna')
  },
  'B07 objection': live => {
    const statement = report(live, 'b1', { figures: usual })
    live.say({ kind: 'object', round: 1, box: 'b1', statement, ground: 'So.' }, 'b1 agent of anna')
  },
  'B08 staff': reported(
    {},
    {
      people: [
        { role: 'leader', ink: 'signed' },
        { role: 'official', ink: 'refused' },
      ],
    },
  ),
  'B08 others': live => {
    live.say({ kind: 'release', round: 1 }, 'authority')
    report(live, 'b1', { figures: usual, signers: ['b1 leader', 'b1 agent of anna'] })
  },
  'B08 revoked': live => {
    open(live, 'b1')
    const keys = [kidOf(live.key('b1 leader'), sha256)]
    live.say({ kind: 'revoke', keys, reason: 'So.' }, 'authority', 'council')
    reported({})(live)
  },
  'B09 second': live => {
    reported({})(live)
    report(live, 'b1', { figures: aForm(1, 2, 3, 4) })
  },
  'B09 serial': live => {
    reported({})(live)
    report(live, 'b2', { figures: usual, form: { serial: 'F-b1-1' } })
  },
  'B09 commit': live => {
    live.say({ kind: 'commit', round: 1, box: 'b1', form: id }, ...live.staff('b1'))
    reported({})(live)
  },
  'B09 again': live => {
    reported({})(live)
    const order = { kind: 'ruling', round: 1, box: 'b1', decision: 'recount', explanation: 'So.' } as const
    const ruling = live.say(order, 'authority', 'council')
    for (const figures of [usual, aForm(70, 90, 30, 10)])
      live.say({ kind: 'recount', round: 1, box: 'b1', ruling, figures }, ...live.staff('b1'))
  },
  'B09 merged': () =>
    checked({ merging: 'allowed' }, live => {
      live.say({ kind: 'merge', round: 1, box: 'b2', merged: ['b1'] }, 'b2 leader', 'b2 supervisor 1')
      reported({})(live)
    }),
  'B10 oneSided': reported(aForm(199, 1, 0, 0)),
  'B10 full': reported({ delivered: 210 }),
  'B10 zero': reported({
    issued: 0,
    inBox: 0,
    taken: 0,
    invalid: 0,
    valid: 0,
    votes: { 1: 0, 2: 0, 3: 0, 4: 0 },
  }),
  'B11 far': () => {
    const archive = anArchive(sha256, { countedLevel: 'box' })
      .areas('country', undefined, 'country')
      .ballot(1, 'a')
    for (const [i, invalid] of [4, 5, 6, 5, 4, 60].entries())
      archive.row({ box: `b${i}`, figures: { taken: 200, invalid, votes: { 1: 200 - invalid } } })
    return archive.log.replay()
  },
  'B12 early': () =>
    checked(
      { rounds: [{ number: 1, date: '2031-06-06', rule: 'majority', of: 'taken', closes: 1000 }] },
      reported({}, { closedAt: 990 }),
    ),
  'B12 hasty': reported({}, { closedAt: 1000, countedAt: 1400 }),
  'B12 ahead': reported({}, { closedAt: 1000, countedAt: 999 }),
  'B12 embargo': live => report(live, 'b1', { figures: usual }),
  'B13 box': live => {
    for (const [side, role] of [
      ['ministry', 'leader'],
      ['council', 'supervisor'],
    ] as const) {
      const keys = [{ key: live.key(`b9 ${role}`), role, card: '99' }]
      live.say({ kind: 'enrol', side, keys }, side === 'ministry' ? 'authority' : 'council')
    }
    report(live, 'b9', { figures: usual, signers: ['b9 leader', 'b9 supervisor'] })
  },
  'B13 candidate': reported({ votes: { 1: 90, 2: 70, 3: 30, 4: 10, 5: 1 } }),
  'B14 code': live => {
    reported({})(live)
    claims(live, 'b1 agent of anna', { figures: {}, code: '0000-0000-0000-0000-0' })
  },
  'C01 figure': live => tallied(live, { figures: { taken: 5 } }),
  'C01 boxes': live => tallied(live, { boxes: 3 }),
  'C02 figure': live => declared(live, { figures: { taken: 5 } }),
  'C03 outcome': live => declared(live, { outcome: { state: 'elected', candidates: ['anna'] } }),
  'C03 unsettled': live => {
    reported({})(live)
    declared(live, { outcome: { state: 'runOff', candidates: ['anna', 'boris'] } })
  },
  'C03 ballot': live => {
    for (const box of boxIds) report(live, box, { figures: usual })
    live.say(ballotOf(2, ['clara', 'dario']), 'authority')
  },
  'C04 early': live => {
    live.say(
      { kind: 'calendar', round: 1, dates: [{ id: 'complaints', date: '2031-06-09', at: 100 }] },
      'authority',
    )
    live.say({ kind: 'time', at: 10 }, 'operator')
    certified(live)
  },
  'C04 waiting': live => {
    live.say({ kind: 'complaint', round: 1, ground: 'So.' } as never, 'anna')
    certified(live)
  },
  'C05 undecided': live => {
    const filing = {
      candidate: 'emil',
      step: 'filed',
      name: { en: 'Emil' },
      key: live.key('emil'),
      card: '1',
    }
    live.say({ kind: 'candidacy', ...filing } as never, 'emil')
    live.say(listOf('anna', 'emil'), 'authority')
  },
  'C05 rejected': live => {
    const decided = { candidate: 'dario', step: 'rejected', ground: 'So.' }
    live.say({ kind: 'candidacy', ...decided } as never, 'council')
    live.say(listOf('anna', 'dario'), 'authority')
  },
  'C05 withdrawn': live => {
    live.say({ kind: 'candidacy', candidate: 'clara', step: 'withdrawn' } as never, 'clara')
    live.say(listOf('anna', 'clara'), 'authority')
  },
  'A01 more': () => crowded([100, 0]),
  'A02 same': () => crowded([100, 0]),
  'A02 changes': () => crowded([20, 80]),
}

function checked(changes: Partial<Definition>, cause: (live: Live) => void): Election {
  const live = aLiveElection(sha256, changes)
  cause(live)
  return live.log.replay()
}

test.each(Object.entries(causes))('%s', (part, cause) => {
  const live = aLiveElection(sha256)
  const made = cause(live)
  const election = typeof made === 'object' && made !== null ? (made as Election) : live.log.replay()
  const found = findings(election).find(finding => `${finding.code} ${finding.part}` === part)
  expect(found, 'found').toBeDefined()
  for (const language of ['en', 'fa'] as const)
    expect(sayFinding(found!, language)).not.toMatch(/undefined|NaN|[{}]/)
})

test('a form that is as it should be has no finding', () => {
  expect(findings(checked({}, live => reported({})(live)))).toEqual([])
})

test('an extended hour is the legal hour, where it was extended', () => {
  const rounds: Definition['rounds'] = [
    { number: 1, date: '2031-06-06', rule: 'majority', of: 'taken', closes: 1000 },
  ]
  const early = (area?: string) =>
    findings(
      checked({ rounds }, live => {
        live.say({ kind: 'extend', round: 1, until: 2000, ...(area !== undefined && { area }) }, 'authority')
        reported({}, { closedAt: 1500 })(live)
      }),
    ).map(({ code, part }) => `${code} ${part}`)
  expect(early()).toEqual(['B12 early'])
  expect(early('east')).toEqual(['B12 early'])
  expect(early('west')).toEqual([])
})

test('a figure is named in the language of the sentence', () => {
  const figures = { figure: 'taken', stated: 631, computed: 630, difference: 1 }
  const finding = { code: 'C02', part: 'figure', severity: 'contradicts', figures } as const
  expect(sayFinding(finding, 'en')).toMatch(/^votes taken: 631 is stated/)
  expect(sayFinding(finding, 'fa')).toMatch(/^آرای مأخوذه: ۶۳۱ اعلام/)
})
