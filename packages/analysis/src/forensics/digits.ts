import { binomialAt, binomialLower, chiSquareUpper, logFactorial } from '../distributions/distributions.ts'

/** How often each digit 0–9 was seen, and how often it was to be expected. */
export interface DigitTest {
  readonly counts: number
  readonly observed: readonly number[]
  readonly expected: readonly number[]
  /** Σ (observed − expected)²/expected; chi-square with 9 degrees of freedom if the expectation holds. */
  readonly statistic: number
  readonly p: number
}

/**
 * The last digits of counts against ten equal shares. Right only for counts that spread over hundreds: small ones
 * have uneven last digits by themselves, and so does any list cut at a least count. For those, `lastDigitsSmoothed`.
 */
export function lastDigits(counts: ArrayLike<number>): DigitTest {
  const expected = new Array<number>(10).fill(counts.length / 10)
  return tested(seenDigits(counts), expected, counts.length)
}

/** Counts, and the ballots that each is a part of. */
export interface Part {
  readonly counts: ArrayLike<number>
  readonly ballots: ArrayLike<number>
}

/** How often each pair of last digits 00–99 was seen and was to be expected. */
export interface LastTwoDigits {
  readonly counts: number
  readonly observed: readonly number[]
  readonly expected: readonly number[]
}

/**
 * The last two digits of counts beside those that the same counts would have if each were drawn anew from its own
 * share: x of n becomes Bin(n, x/n). Right for counts of any size, and for a list cut at a least count as long as the
 * cut is made by `least`, among those drawn too.
 * @param parts such as one candidate's counts and the valid votes of the same boxes
 * @param least counts below it are left out
 */
export function lastTwoDigits(parts: readonly Part[], least = 0): LastTwoDigits {
  const expected = new Float64Array(100)
  const observed = new Array<number>(100).fill(0)
  let seen = 0
  for (const { counts, ballots } of parts) {
    for (let i = 0; i < counts.length; i++) {
      addDrawnAnew(expected, counts[i]!, ballots[i]!, least)
      if (counts[i]! < least) continue
      observed[counts[i]! % 100]!++
      seen++
    }
  }
  const all = expected.reduce((sum, share) => sum + share, 0)
  return { counts: seen, observed, expected: Array.from(expected, share => (share * seen) / (all || 1)) }
}

/** Adds the chance of each pair of last digits of Bin(n, x/n), as far as seven standard deviations. */
function addDrawnAnew(expected: Float64Array, x: number, n: number, least: number): void {
  const p = n > 0 ? Math.min(1, x / n) : 0
  const middle = binomialAt(x, n, p)
  const reach = Math.ceil(7 * Math.sqrt(n * p * (1 - p))) + 1
  const odds = p / (1 - p)
  if (x >= least) expected[x % 100]! += p > 0 && p < 1 ? middle : 1
  if (p <= 0 || p >= 1) return
  let chance = middle
  for (let k = x + 1; k <= Math.min(n, x + reach); k++) {
    chance *= (odds * (n - k + 1)) / k
    if (k >= least) expected[k % 100]! += chance
  }
  chance = middle
  for (let k = x - 1; k >= Math.max(least, x - reach); k--) {
    chance *= (k + 1) / ((n - k) * odds)
    expected[k % 100]! += chance
  }
}

/** The last digits of counts of any size against those expected of the same counts drawn anew. */
export function lastDigitsSmoothed({ counts, observed, expected }: LastTwoDigits): DigitTest {
  const ones = (pairs: readonly number[]) =>
    Array.from({ length: 10 }, (_, digit) =>
      pairs.reduce((sum, much, pair) => sum + (pair % 10 === digit ? much : 0), 0),
    )
  return tested(ones(observed), ones(expected), counts)
}

function seenDigits(counts: ArrayLike<number>): number[] {
  const seen = new Array<number>(10).fill(0)
  for (let i = 0; i < counts.length; i++) seen[counts[i]! % 10]!++
  return seen
}

function tested(observed: readonly number[], expected: readonly number[], counts: number): DigitTest {
  const statistic = observed.reduce(
    (sum, seen, digit) =>
      expected[digit]! > 0 ? sum + (seen - expected[digit]!) ** 2 / expected[digit]! : sum,
    0,
  )
  return { counts, observed, expected, statistic, p: counts > 0 ? chiSquareUpper(statistic, 9) : 1 }
}

export interface AdjacencyTest {
  readonly counts: number
  /** Counts whose last two digits are neither equal nor neighbours (9 and 0 are neighbours). */
  readonly apart: number
  readonly expected: number
  /** P(as few or fewer). */
  readonly p: number
}

/**
 * The last two digits of each count: people who make up numbers avoid repeating a digit and like its neighbours, so
 * that too few pairs lie apart. Even digits lie apart with the chance .7; right only for counts of hundreds.
 */
export function adjacentDigits(counts: ArrayLike<number>): AdjacencyTest {
  let apart = 0
  for (let i = 0; i < counts.length; i++) if (isApart(counts[i]! % 100)) apart++
  return {
    counts: counts.length,
    apart,
    expected: 0.7 * counts.length,
    p: binomialLower(apart, counts.length, 0.7),
  }
}

/** The same for counts of any size, against the same counts drawn anew. */
export function adjacentDigitsSmoothed({ counts, observed, expected }: LastTwoDigits): AdjacencyTest {
  const sum = (pairs: readonly number[]) =>
    pairs.reduce((all, much, pair) => all + (isApart(pair) ? much : 0), 0)
  const [apart, due] = [sum(observed), sum(expected)]
  return { counts, apart, expected: due, p: counts > 0 ? binomialLower(apart, counts, due / counts) : 1 }
}

function isApart(pair: number): boolean {
  const distance = Math.abs((pair % 10) - Math.floor(pair / 10))
  return Math.min(distance, 10 - distance) >= 2
}

/**
 * P(some digit is seen at least `most` times and some digit at most `fewest` times) among `counts` even last digits;
 * exact.
 */
export function digitExtremes(counts: number, most: number, fewest: number): number {
  const between = (least: number, greatest: number) => allBetween(counts, least, greatest)
  return 1 - between(0, most - 1) - between(fewest + 1, counts) + between(fewest + 1, most - 1)
}

/** P(each of ten even digits is seen between `least` and `greatest` times), digit by digit. */
function allBetween(counts: number, least: number, greatest: number): number {
  let ways: readonly number[] = [1, ...new Array<number>(counts).fill(0)]
  for (let digit = 0; digit < 10; digit++) {
    ways = ways.map((_, sum) => {
      let total = 0
      for (let seen = least; seen <= Math.min(greatest, sum); seen++)
        total += ways[sum - seen]! * Math.exp(-logFactorial(seen))
      return total
    })
  }
  return ways[counts]! * Math.exp(logFactorial(counts) - counts * Math.LN10)
}
