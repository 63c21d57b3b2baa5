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
  const products = members.map(units => crossProducts(only(results, units)))
  const totals = totalsOf(results.from)
  const drawn = Array.from({ length: samples }, () =>
    sharesFrom(sumOf(products.map(() => products[Math.floor(random() * products.length)]!))),
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

function sumOf(products: readonly CrossProducts[]): CrossProducts {
  const add = (of: (one: CrossProducts) => Matrix): Matrix =>
    of(products[0]!).map((row, j) =>
      row.map((_, k) => {
        let sum = 0
        for (const one of products) sum += of(one)[j]![k]!
        return sum
      }),
    )
  return { rows: add(({ rows }) => rows), across: add(({ across }) => across) }
}
