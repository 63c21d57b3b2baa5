import { at, maybe } from './field.ts'
import { kind, type StatementOf } from './kind.ts'
import { one } from './roles.ts'
import { identifier, seconds, text } from './values.ts'

export const incident = kind({
  number: 10,
  name: 'incident',
  states: 'what happened at a place',
  force: one('leader', 'supervisor', 'agent'),
  fields: {
    box: at(3, identifier, 'the box'),
    text: at(4, text(500), 'what happened'),
    at: maybe(5, seconds, 'when, as its writer says'),
  },
  example: {
    round: 1,
    box: '26-0001',
    text: 'No power from 14:10 to 14:35; voting went on by lamp.',
    at: 1719571200,
  },
})

export type Incident = StatementOf<typeof incident>
