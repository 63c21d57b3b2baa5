import { at, maybe } from './field.ts'
import { kind, type StatementOf } from './kind.ts'
import { twoBodies } from './roles.ts'
import { hash, identifier, oneOf, text } from './values.ts'

const decision = oneOf({
  accept: 1,
  openBox: 2,
  recount: 3,
  correct: 4,
  annul: 5,
  rerun: 6,
  tie: 7,
  refuse: 8,
})

/** Two people of two bodies. It settles what was recorded before it, and nothing that comes after. */
export const ruling = kind({
  number: 36,
  name: 'ruling',
  states:
    'what is decided of a box, an area, a candidacy, a round, the election or a blob, with an explanation',
  force: twoBodies,
  fields: {
    decision: at(3, decision, 'the decision'),
    explanation: at(4, text(500), 'why'),
    box: maybe(5, identifier, 'the box'),
    area: maybe(6, identifier, 'the area, and every box in it'),
    candidate: maybe(7, identifier, 'the candidacy; of a tie, who wins it'),
    complaint: maybe(8, hash, 'the complaint that it answers'),
    form: maybe(9, hash, 'accept: the form or transcript whose figures count'),
    blob: maybe(10, hash, 'the published file concerned'),
  },
  rule: ({ decision, candidate }) =>
    decision === 'tie' && candidate === undefined ? 'tie: who wins it is needed' : undefined,
  example: {
    round: 1,
    decision: 'recount',
    explanation: 'The copies differ.',
    box: '26-0001',
    complaint: '35'.repeat(32),
  },
})

export type Ruling = StatementOf<typeof ruling>
