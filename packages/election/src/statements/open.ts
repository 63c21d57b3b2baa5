import { at, maybe } from './field.ts'
import { present } from './form.ts'
import { kind, type StatementOf } from './kind.ts'
import { leaderAndAnother } from './roles.ts'
import { figure, identifier, list, seconds, text } from './values.ts'

/** The morning: the box is empty and sealed. Everyone who will sign the form signs this, so that a dead key is found. */
export const open = kind({
  number: 22,
  name: 'open',
  states: 'a box opened for voting: empty, with its seals and the people present',
  force: leaderAndAnother,
  fields: {
    box: at(3, identifier, 'the box'),
    inBox: at(4, figure, 'ballots in the box: zero'),
    at: maybe(5, seconds, 'when'),
    seals: maybe(6, list(text(40), 16), 'numbers of its seals'),
    people: maybe(7, list(present, 64), 'people present'),
  },
  example: { round: 1, box: '26-0001', inBox: 0, at: 1719549000, seals: ['A-1204', 'A-1205'] },
})

export type Open = StatementOf<typeof open>
