import { at, maybe } from './field.ts'
import { kind, type StatementOf } from './kind.ts'
import { one } from './roles.ts'
import { hash, identifier, text } from './values.ts'

export const object = kind({
  number: 30,
  name: 'object',
  states: 'an objection to a recorded statement, with its ground',
  force: one('official', 'supervisor', 'agent', 'representative', 'candidate', 'supervisingBody'),
  fields: {
    statement: at(3, hash, 'the statement'),
    ground: at(4, text(500), 'the ground'),
    box: maybe(5, identifier, 'the box, where it is about one'),
  },
  example: {
    round: 1,
    statement: '26'.repeat(32),
    box: '26-0001',
    ground: 'Ballots were read out of sight.',
  },
})

export type Objection = StatementOf<typeof object>
