import { findings } from '@countersign/election'
import { sha256 } from '@countersign/tlog'
import { expect, test } from 'vitest'
import { aNightOfDisputes } from './night.ts'

const { log } = aNightOfDisputes(sha256)
const election = log.replay()

test('a box is in every state that it can come to once the deadline has passed', () => {
  const states = Object.fromEntries(
    [...election.rounds.get(1)!.boxes.values()].map(({ id, judgement }) => [id, judgement.state]),
  )
  expect(states).toEqual({
    b1: 'agreed',
    b2: 'agreed',
    b3: 'conflicting',
    b4: 'disputed',
    b5: 'quarantined',
    b6: 'annulled',
    b7: 'agreed',
    b8: 'accepted',
    b9: 'agreed',
    b10: 'reported',
    b11: 'merged',
    b12: 'agreed',
    b13: 'quarantined',
    b14: 'missing',
    b15: 'accepted',
  })
  expect([...election.extras.keys()].some(key => key.includes('x1'))).toBe(true)
  expect(findings(election).map(({ code }) => code)).toEqual(
    expect.arrayContaining(['B01', 'B07', 'B08', 'B13']),
  )
})

test('what was said has force, but for the box on no list', () => {
  const without = [...election.entries.values()].filter(({ why }) => why !== undefined)
  expect(
    without.map(({ statement, why }) => [statement.kind, (statement as { box?: string }).box, why]),
  ).toEqual([['form', 'x1', expect.any(String)]])
})

test('its name says that it is made up, in every language', () => {
  expect(election.definition.name).toEqual({
    en: expect.stringContaining('synthetic'),
    fa: expect.stringContaining('ساختگی'),
  })
})
