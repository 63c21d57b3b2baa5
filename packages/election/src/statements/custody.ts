import { at, maybe } from './field.ts'
import { kind, type StatementOf } from './kind.ts'
import type { Quorum } from './roles.ts'
import { identifier, list, seconds, text } from './values.ts'

const bothSides: Quorum = {
  roles: ['leader', 'official', 'police', 'supervisor', 'clerk', 'centreHead', 'desk', 'representative'],
  people: 2,
  sides: 1,
}

export const custody = kind({
  number: 31,
  name: 'custody',
  states: 'a box or packet handed over, with its seals',
  force: [bothSides],
  fields: {
    box: at(3, identifier, 'the box'),
    packet: maybe(4, identifier, 'the packet, where it is not the box itself'),
    from: at(5, text(80), 'who hands over'),
    to: at(6, text(80), 'who receives'),
    seals: maybe(7, list(text(40), 16), 'numbers of its seals'),
    at: maybe(8, seconds, 'when'),
    found: maybe(
      9,
      list(text(40), 16),
      'numbers of the seals that were found, where they are others than those noted',
    ),
    explanation: maybe(10, text(500), 'what is said of the difference'),
  },
  rule: ({ found, explanation }) =>
    found !== undefined && explanation === undefined
      ? 'explanation: seals that are not as noted are said something about'
      : undefined,
  example: { round: 1, box: '26-0001', from: 'polling place', to: 'local centre', seals: ['A-1206'] },
})

export type Custody = StatementOf<typeof custody>
