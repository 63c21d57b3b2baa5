import { ok, type Result, refuse } from '@countersign/election'
import type { About, RowCandidate, Rows } from '../table.ts'
import type { Assertion, Count } from './assertion.ts'
import {
  type BatchPlan,
  drawsNeeded,
  measuredRisk,
  type PlannedAssertion,
  planBatches,
  taintOf,
  unit,
  wholly,
} from './batches.ts'
import { countsIn } from './counts.ts'
import { type Drawn, draw, type Hash } from './draw.ts'

/** A box of the published list: what was reported of it, and the weight that it is drawn with. */
export interface ListedBox {
  readonly id: string
  readonly weight: number
  readonly taken: number
  readonly valid: number
  /** By candidate, in the plan's order. */
  readonly votes: readonly number[]
}

/** What is published before the seed is thrown: who could change it afterwards could choose the boxes. */
export interface PlanFile {
  readonly audit: string
  readonly round: number
  readonly about: About
  readonly riskPerMille: number
  readonly candidates: readonly RowCandidate[]
  readonly assertions: readonly PlannedAssertion[]
  readonly ballots: BatchPlan['ballots']
  readonly unit: number
  /** The sum of the weights. */
  readonly total: number
  /** Draws after which it stops if no paper differs. */
  readonly draws: number
  readonly boxes: readonly ListedBox[]
}

/** A hand count of one box. */
export interface HandCount extends Count {
  readonly box: string
}

/** The steps of an audit, in their order. */
export type AuditStep =
  | { readonly step: 'plan'; readonly file: PlanFile }
  | { readonly step: 'seed'; readonly text: string; readonly seed: Uint8Array }
  | { readonly step: 'draw'; readonly boxes: readonly string[] }
  | { readonly step: 'results'; readonly counts: readonly HandCount[] }

/**
 * The plan as it is published.
 * Refusals: those of `planBatches`, and `risk` where the limit is not between 1 and 999 thousandths.
 */
export function planFile(
  rows: Rows,
  assertions: readonly Assertion[],
  { audit, riskPerMille }: { readonly audit: string; readonly riskPerMille: number },
): Result<PlanFile> {
  if (!Number.isInteger(riskPerMille) || riskPerMille < 1 || riskPerMille > 999)
    return refuse('risk', 'The risk limit must be between 0.1 % and 99.9 %, such as 5 or 10 %.')
  const planned = planBatches(rows, assertions)
  if (!planned.ok) return planned
  const { weights, ids, bound, total, ballots } = planned.value
  const counts = countsIn(rows, ids.keys())
  const boxes = ids.map((id, i) => {
    const { taken, valid, votes } = counts[i]!
    return { id, weight: weights[i]!, taken, valid, votes: rows.candidates.map(({ id }) => votes[id]!) }
  })
  return ok({
    audit,
    round: rows.about.round,
    about: rows.about,
    riskPerMille,
    candidates: rows.candidates,
    assertions: planned.value.assertions,
    ballots,
    unit,
    total,
    draws: drawsNeeded(bound, riskPerMille / 1_000),
    boxes,
  })
}

/** Where an audit stands. */
export interface AuditState {
  readonly plan: PlanFile
  readonly bound: number
  readonly seed?: { readonly text: string; readonly bytes: Uint8Array }
  readonly drawn: readonly (Drawn & { readonly box: string })[]
  /** By box; the last count entered. */
  readonly hand: ReadonlyMap<string, HandCount>
  /** Boxes drawn that are not counted yet. */
  readonly waiting: readonly string[]
  readonly taints: ReadonlyMap<string, number>
  /** The measured risk of the draws that are counted, in order, up to the first that is not. */
  readonly risk: number
  /** The measured risk after each of those draws. */
  readonly path: readonly number[]
  /** Further draws that would do if no paper differs. */
  readonly more: number
  readonly verdict: 'seed' | 'draw' | 'count' | 'stop' | 'fullCount'
}

/**
 * Replays an audit from its steps; draws are made again and held against those stated.
 * Refusals: `no-plan`, `plan-twice`, `no-seed`, `seed-twice`, `draw-differs`, `not-drawn`.
 */
export function auditAfter(steps: readonly AuditStep[], sha256: Hash): Result<AuditState> {
  const [first, ...rest] = steps
  if (first?.step !== 'plan') return refuse('no-plan', 'The audit has no plan yet: begin with `audit plan`.')
  const plan = first.file
  const weights = plan.boxes.map(({ weight }) => weight)
  let seed: AuditState['seed']
  let drawn: AuditState['drawn'] = []
  const hand = new Map<string, HandCount>()
  for (const step of rest) {
    if (step.step === 'plan')
      return refuse('plan-twice', 'The audit has two plans; a new plan is a new audit.')
    if (step.step === 'seed') {
      if (seed)
        return refuse(
          'seed-twice',
          'The audit has two seeds: only the first thrown counts, and there may be no other.',
        )
      seed = { text: step.text, bytes: step.seed }
    } else if (step.step === 'draw') {
      if (!seed) return refuse('no-seed', 'Boxes were drawn before there was a seed.')
      const more = draw(weights, seed.bytes, { from: drawn.length + 1, count: step.boxes.length }, sha256)
      const named = more.map(each => ({ ...each, box: plan.boxes[each.place]!.id }))
      const wrong = named.findIndex(({ box }, i) => box !== step.boxes[i])
      if (wrong !== -1)
        return refuse(
          'draw-differs',
          `Draw ${named[wrong]!.number} gives box ${named[wrong]!.box}, and ${step.boxes[wrong]} was stated.`,
          step.boxes[wrong],
        )
      drawn = [...drawn, ...named]
    } else
      for (const count of step.counts) {
        if (!drawn.some(({ box }) => box === count.box))
          return refuse('not-drawn', `Box ${count.box} was counted and had not been drawn.`, count.box)
        hand.set(count.box, count)
      }
  }
  return ok(stateOf(plan, seed, drawn, hand))
}

function stateOf(
  plan: PlanFile,
  seed: AuditState['seed'],
  drawn: AuditState['drawn'],
  hand: ReadonlyMap<string, HandCount>,
): AuditState {
  const bound = plan.total / plan.unit
  const limit = plan.riskPerMille / 1_000
  const taints = new Map<string, number>()
  const seen: number[] = []
  const path: number[] = []
  for (const { box, place } of drawn) {
    const counted = hand.get(box)
    if (!counted) break
    const taint = taints.get(box) ?? taintAt(plan, place, counted)
    taints.set(box, taint)
    seen.push(taint)
    path.push(measuredRisk(bound, seen))
  }
  const risk = path.at(-1) ?? 1
  const waiting = [...new Set(drawn.map(({ box }) => box))].filter(box => !hand.has(box))
  const full = [...taints.values()].some(taint => taint >= wholly)
  const more = risk <= limit ? 0 : drawsNeeded(bound, limit / risk)
  const verdict = full
    ? 'fullCount'
    : risk <= limit
      ? 'stop'
      : waiting.length > 0
        ? 'count'
        : seed
          ? 'draw'
          : 'seed'
  return { plan, bound, ...(seed && { seed }), drawn, hand, waiting, taints, risk, path, more, verdict }
}

function taintAt({ boxes, candidates, assertions }: PlanFile, place: number, hand: HandCount): number {
  const { weight, taken, valid, votes } = boxes[place]!
  const reported = {
    taken,
    valid,
    votes: Object.fromEntries(candidates.map(({ id }, c) => [id, votes[c]!])),
  }
  return taintOf({ assertions }, weight, { reported, hand })
}

/** The boxes of the next draws. Refusal: `no-seed`. */
export function nextDraws(
  { plan, seed, drawn }: AuditState,
  count: number,
  sha256: Hash,
): Result<readonly string[]> {
  if (!seed) return refuse('no-seed', 'The audit has no seed yet: throw dice in public and enter them.')
  const weights = plan.boxes.map(({ weight }) => weight)
  const next = draw(weights, seed.bytes, { from: drawn.length + 1, count }, sha256)
  return ok(next.map(({ place }) => plan.boxes[place]!.id))
}

/** The seed that a text of dice stands for: its SHA-256. */
export function seedOf(text: string, sha256: Hash): Uint8Array {
  return sha256(new TextEncoder().encode(text))
}
