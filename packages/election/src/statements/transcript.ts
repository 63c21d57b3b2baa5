import { at, maybe } from './field.ts'
import { figures } from './figures.ts'
import { kind, type StatementOf } from './kind.ts'
import type { Quorum } from './roles.ts'
import { hash, identifier, text } from './values.ts'

const twoClerks: Quorum = { roles: ['clerk'], people: 2, sides: 1 }
const witness: Quorum = { roles: ['agent', 'supervisor', 'representative'], people: 1, sides: 1 }

/** A copy keyed in by its holder: the centre's by two clerks, or a witness's own, which is graded. */
export const transcript = kind({
  number: 27,
  name: 'transcript',
  states: 'a copy of a form keyed in from paper, and which copy',
  force: [twoClerks, witness],
  fields: {
    box: at(3, identifier, 'the box'),
    copy: at(4, identifier, 'which copy'),
    figures: at(5, figures, 'its figures'),
    serial: maybe(6, identifier, 'the serial on it'),
    code: maybe(7, text(40), 'the code of the form’s ID written on it'),
    photograph: maybe(8, hash, 'the `attach` statement with its photograph'),
    form: maybe(9, hash, 'the form’s statement ID, where its payload was read from the paper'),
  },
  example: {
    round: 1,
    box: '26-0001',
    copy: '3',
    figures: { taken: 610, votes: { 1: 300, 2: 290 } },
    serial: 'F-1',
  },
})

export type Transcript = StatementOf<typeof transcript>
