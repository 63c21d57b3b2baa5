import { at, maybe } from './field.ts'
import { kind, type StatementOf } from './kind.ts'
import { one } from './roles.ts'
import { count, figure, identifier, seconds } from './values.ts'

export const supply = kind({
  number: 9,
  name: 'supply',
  states: 'ballots delivered to a box after the first delivery',
  force: one('authority'),
  fields: {
    box: at(3, identifier, 'the box'),
    ballots: at(4, figure, 'how many'),
    firstStub: maybe(5, count, 'their first serial'),
    lastStub: maybe(6, count, 'their last serial'),
    at: maybe(7, seconds, 'when'),
  },
  example: { round: 1, box: '26-0001', ballots: 100, firstStub: 801, lastStub: 900 },
})

export type Supply = StatementOf<typeof supply>
