import { at, maybe } from './field.ts'
import { kind, type StatementOf } from './kind.ts'
import { one } from './roles.ts'
import { identifier, name, oneOf, publicKey, text } from './values.ts'

/** The way to the ballot, and off it. Filing carries the candidate's key, under which it is signed. */
export const candidacy = kind({
  number: 20,
  name: 'candidacy',
  states: 'a candidacy filed, approved, rejected with its ground, withdrawn, or an endorsement',
  force: one('candidate', 'supervisingBody'),
  fields: {
    candidate: at(3, identifier, 'the candidate'),
    step: at(4, oneOf({ filed: 1, approved: 2, rejected: 3, withdrawn: 4, endorses: 5 }), 'what is stated'),
    name: maybe(5, name, 'filed: the candidate’s name'),
    key: maybe(6, publicKey, 'filed: the candidate’s key'),
    card: maybe(7, identifier, 'filed: number of the card of the person who holds it'),
    ground: maybe(8, text(500), 'approved or rejected: the stated ground'),
    instance: maybe(9, identifier, 'approved or rejected: the instance that decided'),
    other: maybe(10, identifier, 'endorses: the candidate who is endorsed'),
  },
  rule: ({ step, key, card, ground, other }) => {
    if (step === 'filed' && (key === undefined || card === undefined)) return 'filed: key and card are needed'
    if (step === 'rejected' && ground === undefined) return 'rejected: a ground is needed'
    if (step === 'endorses' && other === undefined) return 'endorses: who is endorsed is needed'
    return undefined
  },
  example: {
    candidate: 'pezeshkian',
    step: 'filed',
    name: { en: 'Masoud Pezeshkian' },
    key: 'c4'.repeat(32),
    card: '1',
  },
})

export type Candidacy = StatementOf<typeof candidacy>
