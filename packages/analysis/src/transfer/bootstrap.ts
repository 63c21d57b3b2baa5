import type { Matrix, TwoResults } from './results.ts'

/** Between which votes nine of ten resampled estimates lie, cell by cell. */
export interface Spread {
  readonly low: Matrix
  readonly high: Matrix
  readonly samples: number
}

/**
 * How much an estimate depends on which counties there happen to be: it is made again on counties drawn with
 * replacement, and scaled to the same row totals. It says nothing of what the estimator assumes wrongly.
 * @param groups the county of each unit
 * @param random uniform on 0–1; a seeded one makes the answer repeatable
 */
export function bootstrap(
  results: TwoResults,
  groups: ArrayLike<number>,
  estimate: (results: TwoResults) => Matrix,
  { samples, random }: { readonly samples: number; readonly random: () => number },
): Spread {
  const members = [
    ...Map.groupBy(
      Array.from(groups, (_, i) => i),
      i => groups[i]!,
    ).values(),
  ]
  const whole = results.from.map(({ votes }) => Array.from(votes).reduce((sum, count) => sum + count, 0))
  const drawn = Array.from({ length: samples }, () => {
    const units = members.flatMap(() => members[Math.floor(random() * members.length)]!)
    const votes = estimate(drawnFrom(results, units))
    return votes.map((row, j) => {
      const sum = row.reduce((total, cell) => total + cell, 0)
      return row.map(cell => (sum > 0 ? (cell * whole[j]!) / sum : 0))
    })
  })
  const at = (part: number) =>
    results.from.map((_, j) =>
      results.to.map((_, k) => {
        const sorted = drawn.map(votes => votes[j]![k]!).sort((a, b) => a - b)
        return sorted[Math.round(part * (samples - 1))] ?? 0
      }),
    )
  return { low: at(0.05), high: at(0.95), samples }
}

function drawnFrom({ from, to }: TwoResults, units: readonly number[]): TwoResults {
  const draw = (options: TwoResults['from']) =>
    options.map(({ name, votes }) => ({ name, votes: Float64Array.from(units, i => votes[i]!) }))
  return { from: draw(from), to: draw(to) }
}
