import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { anArchive } from '../made-up/archive.ts'
import { evidenceLine } from '../outcome/evidence.ts'
import { percent } from './share.ts'
import { tally } from './tally.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

const iran2024 = () =>
  anArchive(sha256)
    .areas('country', undefined, 'country')
    .ballot(1, 'pezeshkian', 'jalili', 'ghalibaf', 'pourmohammadi')
    .row({
      boxes: 58_984,
      figures: {
        eligible: 61_452_321,
        taken: 24_535_185,
        invalid: 1_056_159,
        votes: { 1: 10_415_991, 2: 9_473_298, 3: 3_383_340, 4: 206_397 },
      },
    })
    .ballot(2, 'pezeshkian', 'jalili')
    .row({
      round: 2,
      figures: {
        eligible: 61_452_321,
        issued: 30_573_931,
        taken: 30_530_157,
        votes: { 1: 16_384_403, 2: 13_538_179 },
      },
    })

test('Iran 2024, round 1: a run-off; shares of the votes taken and of the valid', () => {
  const [round] = tally(iran2024().log.replay(), { round: 1 }).rounds
  expect(round).toMatchObject({
    total: 'asPublished',
    eligible: 61_452_321,
    issued: null,
    taken: 24_535_185,
    invalid: 1_056_159,
    valid: 23_479_026,
    candidates: { pezeshkian: 10_415_991, jalili: 9_473_298, ghalibaf: 3_383_340, pourmohammadi: 206_397 },
    shares: {
      jalili: { taken: { percent: '38.611' }, valid: { percent: '40.348' } },
      ghalibaf: { taken: { percent: '13.790' }, valid: { percent: '14.410' } },
    },
    outcome: { state: 'runOff', between: ['pezeshkian', 'jalili'] },
    boxes: { asPublished: 1 },
    derived: { valid: 1 },
  })
})

test('Iran 2024, round 2: elected; turnout by issued and by taken; 43,774 ballots between them', () => {
  const [round] = tally(iran2024().log.replay(), { round: 2 }).rounds
  expect(round).toMatchObject({
    taken: 30_530_157,
    invalid: 607_575,
    issued: 30_573_931,
    issuedLessTaken: 43_774,
    shares: { pezeshkian: { taken: { percent: '53.666' }, valid: { percent: '54.756' } } },
    turnout: { issued: { percent: '49.752' }, taken: { percent: '49.681' } },
    outcome: { state: 'elected', candidate: 'pezeshkian' },
    derived: { invalid: 1, valid: 1 },
  })
})

test('the evidence says who published the figures, and that no form is signed', () => {
  const election = iran2024().log.replay()
  expect(evidenceLine(tally(election, { round: 1 }).evidence, 'en', true)).toBe(
    'Record intact; figures as published by the ministry; signed forms 0 of 58,984 boxes',
  )
  expect(evidenceLine(tally(election, { round: 2 }).evidence, 'en')).toBe(
    'Record not verified here; figures as published by the ministry; signed forms 0 of 1 published rows',
  )
  expect(evidenceLine(tally(election, { round: 1 }).evidence, 'fa', true)).toContain('۵۸٬۹۸۴ صندوق')
})

test.each([
  ['first announced', 39_165_191, 409_389, [24_527_516, 13_216_411, 678_240, 333_635]],
  ['second version', 39_191_293, 421_005, [24_525_491, 13_258_464, 656_150, 330_183]],
  ['third version', 39_371_214, 420_171, [24_592_793, 13_338_121, 681_851, 338_278]],
])(
  'Iran 2009, %s: the invalid ballots follow from the rest; elected in the first round',
  (_, taken, invalid, votes) => {
    const archive = anArchive(sha256)
      .areas('country', undefined, 'country')
      .ballot(1, 'ahmadinejad', 'mousavi', 'rezaee', 'karroubi')
      .row({ figures: { taken, votes: { ...Object.fromEntries(votes.map((of, i) => [i + 1, of])) } } })
    expect(tally(archive.log.replay()).rounds[0]).toMatchObject({
      taken,
      invalid,
      outcome: { state: 'elected', candidate: 'ahmadinejad' },
      turnout: { taken: null },
    })
  },
)

test('a total is null while one row lacks it, and says how many do', () => {
  const archive = anArchive(sha256, { countedLevel: 'province' })
    .areas('country', undefined, 'country')
    .areas('province', 'country', 'yazd', 'qom')
    .ballot(1, 'a', 'b')
    .row({ area: 'yazd', figures: { eligible: 100, taken: 60, votes: { 1: 30, 2: 20 } } })
    .row({ area: 'qom', figures: { taken: 40, votes: { 1: 10, 2: 20 } } })
  const [round] = tally(archive.log.replay()).rounds
  expect(round).toMatchObject({ eligible: null, taken: 100, candidates: { a: 40, b: 40 } })
  expect(round!.lacking).toMatchObject({ eligible: 1 })
  expect(tally(archive.log.replay(), { area: 'yazd' }).rounds[0]).toMatchObject({ eligible: 100, taken: 60 })
})

test('rows of two levels are never added together; either level can be asked for', () => {
  const archive = anArchive(sha256, { countedLevel: 'province' })
    .areas('country', undefined, 'country')
    .areas('province', 'country', 'yazd')
    .areas('area', 'yazd', 'mehriz', 'taft')
    .ballot(1, 'a', 'b')
    .row({ area: 'yazd', figures: { taken: 100, votes: { 1: 60, 2: 40 } } })
    .row({ area: 'mehriz', figures: { taken: 50, votes: { 1: 30, 2: 20 } } })
    .row({ area: 'taft', figures: { taken: 49, votes: { 1: 29, 2: 20 } } })
  const election = archive.log.replay()
  expect(tally(election).rounds[0]).toMatchObject({ taken: 100 })
  expect(tally(election, { level: 'area' }).rounds[0]).toMatchObject({ taken: 99 })
  expect(tally(election, { area: 'taft' }).rounds[0]).toMatchObject({ taken: 49, outcome: null })
})

test('a row that leaves out someone’s votes: their sum is of the rest, and the outcome undecided', () => {
  const archive = anArchive(sha256, { countedLevel: 'box' })
    .areas('country', undefined, 'country')
    .ballot(1, 'a', 'b')
    .row({ box: '1', figures: { taken: 9, votes: { 1: 8, 2: 1 } } })
    .row({ box: '2', figures: { taken: 9, votes: { 1: 7 } } })
  expect(tally(archive.log.replay()).rounds[0]).toMatchObject({
    candidates: { a: 15, b: 1 },
    lacking: { b: 1 },
    outcome: { state: 'undecided', reason: 'outstanding' },
    asItStands: { state: 'elected', candidate: 'a' },
  })
})

test('annulled and missing rows: not in the votes; their voters remain; missing ones leave it undecided', () => {
  const archive = anArchive(sha256, { countedLevel: 'box' })
    .areas('country', undefined, 'country')
    .ballot(1, 'a', 'b')
    .row({ box: '1', figures: { eligible: 10, taken: 9, votes: { 1: 8, 2: 1 } } })
    .row({ box: '2', status: 'annulled', figures: { eligible: 20, taken: 9, votes: { 1: 1, 2: 8 } } })
  expect(tally(archive.log.replay()).rounds[0]).toMatchObject({
    eligible: 30,
    taken: 9,
    candidates: { a: 8, b: 1 },
    boxes: { asPublished: 1, annulled: 1 },
    outcome: { state: 'elected', candidate: 'a' },
  })
  archive.row({ box: '3', status: 'noData', figures: {} })
  expect(tally(archive.log.replay()).rounds[0]).toMatchObject({
    eligible: null,
    taken: 9,
    outcome: { state: 'undecided', reason: 'outstanding' },
    asItStands: { state: 'elected', candidate: 'a' },
    settled: { outstanding: null, elected: { settled: false, by: null } },
  })
})

test('what lacks force says why', () => {
  const archive = anArchive(sha256).areas('country', undefined, 'country')
  archive.row({ figures: {} })
  archive.ballot(1, 'a', 'b').ballot(3, 'a')
  archive.row({ area: 'nowhere', figures: {} })
  archive.row({ figures: { votes: { 3: 1 } } })
  archive.row({ figures: { votes: { 1: 1 } } }).row({ figures: { votes: { 1: 2 } } })
  archive.log.add(
    { kind: 'import', area: 'country', round: 1, status: 'counted', figures: { taken: 2 } },
    'ff'.repeat(32),
  )
  const why = archive.log.effects().map(effect => (effect.force ? 'force' : effect.why))
  expect(why).toEqual([
    ...['force', 'force', 'force'],
    'no-ballot',
    'force',
    'no-such-round',
    'no-such-area',
    'not-on-the-ballot',
    'force',
    'already-imported',
    'quorum',
  ])
})

test.each([
  [1, 3, '33.333'],
  [2, 3, '66.667'],
  [1, 2000, '0.050'],
  [1, 200_000, '0.001'],
  [4_999, 1_000_000_000, '0.000'],
  [5_000, 1_000_000_000, '0.001'],
  [3, 3, '100.000'],
])('%i of %i is %s percent, half up', (numerator, denominator, expected) => {
  expect(percent(numerator, denominator)).toBe(expected)
})
