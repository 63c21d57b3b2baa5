import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { anEvening } from '../made-up/live.ts'
import { chainOf } from './chain.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

// threat: opened-on-its-way
test('a box and a packet on their way: whose seals are as they were, and whose are not', () => {
  const live = anEvening(sha256)
  const handOver = (more: object) =>
    live.say(
      { kind: 'custody', round: 1, box: 'b1', from: 'polling place', to: 'centre', ...more } as never,
      'b1 leader',
      'b1 official 1',
    )
  handOver({ packet: '3', seals: ['A-1', 'A-2'] })
  handOver({ packet: '3', seals: ['A-1', 'A-2'], found: ['A-1', 'A-9'], explanation: 'One was torn off.' })
  handOver({ packet: '3', seals: ['A-1', 'A-9'] })
  handOver({ packet: '4', seals: ['B-1'] })
  const chain = chainOf(live.log.replay().rounds.get(1)!.boxes.get('b1')! as never)
  expect(chain.map(({ seals, missing, strange }) => [seals, missing, strange])).toEqual([
    [['A-1', 'A-2'], [], []],
    [['A-1', 'A-9'], ['A-2'], ['A-9']],
    [['A-1', 'A-9'], [], []],
    [['B-1'], [], []],
  ])
})

test('a box is sealed when it closes: a seal that differs at its first handover is seen', () => {
  const closed = { statement: { seals: ['X-1'] } }
  const handed = { statement: { seals: ['X-2'] } }
  const [first] = chainOf({ closes: [closed], custody: [handed] } as never)
  expect(first).toMatchObject({ missing: ['X-1'], strange: ['X-2'] })
  expect(chainOf({ closes: [], custody: [handed] } as never)[0]).toMatchObject({ missing: [], strange: [] })
})
