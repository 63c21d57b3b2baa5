import type { Name, Outcome } from '@countersign/election'
import type { About, Rows } from '../table.ts'
import { type Change, changesOf, type Supposed, suppose } from './changes.ts'
import { type LeastRows, leastToChangeLeader, leastToDenyMajority } from './least-rows.ts'
import { type Base, outcomeOfTotals, sumRows, type Totals } from './totals.ts'
import { type LeftOut, type Without, without } from './without.ts'

/** A version of the total: the sum of the rows, or one that was announced. */
export interface Version {
  /** Absent: the sum of the rows. */
  readonly label?: Name
  readonly totals: Totals
}

/** What one version of the total would take to change. */
export interface VersionStudied extends Version {
  readonly outcome: Outcome
  readonly changes: readonly Change[]
  readonly supposed: readonly Suppose[]
}

export interface Suppose {
  readonly supposed: Supposed
  readonly totals: Totals
  readonly outcome: Outcome
}

/** The fewest rows for each change, with the identifiers of those that do most. */
export interface LeastFound extends Omit<LeastRows, 'which'> {
  readonly what: 'denyMajority' | 'changeLeader'
  readonly base?: Base
  readonly rival?: string
  readonly ids: readonly string[]
  /** What those rows bring, in their order; with `need` before them. */
  readonly scores: readonly number[]
}

/** What it would take to change a result, and what some suppositions would change. */
export interface Sensitivity {
  readonly about: About
  readonly level: string
  readonly rows: number
  readonly candidates: Rows['candidates']
  readonly versions: readonly VersionStudied[]
  readonly least: readonly LeastFound[]
  readonly without?: Without & { readonly leftOut: LeftOut }
}

export interface Suppositions {
  readonly announced?: readonly Version[]
  readonly supposed?: readonly Supposed[]
  readonly leftOut?: LeftOut
}

/** The whole study of one round. */
export function sensitivityOf(
  rows: Rows,
  { announced = [], supposed = [], leftOut }: Suppositions = {},
): Sensitivity {
  const { about, level, length, candidates } = rows
  const versions = [{ totals: sumRows(rows) }, ...announced].map(version => ({
    ...version,
    outcome: outcomeOfTotals(about, version.totals),
    changes: changesOf(about, version.totals),
    supposed: supposed.map(each => ({ supposed: each, ...suppose(about, version.totals, each) })),
  }))
  return {
    about,
    level,
    rows: length,
    candidates,
    versions,
    least: length < 2 ? [] : leastOf(rows),
    ...(leftOut && { without: { ...without(rows, leftOut), leftOut } }),
  }
}

function leastOf(rows: Rows): readonly LeastFound[] {
  if (rows.about.rule === 'proportional') return []
  const named = ({ which, ...found }: LeastRows) => ({ ...found, ids: which.map(i => rows.ids[i]!) })
  const majority = rows.about.rule === 'majority' ? bases(sumRows(rows)) : []
  const denied = majority.flatMap((base): LeastFound[] => {
    const found = leastToDenyMajority(rows, base)
    return found ? [{ what: 'denyMajority', base, ...named(found) }] : []
  })
  const led = leastToChangeLeader(rows)
  return led ? [...denied, { what: 'changeLeader', ...named(led) }] : denied
}

/** Valid and invalid together are a base of their own only where stated totals do not add up. */
function bases({ taken, validAndInvalid }: Totals): readonly Base[] {
  return taken === validAndInvalid ? ['taken', 'valid'] : ['taken', 'validAndInvalid', 'valid']
}
