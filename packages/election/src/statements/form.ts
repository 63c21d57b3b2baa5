import { at, maybe, struct } from './field.ts'
import { figures } from './figures.ts'
import { kind, type StatementOf } from './kind.ts'
import { leaderAndAnother, personRole } from './roles.ts'
import { bytes, identifier, list, oneOf, seconds, text } from './values.ts'

/** A person at the box, by role: no name enters the record. */
export const present = struct({
  role: at(0, personRole, 'the person’s role'),
  side: maybe(1, identifier, 'the body or candidate'),
  ink: at(2, oneOf({ signed: 1, absent: 2, refused: 3 }), 'the signature on paper, as the leader says'),
  ground: maybe(3, text(80), 'the ground of a refusal'),
})

const explanation = struct({
  check: at(0, identifier, 'the check that it answers'),
  text: at(1, text(80), 'the explanation'),
})

/** The signed minutes of one box. It is recorded as the paper has it, whatever its figures. */
export const form = kind({
  number: 26,
  name: 'form',
  states: 'a box’s result form: reconciliation figures and votes',
  force: leaderAndAnother,
  fields: {
    box: at(3, identifier, 'the box'),
    serial: at(4, identifier, 'the form’s serial'),
    blind: at(5, bytes(16), 'random: it makes the ID hide the figures'),
    figures: at(6, figures, 'the figures'),
    openedAt: maybe(7, seconds, 'when the place opened'),
    closedAt: maybe(8, seconds, 'when it closed'),
    countedAt: maybe(9, seconds, 'when the count ended'),
    people: maybe(10, list(present, 64), 'people present, with ink signatures and refusals'),
    explanations: maybe(11, list(explanation, 16), 'explanations'),
  },
  example: {
    round: 1,
    box: '26-0001',
    serial: 'F-1',
    blind: '0f'.repeat(16),
    figures: {
      delivered: 800,
      issued: 612,
      unused: 186,
      spoiled: 2,
      checkInsByComputer: 612,
      inBox: 611,
      excessDrawn: 0,
      notTaken: 1,
      taken: 610,
      invalid: 20,
      valid: 590,
      votes: { 1: 300, 2: 290 },
    },
    closedAt: 1719606600,
    countedAt: 1719615600,
    people: [{ role: 'leader', ink: 'signed' }],
  },
})

export type Form = StatementOf<typeof form>
