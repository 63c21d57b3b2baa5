import { at, maybe } from './field.ts'
import { kind, type StatementOf } from './kind.ts'
import { one } from './roles.ts'
import { identifier, seconds } from './values.ts'

export const extend = kind({
  number: 7,
  name: 'extend',
  states: 'the places close later',
  force: one('authority'),
  fields: {
    until: at(3, seconds, 'the hour of closing'),
    area: maybe(4, identifier, 'where; everywhere if absent'),
  },
  example: { round: 1, until: 1719606600 },
})

export type Extend = StatementOf<typeof extend>
