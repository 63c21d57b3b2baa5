import type { Rows } from '@countersign/analysis'
import { firstDigits, listedTests, secondDigitMean, type TestName } from '@countersign/analysis/forensics'
import { type Country, cleanElection } from '../country/country.ts'
import type { Random } from '../draws.ts'
import { type Tampering, tampered } from '../tampering/tampering.ts'

/** What is looked at in each made-up election. */
export type Looked = TestName | 'second-digit-mean' | 'first-digits' | 'any-of-the-list'

export const looked: readonly Looked[] = [
  'last-digits',
  'adjacent-digits',
  'whole-percentages',
  'any-of-the-list',
  'second-digit-mean',
  'first-digits',
]

/** What the tables look at, clean elections first. */
export const studied: readonly (Tampering | 'none')[] = [
  'none',
  { kind: 'rounding', boxes: 0.005 },
  { kind: 'rounding', boxes: 0.01 },
  { kind: 'rounding', boxes: 0.05 },
  { kind: 'inventing', boxes: 0.05 },
  { kind: 'inventing', boxes: 0.25 },
  { kind: 'stuffing', boxes: 0.01, ofAbsent: 0.5 },
  { kind: 'stuffing', boxes: 0.1, ofAbsent: 0.5 },
  { kind: 'switching', boxes: 0.01, ofOthers: 0.3 },
  { kind: 'switching', boxes: 0.1, ofOthers: 0.3 },
  { kind: 'dropping', boxes: 0.02 },
  { kind: 'dropping', boxes: 0.1 },
]

/** How often each test rejects, in elections made the same way. */
export interface Rejections {
  readonly tampering: Tampering | 'none'
  readonly runs: number
  /** Elections of these in which p ≤ .05; of the whole list, adjusted for its length. */
  readonly rejected: Readonly<Record<Looked, number>>
  /** The leader's gain over the second, on average of the runs: votes. */
  readonly gained: number
  readonly valid: number
}

/** Runs elections of one kind and counts rejections. */
export function rejections(
  country: Country,
  tampering: Tampering | 'none',
  { runs, random, heard }: { readonly runs: number; readonly random: Random; readonly heard?: () => void },
): Rejections {
  const rejected = Object.fromEntries(looked.map(name => [name, 0])) as Record<Looked, number>
  let gained = 0
  let valid = 0
  for (let run = 0; run < runs; run++) {
    const clean = cleanElection(country, random)
    const made = tampering === 'none' ? { rows: clean, gained: 0 } : tampered(clean, tampering, random)
    gained += made.gained
    valid += made.rows.figures.valid.reduce((sum, votes) => sum + votes, 0)
    for (const name of rejectedBy(made.rows)) rejected[name]++
    heard?.()
  }
  return { tampering, runs, rejected, gained: gained / runs, valid: valid / runs }
}

function rejectedBy(rows: Rows): readonly Looked[] {
  const { tests } = listedTests(rows)
  const leader = rows.votes[0]!
  return [
    ...tests.filter(({ p }) => p <= 0.05).map(({ name }) => name),
    ...(tests.some(({ q }) => q <= 0.05) ? (['any-of-the-list'] as const) : []),
    ...(secondDigitMean(leader).p <= 0.05 ? (['second-digit-mean'] as const) : []),
    ...(firstDigits(leader).p <= 0.05 ? (['first-digits'] as const) : []),
  ]
}
