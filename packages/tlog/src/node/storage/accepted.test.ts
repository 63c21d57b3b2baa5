import { expect, test } from 'vitest'
import { utf8 } from '../../text.ts'
import { acceptedFrom } from './accepted.ts'
import { emptyEdge } from './edge.ts'
import type { Firsts } from './firsts.ts'

test('an entry that only looks like another is not taken for it', async () => {
  const all: number[] = []
  const alike: Firsts = {
    put: (_, index) => all.push(index),
    putUnseen: (_, index) => all.push(index),
    candidates: () => all,
    maybeSeen: () => true,
  }
  const accepted = acceptedFrom(emptyEdge, alike, () => Promise.reject(new Error('nothing is in a tile')))
  const indexes: number[] = []
  for (const name of ['a', 'b', 'a', 'c', 'b']) indexes.push(await accepted.index(utf8(name), true))
  expect(indexes).toEqual([0, 1, 0, 2, 1])
})
