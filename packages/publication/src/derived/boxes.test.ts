import { sha256 } from '@countersign/tlog'
import { expect, test } from 'vitest'
import { aNightOfDisputes } from '../made-up/night.ts'
import { type BoxRound, boxesByArea, boxFile } from './boxes.ts'
import { statementFiles } from './statements.ts'

const election = aNightOfDisputes(sha256).log.replay()
const refs = [...boxesByArea(election).values()].flat()

function roundOf(box: string): BoxRound {
  const ref = refs.find(({ id }) => id === box)!
  return boxFile(election, ref, () => []).rounds[0]!
}

function linesOf(box: string) {
  const ref = refs.find(({ id }) => id === box)!
  return statementFiles(election)('east', [ref]).boxes[0]!.statements
}

test('the figures of the first form stay beside those of a recount, and those of an annulled box beside none', () => {
  const recounted = roundOf('b8')
  expect(recounted.others).toMatchObject([{ kind: 'form' }])
  expect(recounted.others[0]!.figures.votes).not.toEqual(recounted.figures!.votes)
  expect(recounted.entries).toEqual(expect.arrayContaining([recounted.entry, recounted.others[0]!.entry]))
  const annulled = roundOf('b6')
  expect([annulled.state, annulled.figures, annulled.others.map(({ kind }) => kind)]).toEqual([
    'annulled',
    null,
    ['form'],
  ])
})

test('a merger is told on the pages of both boxes: into which, by whom', () => {
  for (const box of ['b11', 'b12']) {
    const merger = linesOf(box).find(({ kind }) => kind === 'merge')!
    expect(merger).toMatchObject({ says: { into: 'b12', merged: ['b11'] } })
    expect(merger.by).toHaveLength(2)
  }
  expect(roundOf('b11').state).toBe('merged')
})
