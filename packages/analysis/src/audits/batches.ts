import { ok, type Result, refuse } from '@countersign/election'
import { absent, completed, type Rows } from '../table.ts'
import { type Assertion, type Count, marginOf, marginsIn } from './assertion.ts'

/**
 * Audits by whole boxes: boxes are drawn with replacement, with chances in proportion to how much each could overstate
 * the result, counted by hand and compared (Stark, MACRO and Kaplan–Markov, 2009).
 */
export interface BatchPlan {
  readonly assertions: readonly PlannedAssertion[]
  /** The boxes in the published order, by identifier. */
  readonly ids: readonly string[]
  /** How much a box could overstate, 1 being the whole of the least margin: in units of 1/`unit`, rounded up. */
  readonly weights: Float64Array
  /** The sum of the weights. */
  readonly total: number
  /** The sum of all bounds, U: `total`/`unit`. */
  readonly bound: number
  /** What bounds the ballots of a box: stubs used; where any box lacks them, the ballots taken as reported. */
  readonly ballots: 'issued' | 'taken'
}

export interface PlannedAssertion {
  readonly assertion: Assertion
  /** V: by how many ballots the reported result makes it true. */
  readonly margin: number
}

/** Weights are whole numbers, so that a draw is the same on every machine. */
export const unit = 1e9

/**
 * Plans an audit of boxes.
 * Refusals: `assertion-false` where the reported figures themselves do not make an assertion true, `no-ballots` where a
 * box gives neither stubs nor ballots taken, `nothing-to-audit`.
 */
export function planBatches(rows: Rows, assertions: readonly Assertion[]): Result<BatchPlan> {
  if (assertions.length === 0)
    return refuse('nothing-to-audit', 'The outcome names nobody: there is no assertion to audit.')
  const full = completed(rows)
  const { issued, taken } = full.figures
  const ballots = issued.includes(absent) ? 'taken' : 'issued'
  const most = ballots === 'issued' ? issued : taken
  const lacking = most.indexOf(absent)
  if (lacking !== -1)
    return refuse(
      'no-ballots',
      'A box gives neither stubs used nor ballots taken, so nothing bounds its error: complete the table, or leave the box out of it.',
      rows.ids[lacking]!,
    )
  const weights = new Float64Array(rows.length)
  const planned: PlannedAssertion[] = []
  for (const assertion of assertions) {
    const margins = marginsIn(full, assertion)
    const margin = margins.reduce((sum, each) => sum + each, 0)
    if (margin <= 0)
      return refuse('assertion-false', `The reported figures do not make “${assertionText(assertion)}” true.`)
    planned.push({ assertion, margin })
    for (let i = 0; i < weights.length; i++)
      weights[i] = Math.max(weights[i]!, weightOf(margins[i]! + most[i]!, margin))
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return ok({ assertions: planned, ids: rows.ids, weights, total, bound: total / unit, ballots })
}

/** ⌈could · unit / margin⌉ exactly: the remainder of doubles is exact, and so is the division without it. */
function weightOf(could: number, margin: number): number {
  if (could <= 0) return 0
  const product = could * unit
  if (product > Number.MAX_SAFE_INTEGER) {
    const whole = BigInt(margin)
    return Number((BigInt(could) * BigInt(unit) + whole - 1n) / whole)
  }
  const rest = product % margin
  return (product - rest) / margin + (rest > 0 ? 1 : 0)
}

function assertionText(assertion: Assertion): string {
  if (assertion.kind === 'beats') return `${assertion.winner} beats ${assertion.loser}`
  const says = assertion.kind === 'overHalf' ? 'has' : 'does not have'
  return `${assertion.candidate} ${says} more than half of ${assertion.of}`
}

/** U of a single assertion from national totals alone: 1 + ballots/V. */
export function boundOfTotals(margin: number, ballots: number): number {
  return 1 + ballots / margin
}

/**
 * Draws after which an audit without discrepancy stops: ⌈ln α / ln(1 − 1/U)⌉. U is at least 1; where it is 1, one draw.
 * @param risk the risk limit α, above 0 and below 1
 */
export function drawsNeeded(bound: number, risk: number): number {
  return Math.max(1, Math.ceil(Math.log(risk) / Math.log1p(-1 / bound)))
}

/** A box as reported and as counted by hand. */
export interface Compared {
  readonly reported: Count
  readonly hand: Count
}

/** t: the part of its bound by which a box overstated, over all assertions; below zero where it understated. */
export function taintOf(
  { assertions }: Pick<BatchPlan, 'assertions'>,
  weight: number,
  { reported, hand }: Compared,
): number {
  const overstated = assertions.map(
    ({ assertion, margin }) => (marginOf(assertion, reported) - marginOf(assertion, hand)) / margin,
  )
  return (Math.max(...overstated) * unit) / weight
}

/** A taint from here on is all that the box could overstate: its weight is rounded up. */
export const wholly = 1 - 1e-6

/**
 * The measured risk after the draws so far, P = Π (1 − 1/U)/(1 − t): the audit may stop when it is at most the risk
 * limit. Never above 1. A taint of 1 asks for a full hand count.
 * @param taints one for each draw, a box drawn twice twice
 */
export function measuredRisk(bound: number, taints: readonly number[]): number {
  let logarithm = 0
  for (const taint of taints) {
    if (taint >= wholly) return 1
    logarithm += Math.log1p(-1 / bound) - Math.log1p(-taint)
  }
  return Math.min(1, Math.exp(logarithm))
}
