import { normalTwoSided } from '../distributions/distributions.ts'

/** A poll as published: whole percentages of its sample. */
export interface Poll {
  /** People asked. */
  readonly n: number
  /** Points for each candidate named, by ID. */
  readonly named: Readonly<Record<string, number>>
  /** Points that had not decided. */
  readonly undecided: number
  /** Points of every other answer: refused, will not vote, someone else. */
  readonly other: number
}

/** A result to hold it against: votes by candidate ID. Its shares are of the valid votes. */
export interface Result {
  readonly votes: Readonly<Record<string, number>>
  readonly valid: number
}

/** One comparison: a statistic with its error, and how likely so much or more is if only sampling differed. */
export interface Test {
  readonly value: number
  readonly error: number
  readonly z: number
  /** Two-sided. */
  readonly p: number
}

/** How the error is widened: 1 is a simple random sample. */
export interface Widened {
  /** The design effect on the variance: 4 is twice the nominal error, which past polls have had (Shirani-Mehr 2018). */
  readonly effect: number
}

/** The share of a candidate among those who named one, against its share of the valid votes. */
export function decidedTest(
  poll: Poll,
  result: Result,
  candidate: string,
  { effect, variance = 'poll' }: Widened & { readonly variance?: 'poll' | 'result' },
): Test {
  const [share, people] = decided(poll, candidate)
  const official = result.votes[candidate]! / result.valid
  const of = variance === 'poll' ? share : official
  const error = Math.sqrt((effect * of * (1 - of)) / people)
  return tested(share - official, error)
}

/** The share of a candidate among those who named one, and how many people they were. */
export function decided({ n, named }: Poll, candidate: string): readonly [share: number, people: number] {
  const points = Object.values(named).reduce((sum, each) => sum + each, 0)
  return [named[candidate]! / points, (n * points) / 100]
}

/**
 * Martin, Traugott and Kennedy (2005): A = ln[(a/b)/(A/B)], the poll’s odds of two candidates over the result’s, with
 * the error √(1/n·(1/a + 1/b)), a and b being shares of the whole sample.
 */
export function martinTraugottKennedy(
  { n, named }: Poll,
  { votes }: Result,
  [one, other]: readonly [string, string],
  { effect }: Widened,
): Test {
  const [a, b] = [named[one]! / 100, named[other]! / 100]
  const value = Math.log(a / b / (votes[one]! / votes[other]!))
  return tested(value, Math.sqrt((effect * (1 / a + 1 / b)) / n))
}

function tested(value: number, error: number): Test {
  const z = value / error
  return { value, error, z, p: normalTwoSided(z) }
}

/** What a poll allows without any assumption about who has not said, as parts of a base. */
export interface Bounds {
  /** The points of the base: those who named a candidate or were undecided, or all. */
  readonly base: number
  readonly least: number
  readonly most: number
  /** The part of the undecided that gives the candidate half of the base, where everyone else is against; 0 to 1. */
  readonly toHalf: number
}

/** @param of whether other answers are in the base too, as votes against */
export function boundsOf(
  { named, undecided, other }: Poll,
  candidate: string,
  of: 'answered' | 'all',
): Bounds {
  const points = Object.values(named).reduce((sum, each) => sum + each, 0)
  const base = points + undecided + (of === 'all' ? other : 0)
  const mine = named[candidate]!
  const most = mine + undecided + (of === 'all' ? other : 0)
  return { base, least: mine / base, most: most / base, toHalf: (base / 2 - mine) / undecided }
}
