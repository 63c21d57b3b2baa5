import type { Rule } from '../../../rules/rule.ts'
import { counts } from './counts.ts'
import { events } from './events.ts'
import { leads } from './leads.ts'
import { shares } from './shares.ts'
import { majorities, placings } from './standings.ts'
import { turnouts } from './turnout.ts'

/** The grammar of Persian, in the order in which its rules are tried. */
export const persianRules: readonly Rule[] = [
  ...majorities,
  ...leads,
  ...shares,
  ...turnouts,
  ...counts,
  ...placings,
  ...events,
]
