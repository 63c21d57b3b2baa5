import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { boxLives } from '../made-up/box-lives.ts'
import { life } from './life.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

test('the table of a box’s life says what can happen to it: every step of it, and no other', () => {
  const reached = boxLives(sha256).map(({ states }) => states.slice(-2).join(' → '))
  const table = Object.entries(life).flatMap(([from, { next }]) => next.map(to => `${from} → ${to}`))
  expect(reached.sort()).toEqual(table.sort())
})
