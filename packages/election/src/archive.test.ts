import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { tally } from './count/tally.ts'
import { anArchive } from './made-up/archive.ts'
import type { Definition } from './statements/definition.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

const withAnAnnulledBox = (annulled: NonNullable<Definition['annulled']>) =>
  anArchive(sha256, {
    annulled,
    countedLevel: 'box',
    invalidGrounds: [{ number: 1, id: 'null', name: { en: 'Null' } }],
  })
    .areas('country', undefined, 'country')
    .ballot(1, 'anna', 'boris')
    .row({
      box: 'B1',
      figures: { eligible: 300, taken: 10, valid: 9, invalidBy: { 1: 1 }, votes: { 1: 5, 2: 4 } },
    })
    .row({
      box: 'B2',
      status: 'annulled',
      figures: { eligible: 300, taken: 7, valid: 0, invalidBy: { 1: 7 }, votes: { 1: 0, 2: 0 } },
    })

test.each([
  ['excluded', 10, 1],
  ['asPrinted', 17, 8],
] as const)(
  'an annulled row is %s: its ballots, as the definition says; its voters, always',
  (annulled, taken, invalid) => {
    const [round] = tally(withAnAnnulledBox(annulled).log.replay()).rounds
    expect(round).toMatchObject({
      eligible: 600,
      taken,
      invalid,
      candidates: { anna: 5, boris: 4 },
      boxes: { asPublished: 1, annulled: 1 },
    })
  },
)

const withRule = (changes: Partial<Definition['rounds'][number]>) =>
  anArchive(sha256, {
    countedLevel: 'box',
    rounds: [{ number: 1, date: '2024-05-01', rule: 'plurality', of: 'valid', ...changes }],
  })
    .areas('country', undefined, 'country')
    .ballot(1, 'anna', 'boris')
    .row({ box: 'B1', figures: { valid: 9, votes: { 1: 5, 2: 4 } } })

test('boxes that nobody published hold what nobody knows: the outcome is undecided, and said as it stands', () => {
  const of = (boxes: number) => tally(withRule({ boxes }).log.replay()).rounds[0]
  expect(of(1)?.outcome).toEqual({ state: 'elected', candidate: 'anna' })
  expect(of(2)).toMatchObject({
    outcome: { state: 'undecided', reason: 'outstanding' },
    asItStands: { state: 'elected', candidate: 'anna' },
    settled: { outstanding: null },
  })
})

test('where seats are given by shares, most votes elect nobody', () => {
  const [round] = tally(withRule({ rule: 'proportional' }).log.replay()).rounds
  expect(round?.outcome).toEqual({ state: 'undecided', reason: 'unknown' })
  expect(round?.settled?.elected).toEqual({ settled: false, by: null })
})
