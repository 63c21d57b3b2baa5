import { at } from './field.ts'
import { kind, type StatementOf } from './kind.ts'
import { twoBodies } from './roles.ts'
import { text } from './values.ts'

export const destroy = kind({
  number: 45,
  name: 'destroy',
  states: 'the key of the voters’ roll is destroyed',
  force: twoBodies,
  fields: { minutes: at(3, text(500), 'where, how and before whom') },
  example: { minutes: 'Both shares were shredded before the two bodies.' },
})

export type Destroy = StatementOf<typeof destroy>
