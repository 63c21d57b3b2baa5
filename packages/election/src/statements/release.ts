import { maybe } from './field.ts'
import { kind, type StatementOf } from './kind.ts'
import { one } from './roles.ts'
import { seconds } from './values.ts'

/** The end of the embargo: the last domestic place has closed. */
export const release = kind({
  number: 8,
  name: 'release',
  states: 'votes of the round are public from here on',
  force: one('authority'),
  fields: { at: maybe(3, seconds, 'the hour at which the last place closed') },
  example: { round: 1, at: 1719606600 },
})

export type Release = StatementOf<typeof release>
