import type { Matrix, TwoResults } from '@countersign/analysis/transfer'
import { multinomial, normal, type Random } from '../draws.ts'

/** A country that votes twice; every voter's two choices are known. Synthetic. */
export interface TwoRounds {
  readonly results: TwoResults
  /** The county of each box. */
  readonly counties: Int32Array
  readonly truth: Matrix
}

/** Where the voters of five options go, of four. */
const rates: Matrix = [
  [0.9, 0.04, 0.02, 0.04],
  [0.06, 0.85, 0.02, 0.07],
  [0.3, 0.45, 0.05, 0.2],
  [0.2, 0.2, 0.3, 0.3],
  [0.05, 0.05, 0.02, 0.88],
]

const shares = [0.3, 0.25, 0.15, 0.05, 0.25]

/** Spreads on the logit scale: of composition and of rates, by county and by box, the two independent of each other. */
const spreads = { composition: { county: 0.6, box: 0.4 }, rates: { county: 0.4, box: 0.4 } }

/** `counties` × `boxes` boxes, 5 options to 4. */
export function twoRounds(random: Random, counties = 430, boxes = 140): TwoRounds {
  const units = counties * boxes
  const from = shares.map(() => new Float64Array(units))
  const to = rates[0]!.map(() => new Float64Array(units))
  const truth = rates.map(row => row.map(() => 0))
  const county = new Int32Array(units)
  for (let c = 0; c < counties; c++) {
    const shareHere = moved(shares, spreads.composition.county, random)
    const ratesHere = rates.map(row => moved(row, spreads.rates.county, random))
    for (let b = 0; b < boxes; b++) {
      const at = c * boxes + b
      county[at] = c
      const people = multinomial(
        Math.round(600 * Math.exp(0.4 * normal(random))),
        moved(shareHere, spreads.composition.box, random),
        random,
      )
      for (const [j, count] of people.entries()) {
        from[j]![at] = count
        const went = multinomial(count, moved(ratesHere[j]!, spreads.rates.box, random), random)
        for (const [k, votes] of went.entries()) {
          to[k]![at]! += votes
          truth[j]![k]! += votes
        }
      }
    }
  }
  const named = (columns: readonly Float64Array[], first: string) =>
    columns.map((votes, i) => ({ name: `${first}${i + 1}`, votes }))
  return { results: { from: named(from, 'first '), to: named(to, 'second ') }, counties: county, truth }
}

/** Shares moved on the logit scale, 1 together again. */
function moved(shares: readonly number[], spread: number, random: Random): readonly number[] {
  const weights = shares.map(share => share * Math.exp(spread * normal(random)))
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map(weight => weight / all)
}
