import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { anEvening } from '../made-up/live.ts'
import { withdrawnFiles } from './withdrawn.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
const blob = 'ab'.repeat(32)

test('a photograph is taken from view by two bodies, never by one, and shown again by two', () => {
  const live = anEvening(sha256)
  const rule = (decision: 'annul' | 'accept', ...whose: readonly string[]) =>
    live.say({ kind: 'ruling', round: 1, decision, blob, explanation: 'A name can be read.' }, ...whose)
  rule('annul', 'authority')
  expect(withdrawnFiles(live.log.replay())).toEqual(new Map())
  rule('annul', 'council')
  const election = live.log.replay()
  expect([...withdrawnFiles(election).keys()]).toEqual([blob])
  expect(election.rounds.get(1)!.rulings).toEqual([])
  rule('accept', 'authority', 'council')
  expect(withdrawnFiles(live.log.replay())).toEqual(new Map())
})
