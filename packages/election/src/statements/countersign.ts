import { at, maybe } from './field.ts'
import { kind, type StatementOf } from './kind.ts'
import { one } from './roles.ts'
import { hash, identifier } from './values.ts'

/** A later signature by name. Added as a signature it would say the same; this one can be pointed at. */
export const countersign = kind({
  number: 29,
  name: 'countersign',
  states: 'a later signature under a recorded statement',
  force: one('leader', 'official', 'police', 'supervisor', 'agent', 'representative', 'clerk', 'centreHead'),
  fields: {
    statement: at(3, hash, 'the statement'),
    box: maybe(4, identifier, 'the box, where it is about one'),
  },
  example: { round: 1, statement: '26'.repeat(32), box: '26-0001' },
})

export type Countersign = StatementOf<typeof countersign>
