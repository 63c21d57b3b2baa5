import { at, maybe, struct } from './field.ts'
import { kind, type StatementOf } from './kind.ts'
import { one } from './roles.ts'
import { figure, identifier, list, seconds } from './values.ts'

const region = struct({
  area: at(0, identifier, 'the area'),
  checkIns: at(1, figure, 'check-ins so far'),
  boxes: maybe(2, figure, 'boxes that they are from'),
})

export const turnout = kind({
  number: 23,
  name: 'turnout',
  states: 'check-ins by region during the day',
  force: one('authority'),
  fields: {
    at: at(3, seconds, 'up to when'),
    areas: at(4, list(region, 2000, 1), 'the regions'),
  },
  example: { round: 1, at: 1719570600, areas: [{ area: 'IR-26', checkIns: 120345, boxes: 812 }] },
})

export type Turnout = StatementOf<typeof turnout>
