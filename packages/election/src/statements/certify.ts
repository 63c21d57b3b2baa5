import { at, maybe } from './field.ts'
import { kind, type StatementOf } from './kind.ts'
import { one } from './roles.ts'
import { hash, oneOf, text } from './values.ts'

export const certify = kind({
  number: 41,
  name: 'certify',
  states: 'the supervising body’s decision on the declared result',
  force: one('supervisingBody'),
  fields: {
    declaration: at(3, hash, 'the `declare` statement'),
    decision: at(4, oneOf({ certified: 1, refused: 2 }), 'the decision'),
    ground: maybe(5, text(500), 'the ground'),
  },
  example: { round: 2, declaration: '40'.repeat(32), decision: 'certified' },
})

export type Certify = StatementOf<typeof certify>
