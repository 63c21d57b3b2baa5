import { expect, test } from 'vitest'
import {
  binomialAt,
  binomialLower,
  binomialUpper,
  chiSquareUpper,
  logChoose,
  logFactorial,
  normalTwoSided,
  normalUpper,
} from './distributions.ts'

/** Whether two numbers agree in this many digits, however small they are. */
const near = (found: number, known: number, relative = 1e-12) =>
  expect(Math.abs(found / known - 1)).toBeLessThan(relative)

test('normal tails: tabled values, and far out where 1 − Φ would be lost', () => {
  near(normalUpper(1.959963984540054), 0.025)
  // Abramowitz and Stegun, table 26.2: Q(5), Q(10).
  near(normalUpper(5), 2.866515718791933e-7, 1e-10)
  near(normalUpper(10), 7.619853024160525e-24, 1e-10)
  near(normalTwoSided(-2.5758293035489), 0.01, 1e-12)
})

test('chi-square: the 5 % points of a printed table', () => {
  expect(chiSquareUpper(16.919, 9)).toBeCloseTo(0.05, 5)
  expect(chiSquareUpper(3.841459, 1)).toBeCloseTo(0.05, 7)
  expect(chiSquareUpper(0, 9)).toBe(1)
})

test('binomial: the tails are the sums of whole-number probabilities', () => {
  const choose = (n: bigint, k: bigint): bigint => (k === 0n ? 1n : (choose(n, k - 1n) * (n - k + 1n)) / k)
  for (const [n, k] of [
    [10, 3],
    [116, 72],
    [120, 76],
  ] as const) {
    // p = 7/10: counts over 10ⁿ, exactly.
    let below = 0n
    for (let i = 0; i <= k; i++) below += choose(BigInt(n), BigInt(i)) * 7n ** BigInt(i) * 3n ** BigInt(n - i)
    const digits = 10n ** BigInt(Math.max(n - 30, 0))
    const exact = Number(below / digits) / Number(10n ** BigInt(n) / digits)
    near(binomialLower(k, n, 0.7), exact, 1e-11)
    near(binomialUpper(k + 1, n, 0.7), 1 - exact, 1e-11)
  }
  expect([binomialLower(-1, 5, 0.5), binomialLower(5, 5, 0.5), binomialUpper(0, 5, 0.5)]).toEqual([0, 1, 1])
  expect([binomialAt(0, 4, 0), binomialAt(4, 4, 1), binomialAt(5, 4, 0.5)]).toEqual([1, 1, 0])
  near(binomialAt(2, 4, 0.5), 6 / 16)
})

test('factorials', () => {
  near(Math.exp(logFactorial(10)), 3628800, 1e-11)
  near(logChoose(52, 5), Math.log(2598960), 1e-12)
  expect(logChoose(3, 4)).toBe(Number.NEGATIVE_INFINITY)
})
