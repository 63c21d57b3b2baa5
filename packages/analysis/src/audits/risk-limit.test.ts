/**
 * The risk limit, tried: outcomes that are wrong by a hair, made in the ways that are hardest to see. The large run is
 * `npm run bench -- audit-risk`.
 */
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { binomialUpper } from '../distributions/distributions.ts'
import { type Rows, rowsOf } from '../table.ts'
import { type Assertion, marginOf as margin } from './assertion.ts'
import { drawsNeeded, measuredRisk, planBatches } from './batches.ts'
import { comparisonOf } from './comparison.ts'
import { countsIn } from './counts.ts'
import { alpha, minervaFirst, shrinking } from './polling.ts'
import { wrongPapers, wrongStops } from './wrong.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

/** Boxes of 60 to 100 ballots: A a little over half of each, then B, C, invalid. */
const boxes: Rows = rowsOf({
  about: { name: { en: 'made up' }, round: 1, rule: 'majority', of: 'taken' },
  level: 'box',
  candidates: ['A', 'B', 'C'].map((id, i) => ({ id, number: i + 1, name: { en: id } })),
  areas: [],
  rows: Array.from({ length: 60 }, (_, i) => {
    const invalid = 1 + (i % 3)
    const [b, c] = [14 + ((i * 7) % 13), 8 + ((i * 5) % 7)]
    const a = b + c + invalid + 6 + ((i * 11) % 9)
    return { id: `b${i}`, figures: { invalid, votes: { 1: a, 2: b, 3: c } } }
  }),
})

const assertions: readonly Assertion[] = [
  { kind: 'overHalf', candidate: 'A', of: 'taken' },
  { kind: 'overHalf', candidate: 'A', of: 'valid' },
  { kind: 'notOverHalf', candidate: 'B', of: 'taken' },
  { kind: 'notOverHalf', candidate: 'B', of: 'valid' },
  { kind: 'beats', winner: 'A', loser: 'B' },
  { kind: 'beats', winner: 'B', loser: 'C' },
]

const risk = 0.1
const runs = 1_000
/** Three standard errors of a proportion α over so many runs. */
const monteCarlo = 3 * Math.sqrt((risk * (1 - risk)) / runs)

describe.each(assertions)('boxes: %o', assertion => {
  const planned = planBatches(boxes, [assertion])
  if (!planned.ok) throw new Error(planned.refusal.message)
  const plan = planned.value
  const reported = countsIn(
    boxes,
    Array.from({ length: boxes.length }, (_, i) => i),
  )
  const clean = drawsNeeded(plan.bound, risk)

  test('clean papers: stops exactly after the draws planned', () => {
    expect(measuredRisk(plan.bound, Array<number>(clean).fill(0))).toBeLessThanOrEqual(risk)
    expect(measuredRisk(plan.bound, Array<number>(clean - 1).fill(0))).toBeGreaterThan(risk)
    expect(wrongStops(plan, reported, reported, { risk, most: clean, runs: 20, sha256 })).toBe(20)
  })

  test.each([1, 0.75, 0.4])('wrong papers, each wrong box by %d of its bound', taint => {
    const papers = wrongPapers(plan, reported, taint)
    const { margin } = plan.assertions[0]!
    const gone = papers.reduce((sum, paper, i) => sum + overstated(assertion, reported[i]!, paper), 0)
    expect(gone).toBeGreaterThanOrEqual(margin)
    const stopped = wrongStops(plan, reported, papers, { risk, most: 2 * clean, runs, sha256 })
    expect(stopped / runs).toBeLessThanOrEqual(risk + monteCarlo)
    // If nearly none stopped, the papers would not be the worst, and the limit not tried.
    if (taint === 1) expect(stopped / runs).toBeGreaterThan(risk / 2)
  })
})

function overstated(
  assertion: Assertion,
  one: Parameters<typeof margin>[1],
  other: Parameters<typeof margin>[1],
) {
  return margin(assertion, one) - margin(assertion, other)
}

describe('ballots drawn one by one, the outcome a tie', () => {
  /** A mulberry32 generator: small, and the same everywhere. */
  const random = (seed: number) => () => {
    seed = (seed + 0x6d2b79f5) | 0
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const stops = (values: (next: () => number) => number[], options: Parameters<typeof alpha>[1]) => {
    let stopped = 0
    for (let run = 0; run < runs; run++) {
      const risks = alpha(values(random(run)), options)
      if (risks.some(each => each <= risk)) stopped++
    }
    return stopped / runs
  }
  const most = risk + monteCarlo

  test('with replacement: BRAVO, and a bet that learns', () => {
    const tie = (next: () => number) => Array.from({ length: 400 }, () => (next() < 0.5 ? 1 : 0))
    expect(stops(tie, { alternative: 0.6 })).toBeLessThanOrEqual(most)
    expect(stops(tie, { alternative: shrinking(0.6, 20) })).toBeLessThanOrEqual(most)
  })

  test('without replacement, invalid ballots among them', () => {
    const all = [...Array(200).fill(1), ...Array(200).fill(0), ...Array(50).fill(0.5)]
    const shuffled = (next: () => number) => {
      const cards = [...all]
      for (let i = cards.length - 1; i > 0; i--) {
        const j = Math.floor(next() * (i + 1))
        ;[cards[i], cards[j]] = [cards[j]!, cards[i]!]
      }
      return cards
    }
    expect(stops(shuffled, { ballots: 450, alternative: 0.6 })).toBeLessThanOrEqual(most)
    expect(stops(shuffled, { ballots: 450, alternative: shrinking(0.58, 30) })).toBeLessThanOrEqual(most)
  })

  test('records compared with papers, of which just so many are wrong that the outcome is', () => {
    const { most: u, noDifference, overOne, alternative } = comparisonOf(0.1, 0.01)
    const two = (next: () => number) =>
      Array.from({ length: 300 }, () => (next() < 1 - 1 / u ? 0 : noDifference))
    const one = (next: () => number) =>
      Array.from({ length: 300 }, () => (next() < 2 * (1 - 1 / u) ? overOne : noDifference))
    expect(stops(two, { most: u, alternative })).toBeLessThanOrEqual(most)
    expect(stops(one, { most: u, alternative })).toBeLessThanOrEqual(most)
  })

  test('MINERVA’s first round, exactly: a tie stops with at most α', () => {
    for (const share of [0.52, 0.6, 0.75])
      for (const ballots of [20, 100, 350]) {
        const round = minervaFirst(share, risk, ballots)
        if (round) expect(binomialUpper(round.least, ballots, 0.5)).toBeLessThanOrEqual(risk)
      }
  })
})
