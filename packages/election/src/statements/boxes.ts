import { at, maybe, struct } from './field.ts'
import { kind, type StatementOf } from './kind.ts'
import { one } from './roles.ts'
import { count, identifier, list, name, oneOf } from './values.ts'

/** A box and what was delivered to it. */
export const listedBox = struct({
  id: at(0, identifier, 'the box'),
  area: at(1, identifier, 'the area that it is counted in'),
  place: maybe(2, identifier, 'the polling place'),
  sort: maybe(3, oneOf({ fixed: 1, mobile: 2, abroad: 3 }), 'the sort of place'),
  name: maybe(4, name, 'the place’s name'),
  form: maybe(5, identifier, 'serial of its result form'),
  firstStub: maybe(6, count, 'first serial of its ballots'),
  lastStub: maybe(7, count, 'last serial of its ballots'),
  delivered: maybe(8, count, 'ballots delivered before voting'),
  eligible: maybe(9, count, 'eligible voters, where voting is tied to a place'),
})

/** The places and their boxes, in chunks that stand alone. A box listed twice has force once. */
export const boxes = kind({
  number: 3,
  name: 'boxes',
  states: 'polling places and their ballot boxes, with the serials delivered',
  force: one('authority'),
  fields: { boxes: at(3, list(listedBox, 2000, 1), 'the boxes') },
  example: {
    boxes: [
      {
        id: '26-0001',
        area: 'IR-26',
        place: 'P-1',
        sort: 'fixed',
        form: 'F-1',
        firstStub: 1,
        lastStub: 800,
        delivered: 800,
      },
    ],
  },
})

export type Boxes = StatementOf<typeof boxes>
export type ListedBox = Boxes['boxes'][number]
