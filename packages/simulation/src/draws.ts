/** Uniform on [0, 1). */
export type Random = () => number

/** A standard normal draw (Box and Muller). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

/**
 * How many of `n` say yes, each with the chance `p`. By inversion where few are expected, else by transformed
 * rejection; both are exact.
 * Source: Hörmann, The generation of binomial random variates, Journal of Statistical Computation and Simulation 46
 * (1993), algorithm BTRS.
 */
export function binomial(n: number, p: number, random: Random): number {
  if (n <= 0 || p <= 0) return 0
  if (p >= 1) return n
  if (p > 0.5) return n - binomial(n, 1 - p, random)
  return n * p < 10 ? inverted(n, p, random) : rejected(n, p, random)
}

function inverted(n: number, p: number, random: Random): number {
  const odds = p / (1 - p)
  let chance = (1 - p) ** n
  let left = random()
  let k = 0
  while (left > chance && k < n) {
    left -= chance
    k++
    chance *= (odds * (n - k + 1)) / k
  }
  return k
}

function rejected(n: number, p: number, random: Random): number {
  const spread = Math.sqrt(n * p * (1 - p))
  const b = 1.15 + 2.53 * spread
  const a = -0.0873 + 0.0248 * b + 0.01 * p
  const c = n * p + 0.5
  const accept = 0.92 - 4.2 / b
  const alpha = (2.83 + 5.1 / b) * spread
  const mode = Math.floor((n + 1) * p)
  const logOdds = Math.log(p / (1 - p))
  for (;;) {
    const u = random() - 0.5
    const v = random()
    const us = 0.5 - Math.abs(u)
    const k = Math.floor(((2 * a) / us + b) * u + c)
    if (k < 0 || k > n) continue
    if (us >= 0.07 && v <= accept) return k
    const height = Math.log((v * alpha) / (a / (us * us) + b))
    if (height <= logWays(n, mode) - logWays(n, k) + (k - mode) * logOdds) return k
  }
}

/** ln k! + ln (n−k)!. */
function logWays(n: number, k: number): number {
  return logFactorial(k) + logFactorial(n - k)
}

const small = [0]
for (let k = 1; k < 128; k++) small.push(small[k - 1]! + Math.log(k))

function logFactorial(k: number): number {
  if (k < small.length) return small[k]!
  // Stirling's series; past 128 its next term is below 1e-18.
  return (k + 0.5) * Math.log(k) - k + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * k) - 1 / (360 * k ** 3)
}

/** `n` people who each choose one option; `shares` add up to 1. */
export function multinomial(n: number, shares: readonly number[], random: Random): number[] {
  let [left, rest] = [n, 1]
  return shares.map((share, i) => {
    const one = i === shares.length - 1 ? left : binomial(left, Math.min(1, share / rest), random)
    left -= one
    rest -= share
    return one
  })
}

export function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x))
}
