import betainc from '@stdlib/math-base-special-betainc'
import erfc from '@stdlib/math-base-special-erfc'
import gammainc from '@stdlib/math-base-special-gammainc'
import gammaln from '@stdlib/math-base-special-gammaln'

/** P(Z ≥ z) of a standard normal Z; exact to the last digits far into the tail. */
export function normalUpper(z: number): number {
  return erfc(z / Math.SQRT2) / 2
}

/** P(|Z| ≥ |z|). */
export function normalTwoSided(z: number): number {
  return erfc(Math.abs(z) / Math.SQRT2)
}

/** P(X ≥ x) of a chi-square X with `df` degrees of freedom. */
export function chiSquareUpper(x: number, df: number): number {
  return x <= 0 ? 1 : gammainc(x / 2, df / 2, true, true)
}

/** P(X ≤ k) of X ~ Bin(n, p). */
export function binomialLower(k: number, n: number, p: number): number {
  if (k < 0) return 0
  return k >= n ? 1 : betainc(1 - p, n - k, k + 1)
}

/** P(X ≥ k) of X ~ Bin(n, p). */
export function binomialUpper(k: number, n: number, p: number): number {
  if (k <= 0) return 1
  return k > n ? 0 : betainc(p, k, n - k + 1)
}

/** P(X = k) of X ~ Bin(n, p), through logarithms: neither n nor a tail is too large. */
export function binomialAt(k: number, n: number, p: number): number {
  if (k < 0 || k > n) return 0
  if (p <= 0 || p >= 1) return k === (p <= 0 ? 0 : n) ? 1 : 0
  return Math.exp(logChoose(n, k) + k * Math.log(p) + (n - k) * Math.log1p(-p))
}

/** ln n!, exact to double precision. */
export function logFactorial(n: number): number {
  return gammaln(n + 1)
}

/** ln of the number of ways to choose k of n; −∞ where there is none. */
export function logChoose(n: number, k: number): number {
  if (k < 0 || k > n) return Number.NEGATIVE_INFINITY
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k)
}
