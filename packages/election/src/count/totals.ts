import { whole } from '../areas/tree.ts'
import type { Election, RoundState, View } from '../election.ts'
import type { Sum } from './sum.ts'
import type { Which } from './tally.ts'

export type TotalName = 'asPublished' | 'preliminary' | 'reconciled'

/** A total by name: its sum, and the ballots that are not in it. */
export interface Totals {
  readonly name: TotalName
  /** Absent where no row is in. */
  readonly sum: Sum | undefined
  /** Ballots outstanding; null where unknown. */
  readonly outstanding: number | null
}

/** The totals that a tally is made of. An archive has one, which is its publisher's. */
export function totalsOf(election: Election, round: View<RoundState>, which: Which): Totals {
  const sum = round.sums.get(levelOf(election, which))?.get(which.area ?? whole) as Sum | undefined
  // Of a row without data nobody can say how many ballots it stands for.
  const outstanding = (sum?.states.get('noData') ?? 0) === 0 ? 0 : null
  return { name: 'asPublished', sum, outstanding }
}

/** The level of the rows: the definition's counted level, or the area's own where it lies below that. */
function levelOf({ definition, levels, areas }: Election, { area, level }: Which): string {
  if (level !== undefined) return level
  const own = area === undefined ? undefined : areas.get(area)?.area.level
  const counted = definition.countedLevel
  if (own === undefined || counted === 'box') return counted
  return levels.indexOf(own) > levels.indexOf(counted) ? own : counted
}
