import { at } from './field.ts'
import { kind, type StatementOf } from './kind.ts'
import { one } from './roles.ts'
import { date, identifier, oneOf } from './values.ts'

export const office = kind({
  number: 43,
  name: 'office',
  states: 'the term of office begins, or the oath is taken',
  force: one('higherAuthority', 'authority'),
  fields: {
    candidate: at(3, identifier, 'who takes office'),
    act: at(4, oneOf({ termBegins: 1, oath: 2 }), 'what took place'),
    date: at(5, date, 'the day'),
  },
  example: { candidate: 'pezeshkian', act: 'termBegins', date: '2024-07-28' },
})

export type Office = StatementOf<typeof office>
