import { shares } from './fingerprint.ts'
import type { Protocols } from './protocols.ts'

/** A description of the boxes by three kinds of them; what the kinds are called is the model's word, not a finding. */
export interface KlimekFit {
  /** Share of boxes where part of the non-voters and of the others' votes are given to the leader, in steps of .05. */
  readonly incremental: number
  /** Share of boxes where nearly all are, in steps of .01. */
  readonly extreme: number
  /** How much of the incremental part is taken from others rather than non-voters: the exponent, 1–3.5. */
  readonly alpha: number
  readonly turnoutMode: number
  readonly shareMode: number
  /** Boxes by 1 % of the leader's share, as seen and as the fit has them. */
  readonly observed: readonly number[]
  readonly fitted: readonly number[]
  /** Σ (fitted − observed)²/(observed + 1). */
  readonly distance: number
}

/**
 * Klimek's model of the leader's shares, fitted to the boxes; computed by quadrature, so that it needs no random
 * numbers. Descriptive: it describes any departure from one bell-shaped cloud by its two kinds of tampering, having
 * nothing else to describe it with.
 * Source: Klimek, Yegorov, Hanel, Thurner, PNAS 109 (2012).
 */
export function klimekFit(protocols: Protocols): KlimekFit {
  const boxes = [...shares(protocols)]
  const shape = shapeOf(boxes)
  const observed = histogram(boxes.map(({ share }) => share))
  const clean = sharesUnder(shape, 1, [{ at: 0, weight: 1 }])
  const toBoxes = (part: number, of: readonly number[]) => of.map(chance => part * chance * boxes.length)
  let best: KlimekFit | undefined
  for (let alpha = 1; alpha <= 3.5; alpha += 0.5) {
    const incremental = sharesUnder(shape, alpha, grid(0, shape.theta, 0, 1, 40))
    const extreme = sharesUnder(shape, alpha, grid(1, extremeSpread, 0, 1, 40))
    for (let i = 0; i <= 20; i++) {
      for (let e = 0; e <= 100 - 5 * i; e++) {
        const [fi, fe] = [i / 20, e / 100]
        const parts = [toBoxes(1 - fi - fe, clean), toBoxes(fi, incremental), toBoxes(fe, extreme)]
        const fitted = observed.map((_, bin) => parts[0]![bin]! + parts[1]![bin]! + parts[2]![bin]!)
        const distance = distanceBetween(fitted, observed)
        if (best === undefined || distance < best.distance)
          best = {
            incremental: fi,
            extreme: fe,
            alpha,
            turnoutMode: shape.turnout,
            shareMode: shape.share,
            observed,
            fitted,
            distance,
          }
      }
    }
  }
  return best!
}

interface Shape {
  readonly turnout: number
  readonly share: number
  readonly turnoutSpread: number
  readonly shareSpread: number
  readonly theta: number
}

interface Box {
  readonly turnout: number
  readonly share: number
}

/** The modes, the spreads below them and the spread of shares above: what the fit does not search for. */
function shapeOf(boxes: readonly Box[]): Shape {
  const turnout = firstModeAbove(
    boxes.map(({ turnout }) => turnout),
    0.3,
  )
  const share = firstModeAbove(
    boxes.map(({ share }) => share),
    0.3,
  )
  const below = boxes.filter(box => box.turnout < turnout && box.share < share)
  return {
    turnout,
    share,
    turnoutSpread: rootMeanSquare(below.map(box => box.turnout - turnout)),
    shareSpread: rootMeanSquare(below.map(box => box.share - share)),
    theta: Math.sqrt(rootMeanSquare(boxes.filter(box => box.share > share).map(box => box.share - share))),
  }
}

/** The first maximum above `least` of a Gaussian kernel density with Scott's bandwidth. */
function firstModeAbove(values: readonly number[], least: number): number {
  const bins = 1000
  const counts = new Float64Array(bins + 1)
  for (const value of values) counts[Math.round(Math.min(1, value) * bins)]!++
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)
  const bandwidth = Math.sqrt(variance) * values.length ** -0.2 * bins
  const density = Array.from(counts, (_, at) => {
    let sum = 0
    const reach = Math.ceil(6 * bandwidth)
    for (let other = Math.max(0, at - reach); other <= Math.min(bins, at + reach); other++)
      sum += counts[other]! * Math.exp(-(((at - other) / bandwidth) ** 2) / 2)
    return sum
  })
  for (let at = Math.ceil(least * bins); at < bins; at++)
    if (density[at]! >= density[at - 1]! && density[at]! > density[at + 1]!) return at / bins
  return density.indexOf(Math.max(...density)) / bins
}

function rootMeanSquare(values: readonly number[]): number {
  return values.length === 0
    ? 0
    : Math.sqrt(values.reduce((sum, value) => sum + value ** 2, 0) / values.length)
}

/** How far from all votes the extreme kind leaves a box. */
const extremeSpread = 0.075

interface Weighted {
  readonly at: number
  readonly weight: number
}

/**
 * The chance of each 1 % of the leader's share where a box's turnout t and share v are normal, and a part x of the
 * non-voters and x^alpha of the others' votes are added to the leader.
 */
function sharesUnder(shape: Shape, alpha: number, parts: readonly Weighted[]): readonly number[] {
  const bins = new Array<number>(100).fill(0)
  const turnouts = grid(shape.turnout, shape.turnoutSpread, 0, 1, 16)
  const voteShares = grid(shape.share, shape.shareSpread, 0, 1, 480)
  for (const x of parts) {
    const taken = x.at ** alpha
    for (const t of turnouts) {
      const added = x.at * (1 - t.at)
      for (const v of voteShares) {
        const share = (t.at * v.at + added + taken * (1 - v.at) * t.at) / (t.at + added)
        bins[Math.min(99, Math.max(0, Math.floor(100 * share)))]! += x.weight * t.weight * v.weight
      }
    }
  }
  return bins
}

/** Points and weights, 1 together, of a normal density cut to an interval. */
function grid(
  mean: number,
  spread: number,
  least: number,
  most: number,
  points: number,
): readonly Weighted[] {
  if (spread === 0) return [{ at: mean, weight: 1 }]
  const [from, to] = [Math.max(least, mean - 4 * spread), Math.min(most, mean + 4 * spread)]
  const density = Array.from({ length: points }, (_, i) => {
    const at = from + ((i + 0.5) * (to - from)) / points
    return { at, weight: Math.exp(-(((at - mean) / spread) ** 2) / 2) }
  })
  const all = density.reduce((sum, { weight }) => sum + weight, 0)
  return density.map(({ at, weight }) => ({ at, weight: weight / all }))
}

function histogram(values: readonly number[]): readonly number[] {
  const bins = new Array<number>(100).fill(0)
  for (const value of values) bins[Math.min(99, Math.max(0, Math.floor(value * 100)))]!++
  return bins
}

function distanceBetween(fitted: readonly number[], observed: readonly number[]): number {
  let distance = 0
  for (let bin = 0; bin < observed.length; bin++)
    distance += (fitted[bin]! - observed[bin]!) ** 2 / (observed[bin]! + 1)
  return distance
}
