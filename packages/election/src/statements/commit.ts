import { at } from './field.ts'
import { kind, type StatementOf } from './kind.ts'
import { leaderAndAnother } from './roles.ts'
import { hash, identifier } from './values.ts'

/** Before `release`: the form exists and is fixed, and its figures stay hidden by its `blind`. */
export const commit = kind({
  number: 25,
  name: 'commit',
  states: 'the ID of a box’s form, before votes are public',
  force: leaderAndAnother,
  fields: {
    box: at(3, identifier, 'the box'),
    form: at(4, hash, 'the form’s statement ID'),
  },
  example: { round: 1, box: '26-0001', form: '26'.repeat(32) },
})

export type Commit = StatementOf<typeof commit>
