import { at } from './field.ts'
import { kind, type StatementOf } from './kind.ts'
import { one } from './roles.ts'
import { count, hash } from './values.ts'

/** From here on the list of boxes changes by `amend` alone. */
export const seal = kind({
  number: 4,
  name: 'seal',
  states: 'the list of boxes is complete: how many, and the digest of the sorted IDs, a line each',
  force: one('authority'),
  fields: {
    boxes: at(3, count, 'how many boxes are listed for the round'),
    digest: at(4, hash, 'SHA-256 of their IDs in ascending order, each followed by a line feed'),
  },
  example: { round: 1, boxes: 58984, digest: 'c0'.repeat(32) },
})

export type Seal = StatementOf<typeof seal>
