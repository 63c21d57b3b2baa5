import { maybe } from './field.ts'
import { kind, type StatementOf } from './kind.ts'
import { twoBodies } from './roles.ts'
import { text } from './values.ts'

/** Nothing after it has force. */
export const close = kind({
  number: 46,
  name: 'close',
  states: 'the record is complete',
  force: twoBodies,
  fields: { note: maybe(3, text(500), 'a note') },
  example: { note: 'All deadlines have passed.' },
})

export type Close = StatementOf<typeof close>
