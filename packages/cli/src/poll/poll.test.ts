import { join } from 'node:path'
import { expect, test } from 'vitest'
import { elections, inOwnFolder, json, ran } from '../made-up/command.ts'

inOwnFolder()
const asked = ['--asked', '1001', '--undecided', '27']
const named = ['--named', 'ahmadinejad=34', 'mousavi=14', 'karroubi=2', 'rezaee=1']
const where = join(elections, 'iran-2009')

test('the May 2009 poll beside every version of the result', async () => {
  const { exit, answer } = await json('poll', where, ...asked, ...named)
  expect(exit).toBe(0)
  expect(answer.poll.other).toBe(22)
  const third = answer.compared.at(-1)
  expect(third).toMatchObject({ label: 'Third version of the national total', verdict: 'both' })
  expect((100 * third.official).toFixed(2)).toBe('63.14')
  const p = (kind: string, effect: number) =>
    third.tests.find((each: { kind: string; effect: number }) => each.kind === kind && each.effect === effect)
      .test.p
  expect([p('difference', 1), p('difference', 2), p('odds', 2)].map(x => x.toFixed(3))).toEqual([
    '0.091',
    '0.232',
    '0.052',
  ])
})

test('in words, and never that it tests the count', async () => {
  const english = await ran('poll', where, ...asked, ...named)
  expect(english.out).toContain(
    'compatible with the announced result and with a run-off. It does not test the count',
  )
  const persian = await ran('poll', where, ...asked, ...named, '--lang', 'fa')
  expect(persian.out).toContain('شمارش را نمی‌آزماید')
})

test('what is wrong is told', async () => {
  expect((await ran('poll', where, ...named)).err).toContain('--asked')
  expect((await ran('poll', where, ...asked, '--named', 'x=3')).err).toContain('candidates: ahmadinejad')
  expect((await ran('poll', where, ...asked, '--named', 'ahmadinejad=60', 'mousavi=20')).err).toContain(
    'more than 100',
  )
})
