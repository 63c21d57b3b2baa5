import { changesOf } from '../sensitivity/changes.ts'
import { sumRows } from '../sensitivity/totals.ts'
import type { About, Rows } from '../table.ts'
import { type Bulletin, type Contradiction, contradictionOf } from './bulletins.ts'
import {
  type AboveEligible,
  aboveEligible,
  byNote,
  type Sums,
  sumsOf,
  type TotalGap,
  totalGaps,
  validGaps,
} from './gaps.ts'

/** What arithmetic alone says of a table: the only proofs there are. */
export interface Proofs {
  readonly about: About
  readonly rows: number
  readonly names: (row: number) => string
  readonly sums: Sums
  readonly votesNotValid: ReturnType<typeof validGaps>
  readonly notes: readonly (readonly [note: string, rows: number])[]
  readonly above: readonly AboveEligible[]
  /** The fewest ballots that would make another outcome, to see the gaps beside; null where that is not known. */
  readonly needed: { readonly switched: number; readonly added: number } | null
  readonly totals: readonly StatedTotal[]
  readonly contradictions: readonly (Contradiction & { readonly label: string })[]
}

export interface StatedTotal {
  readonly label: string
  readonly gaps: readonly TotalGap[]
}

export interface StatedGiven {
  /** Totals of the same rows as stated elsewhere, by figure or candidate ID. */
  readonly totals?: readonly {
    readonly label: string
    readonly figures: Readonly<Record<string, number | null>>
  }[]
  readonly bulletins?: readonly (Bulletin & { readonly label: string })[]
}

/** @param name what a row is called in the reader’s language */
export function proofsOf(
  rows: Rows,
  name: (row: number) => string,
  { totals = [], bulletins = [] }: StatedGiven = {},
): Proofs {
  const sums = sumsOf(rows)
  return {
    about: rows.about,
    rows: rows.length,
    names: name,
    sums,
    votesNotValid: validGaps(rows),
    notes: byNote(rows, [...sums.gaps.map(({ row }) => row), ...sums.lacking]).filter(
      ([note]) => note !== '',
    ),
    above: aboveEligible(rows),
    needed: neededFor(rows),
    totals: totals
      .map(({ label, figures }) => ({ label, gaps: totalGaps(rows, figures) }))
      .filter(({ gaps }) => gaps.length > 0),
    contradictions: bulletins.flatMap(({ label, ...bulletin }) => {
      const found = contradictionOf(rows, bulletin)
      return found ? [{ ...found, label }] : []
    }),
  }
}

function neededFor(rows: Rows): Proofs['needed'] {
  const changes = changesOf(rows.about, sumRows(rows)).filter(({ changesOutcome }) => changesOutcome)
  if (changes.length === 0) return null
  return {
    switched: Math.min(...changes.map(({ switched }) => switched)),
    added: Math.min(...changes.map(({ added }) => added)),
  }
}

/** Whether anything stated cannot be true as stated. */
export function provesAnything({ sums, votesNotValid, contradictions }: Proofs): boolean {
  return sums.gaps.length > 0 || votesNotValid.length > 0 || contradictions.some(({ excess }) => excess > 0)
}
