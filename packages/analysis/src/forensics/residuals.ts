import { normalTwoSided } from '../distributions/distributions.ts'
import { solved } from '../transfer/solve.ts'
import { falseDiscovery } from './family.ts'

/** A candidate's votes in the same boxes or areas, now and at an earlier election or round. */
export interface Twice {
  readonly votes: Float64Array
  readonly of: Float64Array
  /** Earlier: the votes of each candidate worth looking at, and what they are votes of. */
  readonly earlier: readonly Float64Array[]
  readonly earlierOf: Float64Array
}

/** How far one box is from what the others, and its own past, lead one to expect. */
export interface Residual {
  /** Its place in what was given. */
  readonly at: number
  /** In standard deviations, the boxes' ordinary differences included. */
  readonly z: number
  readonly p: number
  /** Adjusted for all boxes looked at (Benjamini–Hochberg). */
  readonly q: number
  /** Votes above (or below) the expected. */
  readonly votes: number
}

export interface Residuals {
  readonly boxes: number
  readonly residuals: readonly Residual[]
  /** How much boxes differ beyond chance, on the logit scale: the overdispersion that the null allows for. */
  readonly spread: number
  /** Boxes with q ≤ .05 and the sum of their votes above and below the expected. */
  readonly far: { readonly boxes: number; readonly above: number; readonly below: number }
}

/**
 * The boxes whose result is far from what the earlier one lets expect: regression of the logit of the share on the
 * earlier logits, robust (bisquare), with a variance beyond the binomial that is estimated from the middle half of the
 * boxes, so that a few far ones cannot hide themselves. A box far away is a place to look, not a finding.
 */
export function residualsAgainst({ votes, of, earlier, earlierOf }: Twice): Residuals {
  const kept = Int32Array.from(votes, (_, i) => i).filter(i => of[i]! > 0 && earlierOf[i]! > 0)
  const predictors = [
    Float64Array.from(kept, () => 1),
    ...earlier.map(column => Float64Array.from(kept, i => logit(column[i]!, earlierOf[i]!))),
  ]
  const logits = Float64Array.from(kept, i => logit(votes[i]!, of[i]!))
  const chance = Float64Array.from(kept, i => logitVariance(votes[i]!, of[i]!))
  const { fitted, spread } = robustFit(predictors, logits, chance)
  const z = Float64Array.from(
    kept,
    (_, at) => (logits[at]! - fitted[at]!) / Math.sqrt(chance[at]! + spread ** 2),
  )
  const p = z.map(normalTwoSided)
  const q = falseDiscovery(p)
  const residuals = Array.from(kept, (at, i): Residual => {
    const expected = of[at]! / (1 + Math.exp(-fitted[i]!))
    return { at, z: z[i]!, p: p[i]!, q: q[i]!, votes: votes[at]! - expected }
  })
  const far = residuals.filter(({ q }) => q <= 0.05)
  const sum = (of: readonly Residual[]) => of.reduce((total, { votes }) => total + votes, 0)
  return {
    boxes: kept.length,
    residuals,
    spread,
    far: {
      boxes: far.length,
      above: sum(far.filter(({ votes }) => votes > 0)),
      below: -sum(far.filter(({ votes }) => votes < 0)),
    },
  }
}

/** Half a vote on either side keeps 0 and all votes finite. */
function logit(votes: number, of: number): number {
  return Math.log((votes + 0.5) / (Math.max(0, of - votes) + 0.5))
}

function logitVariance(votes: number, of: number): number {
  return 1 / (votes + 0.5) + 1 / (Math.max(0, of - votes) + 0.5)
}

interface Fit {
  readonly fitted: Float64Array
  readonly spread: number
}

/** Weighted least squares, again and again with less weight on what lies far out (Tukey's bisquare, 4.685). */
function robustFit(predictors: readonly Float64Array[], logits: Float64Array, chance: Float64Array): Fit {
  let weights = chance.map(variance => 1 / (variance + 0.01))
  let spread = 0
  let fitted = new Float64Array(logits.length)
  for (let round = 0; round < 30; round++) {
    const before = fitted
    const slopes = weighted(predictors, logits, weights)
    fitted = logits.map((_, i) => slopes.reduce((sum, slope, j) => sum + slope * predictors[j]![i]!, 0))
    const off = logits.map((seen, i) => seen - fitted[i]!)
    spread = spreadOf(off, chance)
    weights = off.map((residual, i) => {
      const variance = chance[i]! + spread ** 2
      const far = residual / Math.sqrt(variance) / 4.685
      return Math.abs(far) >= 1 ? 0 : (1 - far ** 2) ** 2 / variance
    })
    if (round > 3 && fitted.every((now, i) => Math.abs(now - before[i]!) < 1e-6)) break
  }
  return { fitted, spread }
}

function weighted(
  predictors: readonly Float64Array[],
  logits: Float64Array,
  weights: Float64Array,
): readonly number[] {
  const product = (a: Float64Array, b: Float64Array) => {
    let sum = 0
    for (let i = 0; i < weights.length; i++) sum += weights[i]! * a[i]! * b[i]!
    return sum
  }
  return solved(
    predictors.map(a => predictors.map(b => product(a, b))),
    predictors.map(a => product(a, logits)),
  )
}

/**
 * The spread with which half of the boxes lie within .6745 standard deviations, chance included; 0 where chance alone
 * is enough. |r| ≤ .6745 √(v + s²) of one box is s² ≥ r²/.6745² − v, so it is a median.
 */
function spreadOf(off: Float64Array, chance: Float64Array): number {
  return Math.sqrt(Math.max(0, median(off.map((residual, i) => (residual / 0.6745) ** 2 - chance[i]!))))
}

function median(values: Float64Array): number {
  const sorted = values.sort()
  const half = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[half]! : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2
}
