import { type Outcome, outcomeOf, type Standing } from '@countersign/election'
import { type About, completed, givenIn, type Rows, totalOf } from '../table.ts'

/**
 * What shares and majorities are counted of: ballots taken as stated, valid votes, or the sum of the valid and the
 * invalid, which differs from the first where a stated total does not add up.
 */
export type Base = 'taken' | 'valid' | 'validAndInvalid'

/** Sums of one version of a result; null where a row that should give the figure does not. */
export interface Totals {
  readonly standings: readonly Standing[]
  readonly taken: number | null
  readonly valid: number | null
  readonly invalid: number | null
  readonly validAndInvalid: number | null
  readonly issued: number | null
  readonly eligible: number | null
}

/** The sums of the rows. Votes are the sum of the rows that give them. */
export function sumRows(rows: Rows): Totals {
  const { figures, candidates, votes } = completed(rows)
  return {
    standings: candidates.map(({ id }, c) => ({ candidate: id, votes: givenIn(votes[c]!).sum })),
    taken: totalOf(figures.taken),
    valid: totalOf(figures.valid),
    invalid: totalOf(figures.invalid),
    validAndInvalid: sumOf(totalOf(figures.valid), totalOf(figures.invalid)),
    issued: totalOf(figures.issued),
    eligible: totalOf(figures.eligible),
  }
}

/** A published total: what is not printed follows from the rest where it can. */
export function printedTotals(
  {
    taken,
    valid,
    invalid,
    issued,
    eligible,
    votes = {},
  }: Readonly<Partial<Record<Exclude<keyof Totals, 'standings'>, number>>> & {
    readonly votes?: Readonly<Record<number, number>>
  },
  candidates: Rows['candidates'],
): Totals {
  const standings = candidates.flatMap(({ id, number }) =>
    votes[number] === undefined ? [] : [{ candidate: id, votes: votes[number] }],
  )
  const whole = standings.length === candidates.length
  const sum = standings.reduce((sum, { votes }) => sum + votes, 0)
  const validKnown = valid ?? (whole ? sum : null)
  const takenKnown = taken ?? (validKnown !== null && invalid !== undefined ? validKnown + invalid : null)
  const invalidKnown =
    invalid ?? (takenKnown !== null && validKnown !== null ? takenKnown - validKnown : null)
  return {
    standings,
    valid: validKnown,
    taken: takenKnown,
    invalid: invalidKnown,
    validAndInvalid: sumOf(validKnown, invalidKnown),
    issued: issued ?? null,
    eligible: eligible ?? null,
  }
}

function sumOf(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b
}

/** The outcome that the rule makes of totals, as if they were complete. */
export function outcomeOfTotals({ rule, of, round, date = '' }: About, totals: Totals): Outcome {
  return outcomeOf({ number: round, date, rule, of }, totals.standings, totals[of])
}
