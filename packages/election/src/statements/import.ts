import { at, maybe } from './field.ts'
import { figures } from './figures.ts'
import { kind, type StatementOf } from './kind.ts'
import { one } from './roles.ts'
import { count, hash, identifier, oneOf, sameAgain, text } from './values.ts'

/** In an archive only: one row of figures as published. */
export const importKind = kind({
  number: 44,
  name: 'import',
  states: 'in an archive: the figures of one box or area as published, every total as printed',
  force: one('archivist'),
  fields: {
    area: at(3, identifier, 'the area; of a box, the area that it lies in'),
    box: maybe(4, identifier, 'the box; absent where the figures are the area’s'),
    status: at(5, oneOf({ counted: 1, annulled: 2, notHeld: 3, noData: 4 }), 'what its publisher made of it'),
    figures: at(6, figures, 'the figures, as printed'),
    boxes: maybe(7, count, 'of an area: the number of boxes that the figures cover'),
    source: maybe(8, text(500), 'where it was published'),
    digest: maybe(9, sameAgain(hash), 'SHA-256 of the file that it was read from'),
    note: maybe(10, text(500), 'the publisher’s own words on it'),
  },
  example: {
    round: 1,
    area: 'IR-26',
    status: 'counted',
    figures: { eligible: 1000, taken: 812, invalid: 12, valid: 800, votes: { 1: 500, 2: 300 } },
    source: 'https://example.org/results.csv',
    digest: 'd1'.repeat(32),
  },
})

export type Import = StatementOf<typeof importKind>
export type ImportStatus = Import['status']
