import { at, maybe } from './field.ts'
import { kind, type StatementOf } from './kind.ts'
import { one } from './roles.ts'
import { date, identifier, list, name, oneOf, text } from './values.ts'

/** Context only: nothing is computed from it. */
export const event = kind({
  number: 11,
  name: 'event',
  states: 'a debate, a campaign event, or a call to vote or to stay away',
  force: one('authority'),
  fields: {
    sort: at(3, oneOf({ debate: 1, campaign: 2, turnoutCall: 3, boycottCall: 4 }), 'what it is'),
    name: at(4, name, 'its name'),
    date: at(5, date, 'the day'),
    candidates: maybe(6, list(identifier, 200), 'the candidates who take part'),
    source: maybe(7, text(500), 'where it was reported'),
  },
  example: { round: 1, sort: 'debate', name: { en: 'First debate: the economy' }, date: '2024-06-17' },
})

export type Event = StatementOf<typeof event>
