import { at } from './field.ts'
import { kind, type StatementOf } from './kind.ts'
import { one } from './roles.ts'
import { seconds } from './values.ts'

/** The record's only clock. An entry's time is that of the last `time` before it. */
export const time = kind({
  number: 13,
  name: 'time',
  states: 'the log operator’s clock; later than every one before it',
  force: one('operator'),
  fields: { at: at(3, seconds, 'the time') },
  example: { at: 1719549000 },
})

export type Time = StatementOf<typeof time>
