import type { ModelData } from 'highs'
import { type Matrix, type TwoResults, totalsOf, unitsOf, votesOf } from './results.ts'

/**
 * The shares with the least sum of absolute errors: least Σ |y − xP| over units and columns, no share negative, rows
 * that add up to 1, and the columns' totals matched. Solved as a linear programme by HiGHS; undefined where it has no
 * solution, which is when rows and columns do not have the same total.
 * Source: Romero, Pavía, Martín, Romero, Assessing uncertainty of voter transitions estimated from aggregated data,
 * Journal of Applied Statistics 47 (2020).
 */
export async function lphom(results: TwoResults): Promise<Matrix | undefined> {
  const { default: module } = await import('highs')
  // Its types describe the CommonJS build; what is loaded is the ES module.
  const load = module as unknown as typeof module.default
  const highs = await load()
  const solution = highs.withModel(programmeOf(results), model => {
    model.options.set({ output_flag: false })
    model.run()
    return model.getModelStatus() === highs.constants.modelStatus.optimal
      ? model.getSolution().colValue
      : undefined
  })
  if (solution === undefined) return undefined
  const columns = results.to.length
  const shares = results.from.map((_, j) => Array.from(solution.subarray(j * columns, (j + 1) * columns)))
  return votesOf(shares, results)
}

/**
 * Variables: the shares, row by row; then of each unit and column how much the fit is below and above its votes.
 * Constraints: rows to 1; columns to their totals; one for each unit and column.
 */
function programmeOf(results: TwoResults): ModelData {
  const { from, to } = results
  const [units, rows, columns] = [unitsOf(results), from.length, to.length]
  const shares = rows * columns
  const errors = units * columns
  const starts: number[] = []
  const indices: number[] = []
  const values: number[] = []
  const totals = totalsOf(from)
  for (let j = 0; j < rows; j++) {
    for (let k = 0; k < columns; k++) {
      starts.push(indices.length)
      indices.push(j, rows + k)
      values.push(1, totals[j]!)
      for (let i = 0; i < units; i++) {
        if (from[j]!.votes[i] === 0) continue
        indices.push(rows + columns + i * columns + k)
        values.push(from[j]!.votes[i]!)
      }
    }
  }
  for (const sign of [1, -1]) {
    for (let error = 0; error < errors; error++) {
      starts.push(indices.length)
      indices.push(rows + columns + error)
      values.push(sign)
    }
  }
  starts.push(indices.length)
  const votes = Array.from({ length: errors }, (_, at) => to[at % columns]!.votes[Math.floor(at / columns)]!)
  const bounds = [...from.map(() => 1), ...totalsOf(to), ...votes]
  const [numCols, numRows] = [shares + 2 * errors, bounds.length]
  return {
    numCols,
    numRows,
    colCost: Float64Array.from({ length: numCols }, (_, at) => (at < shares ? 0 : 1)),
    colLower: new Float64Array(numCols),
    colUpper: new Float64Array(numCols).fill(Number.POSITIVE_INFINITY),
    rowLower: bounds,
    rowUpper: bounds,
    matrix: { format: 'csc', numRows, numCols, starts, indices, values },
  }
}
