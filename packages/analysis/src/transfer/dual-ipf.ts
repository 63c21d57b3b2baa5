import { crossProducts, sharesFrom } from './least-squares.ts'
import { exchanged, type Matrix, sharesOf, type TwoResults, totalsOf, unitsOf } from './results.ts'
import { fitToMargins } from './unit-table.ts'

/** What of an estimate by fitting can be tuned. */
export interface Fitting {
  /** How much of the start is independence, the rest being least squares. */
  readonly damping: number
  readonly rounds: number
}

const published: Fitting = { damping: 0.15, rounds: 10 }

/**
 * Votes by fitting every unit's own table to its margins, from rows to columns and from columns to rows, and the mean
 * of both. Rows' and columns' totals are kept where they agree unit by unit.
 */
export function dualIpf(results: TwoResults, fitting: Fitting = published): Matrix {
  const forth = fitted(results, fitting)
  const back = fitted(exchanged(results), fitting)
  return forth.map((row, j) => row.map((cell, k) => (cell + back[k]![j]!) / 2))
}

function fitted(results: TwoResults, { damping, rounds }: Fitting): Matrix {
  let shares = damped(sharesFrom(crossProducts(results)), results, damping)
  let votes: Matrix = []
  for (let round = 0; round < rounds; round++) {
    votes = sumOfFitted(results, shares)
    const next = sharesOf(votes)
    const moved = Math.max(
      ...next.flatMap((row, j) => row.map((share, k) => Math.abs(share - shares[j]![k]!))),
    )
    shares = next
    if (moved < 1e-5) break
  }
  return votes
}

/** A share of 0 could never grow: the start is mixed with independence. */
function damped(shares: Matrix, { to }: TwoResults, damping: number): Matrix {
  const columns = totalsOf(to)
  const all = columns.reduce((sum, total) => sum + total, 0)
  return shares.map(row => row.map((share, k) => (1 - damping) * share + (damping * columns[k]!) / all))
}

/** In each unit, shares × rows fitted to the unit's rows and columns; the sum over the units. */
function sumOfFitted(results: TwoResults, shares: Matrix): Matrix {
  const { from, to } = results
  const [J, K] = [from.length, to.length]
  const start = Float64Array.from(shares.flat())
  const cells = new Float64Array(J * K)
  const rows = new Float64Array(J)
  const columns = new Float64Array(K)
  const sum = new Float64Array(J * K)
  for (let i = 0; i < unitsOf(results); i++) {
    for (let j = 0; j < J; j++) rows[j] = from[j]!.votes[i]!
    for (let k = 0; k < K; k++) columns[k] = to[k]!.votes[i]!
    for (let j = 0; j < J; j++) for (let k = 0; k < K; k++) cells[j * K + k] = start[j * K + k]! * rows[j]!
    fitToMargins(cells, rows, columns)
    for (let c = 0; c < cells.length; c++) sum[c]! += cells[c]!
  }
  return from.map((_, j) => Array.from(sum.subarray(j * K, (j + 1) * K)))
}
