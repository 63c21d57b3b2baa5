import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rowsOf } from '../table.ts'
import { type Assertion, assertionsOf, assorterOf, marginOf } from './assertion.ts'
import { planBallots } from './ballots.ts'
import { boundOfTotals, drawsNeeded, measuredRisk, planBatches } from './batches.ts'
import { comparisonBallots, comparisonOf, superSimple } from './comparison.ts'
import { draw } from './draw.ts'
import { mostMiscounted } from './fixed-share.ts'
import { alpha, bravoExpected, bravoStops, minervaFirst } from './polling.ts'
import { quickCount } from './quick-count.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

describe('boxes: draws without discrepancy, from national totals alone', () => {
  test.each([
    ['2009, A beats Mo', 24_527_516 - 13_216_411, 39_165_191, 4.4625, [10, 12, 19]],
    ['2009, A over half of taken', 2 * 24_527_516 - 39_165_191, 39_165_191, 4.9601, [11, 14, 21]],
    ['2024, P not over half', 24_535_185 - 2 * 10_415_991, 24_535_185, 7.6254, [17, 22, 33]],
    ['2024, J beats G', 9_473_298 - 3_383_340, 24_535_185, 5.0288, [11, 14, 21]],
    ['2024 run-off, P beats J', 16_384_403 - 13_538_179, 30_530_157, 11.7265, [26, 34, 52]],
    ['2024 run-off, by ballots issued', 16_384_403 - 13_538_179, 30_573_931, 11.7419, [26, 34, 52]],
  ])('%s', (_, margin, ballots, bound, draws) => {
    expect(boundOfTotals(margin, ballots)).toBeCloseTo(bound, 4)
    expect([0.1, 0.05, 0.01].map(risk => drawsNeeded(boundOfTotals(margin, ballots), risk))).toEqual(draws)
  })

  test('Arlo’s MACRO examples (test_macro.py): margins of 5, 10 and 15 %, at 25 %; it plans one draw more', () => {
    expect([21, 11, 23 / 3].map(bound => drawsNeeded(bound, 0.25))).toEqual([29, 15, 10])
  })

  test('the measured risk falls with clean boxes, rises with taint; a whole box wrong asks for a full count', () => {
    expect(measuredRisk(5, [])).toBe(1)
    expect(measuredRisk(5, [0, 0])).toBeCloseTo(0.64, 12)
    expect(measuredRisk(5, [0, 0.2])).toBeCloseTo(0.8, 12)
    expect(measuredRisk(5, [0, 1, 0])).toBe(1)
    expect(measuredRisk(5, [0, -0.6])).toBeCloseTo(0.4, 12)
  })
})

describe('ballot polling', () => {
  test('BRAVO, 60 %, 10 %: 119 expected (Arlo test_bravo.py); stopping times exactly', () => {
    expect(bravoExpected(0.6, 0.1)).toBe(119)
    expect(bravoStops(0.6, 0.1, [0.7, 0.8, 0.9])).toEqual([131, 171, 244])
  })

  test('BRAVO is ALPHA with a constant bet and with replacement', () => {
    const values = [1, 1, 0, 1, 0, 1, 1, 1]
    let product = 1
    const byHand = values.map(x => (product *= x === 1 ? 1.2 : 0.8))
    const best = byHand.map((_, i) => Math.max(1, ...byHand.slice(0, i + 1)))
    const risks = alpha(values, { alternative: 0.6 })
    for (const [i, risk] of risks.entries()) expect(risk).toBeCloseTo(1 / best[i]!, 12)
  })

  test('MINERVA, 600 : 400 of 1,200 ballots, 10 %: chances to stop (Arlo test_minerva.py)', () => {
    const chance = (ballots: number) => minervaFirst(0.6, 0.1, ballots)!.stops
    expect([111, 138, 179].map(chance).map(p => p.toFixed(4))).toEqual(['0.7272', '0.8217', '0.9122'])
    expect([111, 138, 179].map(pair => Math.ceil((pair * 1_200) / 1_000))).toEqual([134, 166, 215])
  })

  test('all ballots drawn: the risk is zero exactly where the assertion is true', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2), { minLength: 1, maxLength: 60 }), halves => {
        const values = halves.map(half => half / 2)
        const sum = values.reduce((a, b) => a + b, 0)
        const risks = alpha(values, { ballots: values.length, alternative: 0.7 })
        expect(risks.at(-1) === 0).toBe(2 * sum > values.length)
        for (const risk of risks) expect(risk >= 0 && risk <= 1).toBe(true)
      }),
    )
  })
})

describe('ballot comparison', () => {
  test('super-simple, 10 %, γ 1.03905 (Arlo test_supersimple.py)', () => {
    const rates = { overOne: 0.001, overTwo: 0.0001, underOne: 0.001, underTwo: 0.0001 }
    const ballots = [0.2, 0.1, 0.15, 2 / 15, 1].map(margin => superSimple(margin, 0.1, 1.03905, rates))
    expect(ballots).toEqual([27, 54, 36, 40, 6])
  })

  test('SHANGRLA’s example, San Francisco’s district attorney 2019, 5 %', () => {
    const comparison = comparisonOf(0.019903, 1e-4)
    expect(comparisonBallots(comparison, 0.05)).toBe(303)
    expect(comparisonBallots(comparison, 0.05, [comparison.overOne])).toBe(372)
  })
})

test('a fixed recount of 4,569 of 45,692 boxes, all clean: at most 28 miscounted at 95 %, 43 at 99 %', () => {
  expect([0.95, 0.99].map(sure => mostMiscounted(45_692, 4_569, sure))).toEqual([28, 43])
})

describe('draws', () => {
  const seed = sha256(new TextEncoder().encode('a seed'))

  test('in proportion to the weights; weight zero never; the next round goes on where the last ended', () => {
    const weights = [0, 10, 30, 0, 60]
    const drawn = draw(weights, seed, { count: 20_000 }, sha256)
    const counts = weights.map((_, i) => drawn.filter(({ place }) => place === i).length)
    expect([counts[0], counts[3]]).toEqual([0, 0])
    // Chi-square with 2 degrees of freedom: above 13.8 once in a thousand seeds; this seed is fixed.
    const chi = [1, 2, 4].reduce(
      (sum, i) => sum + (counts[i]! - 200 * weights[i]!) ** 2 / (200 * weights[i]!),
      0,
    )
    expect(chi).toBeLessThan(13.8)
    expect(draw(weights, seed, { from: 11, count: 5 }, sha256)).toEqual(drawn.slice(10, 15))
    for (const { place, within } of drawn) expect(within).toBeLessThan(weights[place]!)
  })
})

test('quick count: of all boxes exact; of one stratum the textbook’s ratio estimate', () => {
  const boxes = [
    [30, 50],
    [20, 60],
    [45, 70],
    [10, 40],
  ] as const
  const all = quickCount([{ boxes: 4, sampled: boxes }])!
  expect([all.share, all.error]).toEqual([105 / 220, 0])
  const some = quickCount([{ boxes: 100, sampled: boxes }])!
  const residuals = boxes.map(([y, m]) => y - (105 / 220) * m)
  const s2 = residuals.reduce((sum, r) => sum + r * r, 0) / 3
  expect(some.error).toBeCloseTo(Math.sqrt(((1 - 0.04) * s2) / 4) / 55, 12)
  expect(quickCount([{ boxes: 5, sampled: [[1, 2]] }])).toBeNull()
})

test('weights are the exact quotients, rounded up, also where doubles would round', () => {
  const whole = { min: 1, max: 2 ** 31 }
  fc.assert(
    fc.property(fc.integer(whole), fc.integer(whole), (ballots, other) => {
      const [less, more] = [Math.min(ballots, other), Math.max(ballots, other)]
      const rows = rowsOf({
        about: { name: {}, round: 1, rule: 'plurality', of: 'valid' },
        level: 'box',
        candidates: ['a', 'b'].map((id, i) => ({ id, number: i + 1, name: {} })),
        areas: [],
        rows: [{ id: 'x', figures: { invalid: 0, votes: { 1: more + 1, 2: less } } }],
      })
      const plan = planBatches(rows, [{ kind: 'beats', winner: 'a', loser: 'b' }])
      const margin = BigInt(more + 1 - less)
      const could = margin + BigInt(more + 1 + less)
      const exact = (could * 1_000_000_000n + margin - 1n) / margin
      if (exact <= BigInt(Number.MAX_SAFE_INTEGER))
        expect(plan.ok && BigInt(plan.value.weights[0]!)).toBe(exact)
    }),
  )
})

test('several assertions in one sample: U between the largest and their sum', () => {
  const rows = rowsOf({
    about: { name: {}, round: 1, rule: 'majority', of: 'taken' },
    level: 'box',
    candidates: ['a', 'b', 'c'].map((id, i) => ({ id, number: i + 1, name: {} })),
    areas: [],
    rows: Array.from({ length: 50 }, (_, i) => ({
      id: `b${i}`,
      figures: { invalid: i % 4, votes: { 1: 40 + (i % 9), 2: 35 + ((i * 5) % 7), 3: 10 + ((i * 3) % 8) } },
    })),
  })
  const assertions = assertionsOf(rows.about, { state: 'runOff', between: ['a', 'b'] }, [
    { candidate: 'a', votes: 3 },
    { candidate: 'b', votes: 2 },
    { candidate: 'c', votes: 1 },
  ])
  expect(assertions).toHaveLength(5)
  const bounds = assertions.map(assertion => {
    const plan = planBatches(rows, [assertion])
    return plan.ok ? plan.value.bound : Number.NaN
  })
  const together = planBatches(rows, assertions)
  const bound = together.ok ? together.value.bound : Number.NaN
  expect(bound).toBeGreaterThanOrEqual(Math.max(...bounds))
  expect(bound).toBeLessThanOrEqual(bounds.reduce((sum, each) => sum + each, 0))
  const untrue = planBatches(rows, [{ kind: 'beats', winner: 'c', loser: 'a' }])
  expect(untrue.ok || untrue.refusal.code).toBe('assertion-false')
})

test('an assertion is true where its assorter’s mean is above ½: the margin is twice the rest, in ballots', () => {
  const votes = fc.constantFrom('a', 'b', 'c', 'invalid')
  const assertions: readonly Assertion[] = [
    { kind: 'overHalf', candidate: 'a', of: 'taken' },
    { kind: 'overHalf', candidate: 'a', of: 'valid' },
    { kind: 'notOverHalf', candidate: 'b', of: 'taken' },
    { kind: 'notOverHalf', candidate: 'b', of: 'valid' },
    { kind: 'beats', winner: 'c', loser: 'a' },
  ]
  fc.assert(
    fc.property(fc.array(votes, { minLength: 1 }), fc.constantFrom(...assertions), (ballots, assertion) => {
      const of = (id: string) => ballots.filter(vote => vote === id).length
      const count = {
        votes: { a: of('a'), b: of('b'), c: of('c') },
        taken: ballots.length,
        valid: ballots.length - of('invalid'),
      }
      const values = ballots.map(vote => assorterOf(assertion, vote === 'invalid' ? vote : { vote }))
      const sum = values.reduce((total: number, value) => total + value, 0)
      expect(2 * sum - ballots.length === marginOf(assertion, count)).toBe(true)
    }),
  )
})

test('single ballots: a plan scales to all ballots, and is none for what is not true as reported', () => {
  const pair = { kind: 'beats', winner: 'a', loser: 'b' } as const
  const [whole] = planBallots([pair], { votes: { a: 600, b: 400 }, taken: 1_000, valid: 1_000 }, 0.1)
  expect(whole).toMatchObject({ margin: 200, polling: { expected: 119 } })
  expect(whole!.polling.stops!.slice(1)).toEqual([131, 244])
  const [half] = planBallots([pair], { votes: { a: 600, b: 400 }, taken: 2_000, valid: 1_000 }, 0.1)
  expect([half!.polling.expected, half!.polling.stops!.at(-1)]).toEqual([238, 488])
  expect(minervaFirst(0.6, 0.1, whole!.polling.firstRound)!.stops).toBeGreaterThanOrEqual(0.9)
  expect(planBallots([pair], { votes: { a: 4, b: 4 }, taken: 8, valid: 8 }, 0.1)).toEqual([null])
})
