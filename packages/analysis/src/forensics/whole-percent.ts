import { logFactorial, normalUpper } from '../distributions/distributions.ts'
import type { Protocols } from './protocols.ts'

/** Boxes at whole percentages, and how many chance alone would put there. */
export interface Excess {
  readonly observed: number
  readonly expected: number
  /** observed − expected, in boxes. */
  readonly excess: number
  readonly z: number
  /** One-sided: as many or more. */
  readonly p: number
}

export interface WholePercentTest {
  /** Boxes looked at; the rest are too small, empty, or above 99 %. */
  readonly boxes: number
  readonly either: Excess
  readonly share: Excess
  readonly turnout: Excess
  /** Of each percentage 0–100 of the leader's share. */
  readonly shareAt: readonly Spike[]
  readonly turnoutAt: readonly Spike[]
  /** Ballots found in all boxes looked at, so that boxes can be told as ballots. */
  readonly ballots: number
}

/** One whole percentage. */
export interface Spike {
  readonly percent: number
  readonly observed: number
  readonly expected: number
  readonly z: number
  readonly p: number
}

/**
 * Do too many boxes have a share of the leader, or a turnout, that is a whole percentage? Someone who is told what to
 * report likes round numbers; counting does not. The chance of a whole percentage is computed exactly for each box,
 * x of n as Bin(n, x/n).
 * Source: Kobak, Shpilkin, Pshenichnikov, Integer percentages as electoral falsification fingerprints, Annals of
 * Applied Statistics 10 (2016); by percentage: Rozenas, Detecting election fraud from irregularities in vote-share
 * distributions, Political Analysis 25 (2017).
 */
export function wholePercentages({ leader, found, issued, eligible }: Protocols): WholePercentTest {
  const share = percentages()
  const turnout = percentages()
  const either = { observed: 0, expected: 0, variance: 0 }
  let boxes = 0
  let ballots = 0
  const logs = logFactorials(Math.max(0, most(found), most(eligible)))
  for (let i = 0; i < leader.length; i++) {
    const [L, R, G, V] = [leader[i]!, found[i]!, issued[i]!, eligible[i]!]
    if (V < 100 || R <= 0 || 100 * G > 99 * V || 100 * L > 99 * R) continue
    boxes++
    ballots += R
    const shareIsWhole = see(share, L, R, logs)
    const turnoutIsWhole = see(turnout, G, V, logs)
    const q = 1 - (1 - share.last) * (1 - turnout.last)
    either.expected += q
    either.variance += q * (1 - q)
    if (shareIsWhole || turnoutIsWhole) either.observed++
  }
  return {
    boxes,
    ballots,
    either: excessOf(either),
    share: excessOf(share.all),
    turnout: excessOf(turnout.all),
    shareAt: spikes(share),
    turnoutAt: spikes(turnout),
  }
}

/** The percentage that x of n is, to within .05 points: 20·|100x − kn| ≤ n; undefined where none is near enough. */
export function wholePercentOf(x: number, n: number): number | undefined {
  const nearest = Math.round((100 * x) / n)
  return 20 * Math.abs(100 * x - nearest * n) <= n ? nearest : undefined
}

interface Sum {
  observed: number
  expected: number
  variance: number
}

interface Percentages {
  readonly all: Sum
  readonly observed: Float64Array
  readonly expected: Float64Array
  readonly variance: Float64Array
  /** The chance of a whole percentage of the box seen last. */
  last: number
}

function percentages(): Percentages {
  return {
    all: { observed: 0, expected: 0, variance: 0 },
    observed: new Float64Array(101),
    expected: new Float64Array(101),
    variance: new Float64Array(101),
    last: 0,
  }
}

function see(to: Percentages, x: number, n: number, logs: Float64Array): boolean {
  const q = addChances(to, x, n, logs)
  to.last = q
  to.all.expected += q
  to.all.variance += q * (1 - q)
  const percent = wholePercentOf(x, n)
  if (percent === undefined) return false
  to.all.observed++
  to.observed[percent]!++
  return true
}

/**
 * Adds P(X is k per cent) of X ~ Bin(n, x/n) for every k, and returns their sum. Percentages further than ten standard
 * deviations away add less than a double can hold.
 */
function addChances({ expected, variance }: Percentages, x: number, n: number, logs: Float64Array): number {
  if (x === 0) return addCertain(expected, 0)
  if (x === n) return addCertain(expected, 100)
  const p = x / n
  const [logP, logQ] = [Math.log(p), Math.log1p(-p)]
  const reach = 10 * Math.sqrt(n * p * (1 - p)) + 10
  const first = Math.max(0, Math.ceil((100 * (x - reach)) / n))
  const last = Math.min(100, Math.floor((100 * (x + reach)) / n))
  let sum = 0
  for (let k = first; k <= last; k++) {
    const from = Math.max(0, Math.ceil(((20 * k - 1) * n) / 2000))
    const to = Math.min(n, Math.floor(((20 * k + 1) * n) / 2000))
    let q = 0
    for (let at = from; at <= to; at++)
      q += Math.exp(logs[n]! - logs[at]! - logs[n - at]! + at * logP + (n - at) * logQ)
    expected[k]! += q
    variance[k]! += q * (1 - q)
    sum += q
  }
  return sum
}

function addCertain(expected: Float64Array, percent: number): number {
  expected[percent]!++
  return 1
}

function logFactorials(greatest: number): Float64Array {
  return Float64Array.from({ length: greatest + 1 }, (_, n) => logFactorial(n))
}

function most(column: Float64Array): number {
  let greatest = 0
  for (const value of column) if (value > greatest) greatest = value
  return greatest
}

function excessOf({ observed, expected, variance }: Sum): Excess {
  const z = variance > 0 ? (observed - expected) / Math.sqrt(variance) : 0
  return { observed, expected, excess: observed - expected, z, p: normalUpper(z) }
}

function spikes({ observed, expected, variance }: Percentages): readonly Spike[] {
  return Array.from(observed, (seen, percent) => {
    const { z, p } = excessOf({ observed: seen, expected: expected[percent]!, variance: variance[percent]! })
    return { percent, observed: seen, expected: expected[percent]!, z, p }
  })
}
