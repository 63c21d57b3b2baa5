import { at, maybe } from './field.ts'
import { kind, type StatementOf } from './kind.ts'
import { one } from './roles.ts'
import { hash, identifier, list, oneOf, text } from './values.ts'

export const complaint = kind({
  number: 35,
  name: 'complaint',
  states: 'a contest of a box, an area, a candidacy or the round, with its evidence',
  force: one('candidate', 'agent', 'representative', 'supervisor', 'supervisingBody', 'authority'),
  fields: {
    ground: at(3, text(500), 'the ground'),
    wants: at(4, oneOf({ recount: 1, correction: 2, annulment: 3, rerun: 4, other: 5 }), 'what is asked for'),
    box: maybe(5, identifier, 'the box'),
    area: maybe(6, identifier, 'the area'),
    candidate: maybe(7, identifier, 'the candidacy'),
    evidence: maybe(8, list(hash, 64), 'statements and blobs'),
  },
  example: {
    round: 1,
    ground: 'The copy in hand differs.',
    wants: 'recount',
    box: '26-0001',
    evidence: ['27'.repeat(32)],
  },
})

export type Complaint = StatementOf<typeof complaint>
