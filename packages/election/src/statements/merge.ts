import { at } from './field.ts'
import { kind, type StatementOf } from './kind.ts'
import type { Quorum } from './roles.ts'
import { identifier, list } from './values.ts'

const leaderAndSupervisor: Quorum = {
  roles: ['leader', 'supervisor'],
  including: ['leader', 'supervisor'],
  people: 2,
  sides: 2,
}

/** Only where the definition allows it. */
export const merge = kind({
  number: 32,
  name: 'merge',
  states: 'small boxes put together before counting',
  force: [leaderAndSupervisor],
  fields: {
    box: at(3, identifier, 'the box that is counted'),
    merged: at(4, list(identifier, 16, 1), 'the boxes emptied into it'),
  },
  rule: ({ box, merged }) =>
    merged.includes(box) ? 'merged: a box cannot be merged into itself' : undefined,
  example: { round: 1, box: '26-0001', merged: ['26-0002'] },
})

export type Merge = StatementOf<typeof merge>
