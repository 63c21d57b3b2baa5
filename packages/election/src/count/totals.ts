import { whole } from '../areas/tree.ts'
import type { Election, RoundState, View } from '../election.ts'
import { beside } from './columns.ts'
import { type Sum, totalOf } from './sum.ts'
import type { Which } from './tally.ts'

/**
 * `preliminary`: every reported form. `undisputed`: those that nothing is said against. `reconciled`: agreed or
 * accepted boxes only. `asPublished`: an archive's one total, which is its publisher's.
 */
export type TotalName = 'asPublished' | 'preliminary' | 'undisputed' | 'reconciled'

/** A total by name: its sum, and the ballots that are not in it. */
export interface Totals {
  readonly name: TotalName
  /** Absent where no row is in. */
  readonly sum: Sum | undefined
  /** Ballots that may still come in; null where unknown. */
  readonly outstanding: number | null
}

/** The total that a tally asks for. */
export function totalsOf(election: Election, round: View<RoundState>, which: Which): Totals {
  const archive = election.definition.mode === 'archive'
  const name = archive ? 'asPublished' : (which.total ?? 'preliminary')
  const sum = round.sums.get(archive ? levelOf(election, which) : name)?.get(which.area ?? whole) as
    | Sum
    | undefined
  const outstanding = isPartial(election, round, which, sum) ? null : totalOf(sum, beside.outstanding)
  return { name, sum, outstanding }
}

/** Whether an archive has fewer boxes than there were: nobody can say what the others hold. */
function isPartial(
  { definition }: Election,
  { rule }: View<RoundState>,
  { area = whole }: Which,
  sum: Sum | undefined,
): boolean {
  if (definition.mode !== 'archive' || rule.boxes === undefined || area !== whole) return false
  return (totalOf(sum, beside.boxes) ?? 0) < rule.boxes
}

/** The level of the rows: the definition's counted level, or the area's own where it lies below that. */
function levelOf({ definition, levels, areas }: Election, { area, level }: Which): string {
  if (level !== undefined) return level
  const own = area === undefined ? undefined : areas.get(area)?.area.level
  const counted = definition.countedLevel
  if (own === undefined || counted === 'box') return counted
  return levels.indexOf(own) > levels.indexOf(counted) ? own : counted
}
