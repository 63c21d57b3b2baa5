import { type Matrix, type TwoResults, totalsOf, unitsOf, votesOf } from './results.ts'
import { solved } from './solve.ts'

/** Votes if nobody's first choice said anything about the second: row total × column total / all. */
export function independence({ from, to }: TwoResults): Matrix {
  const columns = totalsOf(to)
  const all = columns.reduce((sum, total) => sum + total, 0)
  return totalsOf(from).map(row => columns.map(column => (row * column) / all))
}

/**
 * Goodman's regression as it is often done: least squares without weights, intercept or constraints; negative shares
 * are then cut to 0 and the rows scaled to 1. Shown beside better ones because it is common.
 */
export function goodmanClipped(results: TwoResults): Matrix {
  const { from, to } = results
  const products = from.map(a => from.map(b => product(a.votes, b.votes, unitsOf(results))))
  const shares = to.map(({ votes }) =>
    solved(
      products,
      from.map(a => product(a.votes, votes, unitsOf(results))),
    ),
  )
  const clipped = from.map((_, j) => {
    const row = shares.map(column => Math.max(0, column[j]!))
    const sum = row.reduce((total, share) => total + share, 0)
    return sum > 0 ? row.map(share => share / sum) : row.map(() => 1 / row.length)
  })
  return votesOf(clipped, results)
}

function product(a: ArrayLike<number>, b: ArrayLike<number>, length: number): number {
  let sum = 0
  for (let i = 0; i < length; i++) sum += a[i]! * b[i]!
  return sum
}
