import { absent, areasAt, completed, type Rows, summedAt } from '../table.ts'
import type { Twice } from './residuals.ts'

/** Rows that two tables have in common. */
export interface Matched {
  readonly now: readonly number[]
  readonly then: readonly number[]
  /** The tables that these are rows of: the ones given, or their sums by area. */
  readonly rows: Rows
  readonly earlier: Rows
}

/** The same boxes of two rounds; where boxes are not the same, the same areas of the deepest level that both have. */
export function matched(rows: Rows, earlier: Rows): Matched {
  const same = matchedById(rows, earlier)
  if (rows.level === earlier.level && same.now.length >= rows.length / 2) return same
  const levels = [...new Set(rows.areas.levels)].filter(level => earlier.areas.levels.includes(level))
  const best = levels
    .filter(level => areasAt(rows, level).some(at => at !== -1))
    .map(level => matchedById(summedAt(rows, level), summedAt(earlier, level)))
    .reduce<Matched | undefined>(
      (most, one) => (most && most.now.length >= one.now.length ? most : one),
      undefined,
    )
  return best && best.now.length > same.now.length ? best : same
}

function matchedById(rows: Rows, earlier: Rows): Matched {
  const places = new Map(earlier.ids.map((id, i) => [id, i]))
  const now: number[] = []
  const then: number[] = []
  for (const [i, id] of rows.ids.entries()) {
    const at = places.get(id)
    if (at === undefined) continue
    now.push(i)
    then.push(at)
  }
  return { now, then, rows, earlier }
}

/** A candidate's votes of valid ones now, beside those of every candidate who had at least 5 % earlier. */
export function twiceOf(
  { now, then, rows, earlier }: Matched,
  candidate: number,
): Twice & { readonly rows: readonly number[] } {
  const [a, b] = [completed(rows), completed(earlier)]
  const column = (from: Float64Array, which: readonly number[]) =>
    Float64Array.from(which, i => Math.max(0, from[i]!))
  const present = now.map(
    (row, i) => a.votes[candidate]![row] !== absent && b.figures.valid[then[i]!] !== absent,
  )
  const [here, there] = [now.filter((_, i) => present[i]), then.filter((_, i) => present[i])]
  const earlierOf = column(b.figures.valid, there)
  const all = earlierOf.reduce((sum, valid) => sum + valid, 0)
  const columns = b.votes.map(votes => column(votes, there))
  return {
    rows: here,
    votes: column(a.votes[candidate]!, here),
    of: column(a.figures.valid, here),
    earlier: columns.filter(votes => votes.reduce((sum, count) => sum + count, 0) >= 0.05 * all),
    earlierOf,
  }
}
