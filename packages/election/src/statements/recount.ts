import { at, maybe } from './field.ts'
import { figures } from './figures.ts'
import { present } from './form.ts'
import { kind, type StatementOf } from './kind.ts'
import { leaderAndAnother, twoBodies } from './roles.ts'
import { hash, identifier, list, seconds } from './values.ts'

/** New figures for a box. They supersede the old, which stay visible. */
export const recount = kind({
  number: 37,
  name: 'recount',
  states: 'a box counted again, as a ruling ordered',
  force: [...twoBodies, ...leaderAndAnother],
  fields: {
    box: at(3, identifier, 'the box'),
    ruling: at(4, hash, 'the ruling'),
    figures: at(5, figures, 'the new figures, complete'),
    countedAt: maybe(6, seconds, 'when'),
    people: maybe(7, list(present, 64), 'people present'),
  },
  example: {
    round: 1,
    box: '26-0001',
    ruling: '36'.repeat(32),
    figures: { taken: 610, votes: { 1: 301, 2: 289 } },
  },
})

export type Recount = StatementOf<typeof recount>
