import { at } from './field.ts'
import { figures } from './figures.ts'
import { kind, type StatementOf } from './kind.ts'
import { leaderAndAnother, twoBodies } from './roles.ts'
import { hash, identifier, text } from './values.ts'

/** An error of writing put right, by a ruling. The old figures stay visible. */
export const correct = kind({
  number: 38,
  name: 'correct',
  states: 'a box’s figures corrected, as a ruling ordered',
  force: [...twoBodies, ...leaderAndAnother],
  fields: {
    box: at(3, identifier, 'the box'),
    ruling: at(4, hash, 'the ruling'),
    figures: at(5, figures, 'the new figures, complete'),
    reason: at(6, text(200), 'what was wrong'),
  },
  example: {
    round: 1,
    box: '26-0001',
    ruling: '36'.repeat(32),
    figures: { taken: 610, votes: { 1: 301, 2: 289 } },
    reason: 'Two lines were exchanged.',
  },
})

export type Correct = StatementOf<typeof correct>
