import { at, maybe } from './field.ts'
import { figures } from './figures.ts'
import { kind, type StatementOf } from './kind.ts'
import { one } from './roles.ts'
import { count, date, hash, identifier, name, seconds, text } from './values.ts'

/** A running or earlier total. Announcements are a series in time; they are compared with the total, never it. */
export const announce = kind({
  number: 34,
  name: 'announce',
  states: 'a running total of an area, or a version of its total, as announced',
  force: one('authority', 'desk', 'archivist'),
  fields: {
    area: at(3, identifier, 'the area'),
    label: at(4, name, 'what the announcement calls itself'),
    figures: at(5, figures, 'the figures announced'),
    at: maybe(6, seconds, 'when it was announced'),
    date: maybe(7, date, 'the day, where the hour is not known'),
    boxes: maybe(8, count, 'boxes counted so far'),
    treeSize: maybe(9, count, 'the version of the record that it is the sum of'),
    source: maybe(10, text(500), 'where it was published'),
    digest: maybe(11, hash, 'SHA-256 of the file that it was read from'),
    note: maybe(12, text(500), 'what a reader must know of it'),
  },
  example: {
    round: 1,
    area: 'IR',
    label: { en: '2nd announcement' },
    figures: { taken: 3889248, votes: { 1: 1595345, 2: 1594868 } },
    date: '2024-06-29',
    boxes: 11425,
    source: 'https://isna.ir/news/1403040905588',
  },
})

export type Announce = StatementOf<typeof announce>
