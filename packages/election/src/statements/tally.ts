import { at } from './field.ts'
import { figures } from './figures.ts'
import { kind, type StatementOf } from './kind.ts'
import { one } from './roles.ts'
import { count, hash, identifier } from './values.ts'

/** A centre's sum (path A). It is compared with the forms, never used in their place. */
export const tally = kind({
  number: 33,
  name: 'tally',
  states: 'a centre’s sum: over which forms, at which version of the record',
  force: one('centreHead'),
  fields: {
    area: at(3, identifier, 'the area'),
    boxes: at(4, count, 'forms added up'),
    digest: at(5, hash, 'SHA-256 of the sorted pairs: box, space, form ID in hexadecimal, line feed'),
    treeSize: at(6, count, 'the version of the record'),
    figures: at(7, figures, 'the sums'),
  },
  example: {
    round: 1,
    area: 'IR-26',
    boxes: 2,
    digest: '33'.repeat(32),
    treeSize: 4096,
    figures: { taken: 1200, votes: { 1: 600, 2: 580 } },
  },
})

export type CentreTally = StatementOf<typeof tally>
