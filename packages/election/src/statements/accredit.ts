import { at, maybe, struct } from './field.ts'
import { kind, type StatementOf } from './kind.ts'
import { one } from './roles.ts'
import { kid, list, oneOf, text } from './values.ts'

const decision = struct({
  key: at(0, kid, 'the agent’s key'),
  decision: at(1, oneOf({ accredited: 1, refused: 2 }), 'what was decided'),
  ground: maybe(2, text(200), 'the ground of a refusal'),
})

/** Apart from the enrolment, which is the candidate's own: a refusal is on the record and needs a ground. */
export const accredit = kind({
  number: 17,
  name: 'accredit',
  states: 'agents admitted to their boxes by the authority, or refused with a ground',
  force: one('authority'),
  fields: { decisions: at(3, list(decision, 500, 1), 'the decisions') },
  rule: ({ decisions }) =>
    decisions.some(({ decision, ground }) => decision === 'refused' && ground === undefined)
      ? 'decisions: a refusal needs its ground'
      : undefined,
  example: { decisions: [{ key: '0011223344556677', decision: 'accredited' }] },
})

export type Accredit = StatementOf<typeof accredit>
