import { at, maybe, struct } from './field.ts'
import { kind, type StatementOf } from './kind.ts'
import { one } from './roles.ts'
import { count, identifier, list, name } from './values.ts'

const tile = struct({
  row: at(0, count, 'from the top'),
  column: at(1, count, 'from the left'),
})

const area = struct({
  id: at(0, identifier, 'the area'),
  level: at(1, identifier, 'its level'),
  parent: maybe(2, identifier, 'the area that it lies in; absent at the top'),
  name: at(3, name, 'its name'),
  tile: maybe(4, tile, 'its place on a tile map'),
})

/** The tree of areas, in chunks that stand alone: a parent may come in an earlier chunk, never in a later one. */
export const areas = kind({
  number: 2,
  name: 'areas',
  states: 'a part of the tree of areas; a parent comes before its children',
  force: one('authority'),
  fields: { areas: at(3, list(area, 2000, 1), 'the areas') },
  example: {
    areas: [
      { id: 'IR', level: 'country', name: { en: 'Iran', fa: 'ایران' } },
      {
        id: 'IR-26',
        level: 'province',
        parent: 'IR',
        name: { en: 'Qom', fa: 'قم' },
        tile: { row: 3, column: 4 },
      },
    ],
  },
})

export type Areas = StatementOf<typeof areas>
export type Area = Areas['areas'][number]
