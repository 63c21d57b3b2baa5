import { listedBox } from './boxes.ts'
import { at, maybe, struct } from './field.ts'
import { kind, type StatementOf } from './kind.ts'
import { twoBodies } from './roles.ts'
import { identifier, list, text } from './values.ts'

const move = struct({
  box: at(0, identifier, 'the box'),
  area: at(1, identifier, 'the area that it is counted in from now on'),
})

/** The list of boxes after its seal. */
export const amend = kind({
  number: 5,
  name: 'amend',
  states: 'boxes added or moved after the seal, and why',
  force: twoBodies,
  fields: {
    added: maybe(3, list(listedBox, 2000), 'boxes that were not listed'),
    moved: maybe(4, list(move, 2000), 'boxes counted in another area'),
    reason: at(5, text(500), 'why'),
  },
  example: {
    round: 1,
    added: [{ id: '26-9001', area: 'IR-26', sort: 'mobile' }],
    reason: 'A flood closed the school.',
  },
})

export type Amend = StatementOf<typeof amend>
