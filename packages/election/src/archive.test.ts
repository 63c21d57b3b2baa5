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
