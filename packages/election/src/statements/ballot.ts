import { at, maybe, struct } from './field.ts'
import { kind, type StatementOf } from './kind.ts'
import { one } from './roles.ts'
import { count, date, identifier, list, name, text } from './values.ts'

const candidate = struct({
  number: at(0, count, 'the candidate’s number on the ballot'),
  id: at(1, identifier, 'the candidate'),
  name: at(2, name, 'the name on the ballot'),
  spellings: maybe(3, list(text(80), 64), 'other spellings that count'),
  withdrew: maybe(4, date, 'the day of a withdrawal after the ballots were printed'),
})

/** A round's final list. */
export const ballot = kind({
  number: 21,
  name: 'ballot',
  states: 'a round’s final list: numbers, names, accepted spellings',
  force: one('authority'),
  fields: { candidates: at(3, list(candidate, 200, 1), 'the candidates') },
  rule: ({ candidates }) => {
    const numbers = new Set(candidates.map(({ number }) => number))
    const ids = new Set(candidates.map(({ id }) => id))
    return numbers.size === candidates.length && ids.size === candidates.length
      ? undefined
      : 'candidates: a number or a candidate is given twice'
  },
  example: {
    round: 1,
    candidates: [
      { number: 1, id: 'pezeshkian', name: { en: 'Masoud Pezeshkian', fa: 'مسعود پزشکیان' } },
      { number: 2, id: 'jalili', name: { en: 'Saeed Jalili', fa: 'سعید جلیلی' } },
    ],
  },
})

export type Ballot = StatementOf<typeof ballot>
export type Candidate = Ballot['candidates'][number]
