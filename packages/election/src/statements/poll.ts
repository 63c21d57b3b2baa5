import { at, maybe, struct } from './field.ts'
import { kind, type StatementOf } from './kind.ts'
import { one } from './roles.ts'
import { count, date, identifier, list, name, text } from './values.ts'

const answer = struct({
  candidate: maybe(0, identifier, 'the candidate; absent for any other answer'),
  words: maybe(1, name, 'the other answer, in the poll’s words'),
  perTenThousand: at(2, count, 'its share as published, in hundredths of a percent'),
})

/** A poll taken before the vote, as published. */
export const poll = kind({
  number: 12,
  name: 'poll',
  states: 'a published poll: who asked, when, how many, and the answers',
  force: one('authority', 'archivist'),
  fields: {
    pollster: at(3, name, 'who asked'),
    from: at(4, date, 'the first day of asking'),
    to: at(5, date, 'the last'),
    sample: maybe(6, count, 'people asked'),
    answers: at(7, list(answer, 64, 1), 'the answers'),
    of: maybe(8, text(200), 'whom the shares are shares of, in the poll’s words'),
    source: maybe(9, text(500), 'where it was published'),
  },
  example: {
    round: 1,
    pollster: { en: 'A pollster' },
    from: '2024-06-22',
    to: '2024-06-23',
    sample: 4569,
    answers: [{ candidate: 'pezeshkian', perTenThousand: 2440 }],
  },
})

export type Poll = StatementOf<typeof poll>
