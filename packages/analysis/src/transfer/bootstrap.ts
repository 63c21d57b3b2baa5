import { type CrossProducts, crossProducts, sharesFrom } from './least-squares.ts'
import { type Matrix, type TwoResults, totalsOf } from './results.ts'

/** Between which votes nine of ten resampled estimates lie, cell by cell. */
export interface Spread {
  readonly low: Matrix
  readonly high: Matrix
  readonly samples: number
}

export interface Sampling {
  readonly samples: number
  /** Uniform on 0–1; a seeded one makes the answer repeatable. */
  readonly random: () => number
}

/**
 * How much least squares depend on which counties there happen to be: the estimate is made again on counties drawn
 * with replacement, with the same row totals. It says nothing of what the estimator assumes wrongly. Cross-products
 * add up, so that a sample costs a sum over counties and not over boxes.
 * @param counties the county of each unit
 */
export function bootstrap(
  results: TwoResults,
  counties: ArrayLike<number>,
  { samples, random }: Sampling,
): Spread {
  const members = [
    ...Map.groupBy(
      Array.from(counties, (_, i) => i),
      i => counties[i]!,
    ).values(),
  ]
  const products = members.map(units => lineOf(crossProducts(only(results, units))))
  const totals = totalsOf(results.from)
  const drawn = Array.from({ length: samples }, () =>
    sharesFrom(tableOf(sumOfDrawn(products, random), results)),
  )
  const at = (part: number) =>
    results.from.map((_, j) =>
      results.to.map((_, k) => {
        const sorted = drawn.map(shares => shares[j]![k]!).sort((a, b) => a - b)
        return totals[j]! * (sorted[Math.round(part * (samples - 1))] ?? 0)
      }),
    )
  return { low: at(0.05), high: at(0.95), samples }
}

function only({ from, to }: TwoResults, units: readonly number[]): TwoResults {
  const keep = (options: TwoResults['from']) =>
    options.map(({ name, votes }) => ({ name, votes: Float64Array.from(units, i => votes[i]!) }))
  return { from: keep(from), to: keep(to) }
}

/** Cross-products in one line, which is quick to add up. */
function lineOf({ rows, across }: CrossProducts): Float64Array {
  return Float64Array.from([...rows.flat(), ...across.flat()])
}

function tableOf(line: Float64Array, { from, to }: TwoResults): CrossProducts {
  const [J, K] = [from.length, to.length]
  const cut = (start: number, length: number) => Array.from(line.subarray(start, start + length))
  return {
    rows: from.map((_, j) => cut(j * J, J)),
    across: from.map((_, j) => cut(J * J + j * K, K)),
  }
}

/** The sum over as many counties as there are, each drawn from all of them. */
function sumOfDrawn(products: readonly Float64Array[], random: () => number): Float64Array {
  const sum = new Float64Array(products[0]?.length ?? 0)
  for (let drawn = 0; drawn < products.length; drawn++) {
    const one = products[Math.floor(random() * products.length)]!
    for (let i = 0; i < sum.length; i++) sum[i]! += one[i]!
  }
  return sum
}
