import type { TwoResults } from './results.ts'
import { unitsOf } from './results.ts'

/** The least and the most votes that a cell can hold, whatever voters did. */
export interface Bounds {
  readonly least: number
  readonly most: number
}

/**
 * What the units' margins alone allow: in each unit a cell lies between max(0, x + y − n) and min(x, y); summed over
 * the units. Needs no assumption at all.
 * Source: Duncan, Davis, An alternative to ecological correlation, American Sociological Review 18 (1953).
 */
export function bounds(results: TwoResults): readonly (readonly Bounds[])[] {
  const { from, to } = results
  const votes = votersOf(results)
  return from.map(row =>
    to.map(column => {
      let [least, most] = [0, 0]
      for (let i = 0; i < votes.length; i++) {
        const [x, y] = [row.votes[i]!, column.votes[i]!]
        least += Math.max(0, x + y - votes[i]!)
        most += Math.min(x, y)
      }
      return { least, most }
    }),
  )
}

/** Voters of each unit: the larger of its two totals. */
function votersOf(results: TwoResults): Float64Array {
  return Float64Array.from({ length: unitsOf(results) }, (_, i) => {
    const sum = (options: TwoResults['from']) => options.reduce((all, { votes }) => all + votes[i]!, 0)
    return Math.max(sum(results.from), sum(results.to))
  })
}
