import type { Matrix, Option, TwoResults } from './results.ts'
import { nearestShares } from './simplex.ts'

/** All that least squares need of any number of units. */
export interface CrossProducts {
  /** Σ w x xᵀ, rows by rows. */
  readonly rows: Matrix
  /** Σ w x yᵀ, rows by columns. */
  readonly across: Matrix
}

/**
 * The shares P of each row's voters that went to each column: least Σ (1/n) |y − xP|² over the units of n votes, where
 * no share is negative and every row's shares add up to 1. The columns' totals are not forced.
 */
export function leastSquares(results: TwoResults): Matrix {
  return sharesFrom(crossProducts(results))
}

/** Σ over the units of x xᵀ/n and x yᵀ/n, n the unit's votes in the rows; units without votes say nothing. */
export function crossProducts({ from, to }: TwoResults): CrossProducts {
  const weights = weightsOf(from)
  const product = (a: Option, b: Option) => {
    let sum = 0
    for (let i = 0; i < weights.length; i++) sum += weights[i]! * a.votes[i]! * b.votes[i]!
    return sum
  }
  return {
    rows: from.map(a => from.map(b => product(a, b))),
    across: from.map(a => to.map(b => product(a, b))),
  }
}

/**
 * The shares that fit the cross-products best. Row by row: given the others, a row's best shares are the point of the
 * simplex nearest to its unconstrained ones; repeated until no share moves. The problem is convex.
 */
export function sharesFrom({ rows, across }: CrossProducts): Matrix {
  const shares = across.map(row => row.map(() => 1 / row.length))
  for (let sweep = 0; sweep < mostSweeps; sweep++) {
    let moved = 0
    for (const [j, wanted] of across.entries()) {
      const own = rows[j]![j]!
      if (own === 0) continue
      const free = wanted.map((cell, k) => {
        let rest = cell
        for (const [l, other] of shares.entries()) if (l !== j) rest -= rows[j]![l]! * other[k]!
        return rest / own
      })
      const next = nearestShares(free)
      for (const [k, share] of next.entries()) moved = Math.max(moved, Math.abs(share - shares[j]![k]!))
      shares[j] = [...next]
    }
    if (moved < stillEnough) break
  }
  return shares
}

const mostSweeps = 50_000
const stillEnough = 1e-10

function weightsOf(from: readonly Option[]): Float64Array {
  const weights = new Float64Array(from[0]?.votes.length ?? 0)
  for (const { votes } of from) for (let i = 0; i < weights.length; i++) weights[i]! += votes[i]!
  return weights.map(votes => (votes > 0 ? 1 / votes : 0))
}
