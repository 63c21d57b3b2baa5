import type { Matrix } from './results.ts'

/** How wrong an estimated table is, in per cent of the votes put into a wrong cell: 50 Σ|V̂ − V| / ΣV. */
export function errorIndex(estimated: Matrix, truth: Matrix): number {
  let wrong = 0
  let all = 0
  for (const [j, row] of truth.entries()) {
    for (const [k, cell] of row.entries()) {
      wrong += Math.abs(estimated[j]![k]! - cell)
      all += cell
    }
  }
  return (50 * wrong) / all
}
