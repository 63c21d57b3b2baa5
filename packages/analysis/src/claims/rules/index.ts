import { countRules, placeRules } from './counts.ts'
import { eventRules } from './events.ts'
import { earlierRules, historyRules } from './history.ts'
import { leadRules } from './leads.ts'
import type { Rule } from './rule.ts'
import { pairRules, shareRules } from './shares.ts'
import { standingRules } from './standings.ts'
import { turnoutRules } from './turnout.ts'
import { totalRules, voteRules } from './votes.ts'

/** The grammar, in the order in which its rules are tried. */
export const rules: readonly Rule[] = [
  ...placeRules,
  ...pairRules,
  ...standingRules.slice(0, 7),
  ...leadRules,
  ...historyRules,
  ...earlierRules,
  ...shareRules,
  ...turnoutRules,
  ...voteRules,
  ...totalRules,
  ...countRules,
  ...standingRules.slice(7),
  ...eventRules,
]
