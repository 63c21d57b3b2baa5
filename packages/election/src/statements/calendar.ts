import { at, maybe, struct } from './field.ts'
import { kind, type StatementOf } from './kind.ts'
import { one } from './roles.ts'
import { date, identifier, list, seconds } from './values.ts'

const fixed = struct({
  id: at(0, identifier, 'the date’s ID in the calendar’s rules; `forms` and `complaints` close filing'),
  date: at(1, date, 'the day'),
  at: maybe(2, seconds, 'the moment, where one is fixed'),
})

/** Dates decided. A later statement on the same date replaces it. */
export const calendar = kind({
  number: 6,
  name: 'calendar',
  states: 'dates decided',
  force: one('authority'),
  fields: { dates: at(3, list(fixed, 64, 1), 'the dates') },
  example: { dates: [{ id: 'vote', date: '2024-06-28', at: 1719549000 }] },
})

export type Calendar = StatementOf<typeof calendar>
