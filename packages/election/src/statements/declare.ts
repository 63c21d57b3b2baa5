import { at, struct } from './field.ts'
import { figures } from './figures.ts'
import { kind, type StatementOf } from './kind.ts'
import { one } from './roles.ts'
import { count, identifier, list, oneOf } from './values.ts'

const outcome = struct({
  state: at(0, oneOf({ elected: 1, runOff: 2, undecided: 3, void: 4 }), 'the outcome'),
  candidates: at(1, list(identifier, 200), 'who is elected, or the two of the run-off'),
})

/** The authority's result. */
export const declare = kind({
  number: 40,
  name: 'declare',
  states: 'totals and outcome, at a version of the record',
  force: one('authority'),
  fields: {
    treeSize: at(3, count, 'the version of the record'),
    figures: at(4, figures, 'the totals'),
    outcome: at(5, outcome, 'the outcome'),
    total: at(6, oneOf({ preliminary: 1, reconciled: 2 }), 'which of the two totals'),
  },
  example: {
    round: 2,
    treeSize: 60000,
    figures: { taken: 30530157, votes: { 1: 16384403, 2: 13538179 } },
    outcome: { state: 'elected', candidates: ['pezeshkian'] },
    total: 'reconciled',
  },
})

export type Declare = StatementOf<typeof declare>
