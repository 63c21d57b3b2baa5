import type { Name } from '@countersign/election'
import { matched } from '../forensics/twice.ts'
import { seeded } from '../seeded.ts'
import { absent, areasAt, completed, type Rows } from '../table.ts'
import { bootstrap, type Spread } from './bootstrap.ts'
import { type Bounds, bounds } from './bounds.ts'
import { leastSquares } from './least-squares.ts'
import { localPreferences } from './local-preferences.ts'
import { type Matrix, merged, type Option, sharesOf, type TwoResults, unitsOf, votesOf } from './results.ts'

/** What stands in a row or column beside the candidates. */
export type OtherOption = 'invalid' | 'absent' | 'new' | 'gone' | 'others'

/** A row or a column: a candidate by name, or one of the other options. */
export type OptionName = { readonly candidate: Name } | { readonly other: OtherOption }

/** Who voted for whom, by two families of estimators that assume different things. */
export interface Transfer {
  readonly from: readonly OptionName[]
  readonly to: readonly OptionName[]
  readonly level: string
  readonly units: number
  /** Votes, row by row. */
  readonly leastSquares: Matrix
  readonly localPreferences: Matrix
  /** How many units the second family was fitted to: every n-th where there are very many. */
  readonly fittedUnits: number
  /** What no estimate can be outside of. */
  readonly bounds: readonly (readonly Bounds[])[]
  /** Of least squares over counties; null with fewer than ten of them. */
  readonly spread: Spread | null
  readonly seed: number
  /** Whether the source says how many were registered, so that those who stayed at home are a row and a column. */
  readonly withAbsent: boolean
}

/** Options below this share of all votes are merged into one. */
const leastShare = 0.03

/** Fitting more units takes seconds and changes little: the estimate's error is not in their number. */
const mostFitted = 5_000

const seed = 2021
const samples = 200

/** The transfer from an earlier round to this one; undefined where they have fewer than 20 places in common. */
export function transferOf(rows: Rows, earlier: Rows): Transfer | undefined {
  const pair = matched(rows, earlier)
  const { options, units, withAbsent, counties } = optionsOf(pair)
  if (units.length < 20) return undefined
  const results: TwoResults = { from: merged(options.from, leastShare), to: merged(options.to, leastShare) }
  const some = everyNth(results, Math.ceil(units.length / mostFitted))
  const shares = leastSquares(results)
  const groups = new Set(counties).size
  return {
    from: results.from.map(({ name }) => namedIn(earlier, name)),
    to: results.to.map(({ name }) => namedIn(rows, name)),
    level: pair.rows.level,
    units: units.length,
    leastSquares: votesOf(shares, results),
    localPreferences: votesOf(sharesOf(localPreferences(some)), results),
    fittedUnits: unitsOf(some),
    bounds: bounds(results),
    spread: groups < 10 ? null : bootstrap(results, counties, { samples, random: seeded(seed) }),
    seed,
    withAbsent,
  }
}

interface Columns {
  readonly options: TwoResults
  readonly units: readonly number[]
  readonly counties: Int32Array
  readonly withAbsent: boolean
}

/** Candidates, invalid ballots, and who was registered and did not vote; so that both sides of a unit add up. */
function optionsOf({ now, then, rows, earlier }: ReturnType<typeof matched>): Columns {
  const [a, b] = [completed(rows), completed(earlier)]
  const has = (table: Rows, row: number) =>
    table.figures.taken[row] !== absent && table.votes.every(votes => votes[row] !== absent)
  const both = now.map((row, i) => [row, then[i]!] as const).filter(([x, y]) => has(a, x) && has(b, y))
  const withAbsent = both.every(
    ([x, y]) => a.figures.eligible[x] !== absent && b.figures.eligible[y] !== absent,
  )
  const to = sideOf(
    a,
    both.map(([x]) => x),
    withAbsent,
  )
  const from = sideOf(
    b,
    both.map(([, y]) => y),
    withAbsent,
  )
  const more = Float64Array.from(both, (_, i) => to.all[i]! - from.all[i]!)
  return {
    options: {
      from: [...from.options, { name: '=new', votes: more.map(votes => Math.max(0, votes)) }],
      to: [...to.options, { name: '=gone', votes: more.map(votes => Math.max(0, -votes)) }],
    },
    units: both.map(([x]) => x),
    counties: countiesOf(
      rows,
      both.map(([x]) => x),
    ),
    withAbsent,
  }
}

function sideOf(
  { votes, figures, candidates }: Rows,
  which: readonly number[],
  withAbsent: boolean,
): { readonly options: readonly Option[]; readonly all: Float64Array } {
  const column = (of: (row: number) => number) => Float64Array.from(which, row => Math.max(0, of(row)))
  const given = (row: number) => votes.reduce((sum, each) => sum + each[row]!, 0)
  const options: Option[] = candidates.map(({ id }, c) => ({
    name: id,
    votes: column(row => votes[c]![row]!),
  }))
  options.push({ name: '=invalid', votes: column(row => figures.taken[row]! - given(row)) })
  if (withAbsent)
    options.push({ name: '=absent', votes: column(row => figures.eligible[row]! - figures.taken[row]!) })
  return {
    options,
    all: Float64Array.from(which, (_, i) => options.reduce((sum, option) => sum + option.votes[i]!, 0)),
  }
}

/** The area just above each row's own, for resampling. */
function countiesOf(rows: Rows, which: readonly number[]): Int32Array {
  const counted = (level: string) => new Set(areasAt(rows, level).filter(at => at !== -1)).size
  const levels = [...new Set(rows.areas.levels)].filter(level => counted(level) < which.length)
  const level = levels.sort((x, y) => counted(y) - counted(x))[0]
  const at = level === undefined ? undefined : areasAt(rows, level)
  return Int32Array.from(which, (row, i) => at?.[row] ?? i)
}

function everyNth({ from, to }: TwoResults, n: number): TwoResults {
  const thin = (options: readonly Option[]) =>
    options.map(({ name, votes }) => ({
      name,
      votes: Float64Array.from(votes).filter((_, i) => i % n === 0),
    }))
  return n <= 1 ? { from, to } : { from: thin(from), to: thin(to) }
}

function namedIn({ candidates }: Rows, name: string): OptionName {
  const candidate = candidates.find(({ id }) => id === name)
  if (candidate) return { candidate: candidate.name }
  return { other: name === 'others' ? 'others' : (name.slice(1) as OtherOption) }
}
