import { at, maybe } from './field.ts'
import { kind, type StatementOf } from './kind.ts'
import { one } from './roles.ts'
import { hash, oneOf, text } from './values.ts'

export const confirm = kind({
  number: 42,
  name: 'confirm',
  states: 'the higher authority’s act on a decision: confirmed, or overridden',
  force: one('higherAuthority'),
  fields: {
    statement: at(3, hash, 'the statement that it is about'),
    decision: at(4, oneOf({ confirmed: 1, overridden: 2 }), 'the act'),
    ground: maybe(5, text(500), 'the ground'),
  },
  example: { round: 2, statement: '41'.repeat(32), decision: 'confirmed' },
})

export type Confirm = StatementOf<typeof confirm>
