import { at, maybe } from './field.ts'
import { kind, type StatementOf } from './kind.ts'
import { one } from './roles.ts'
import { bytes, count, hash, identifier, list, oneOf, text } from './values.ts'

export const audit = kind({
  number: 39,
  name: 'audit',
  states: 'a step of an audit: its plan, its public seed, the boxes drawn, the results',
  force: one('auditBoard', 'auditor'),
  fields: {
    step: at(3, oneOf({ plan: 1, seed: 2, draw: 3, results: 4 }), 'the step'),
    audit: at(4, identifier, 'the audit'),
    text: maybe(5, text(500), 'the plan or the results in words'),
    seed: maybe(6, bytes(32), 'the public seed'),
    boxes: maybe(7, list(identifier, 2000), 'the boxes drawn'),
    riskPerMille: maybe(8, count, 'the risk limit, in thousandths'),
    blob: maybe(9, hash, 'SHA-256 of the published plan or results'),
  },
  example: { round: 1, step: 'plan', audit: 'A1', text: 'Ballot polling, by box.', riskPerMille: 50 },
})

export type Audit = StatementOf<typeof audit>
