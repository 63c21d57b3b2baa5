import { absent, completed, type Rows, totalOf, votesAt } from '../table.ts'

/** A row whose stated ballots taken are not its valid votes and invalid ballots together. */
export interface Gap {
  readonly row: number
  readonly id: string
  readonly taken: number
  readonly valid: number
  readonly invalid: number
  /** taken − (valid + invalid), in ballots. */
  readonly gap: number
}

/** Every row, by what its own arithmetic says. A figure that is not given is never read as zero. */
export interface Sums {
  readonly addUp: number
  readonly gaps: readonly Gap[]
  /** Rows that lack a figure of the sum: nothing can be said of them. */
  readonly lacking: readonly number[]
  /** Rows in which every figure is zero. */
  readonly zero: readonly number[]
}

/** Holds each row’s ballots taken against its valid votes (stated, else the sum of the votes) and invalid ballots. */
export function sumsOf(rows: Rows): Sums {
  const { taken, valid, invalid } = rows.figures
  const gaps: Gap[] = []
  const lacking: number[] = []
  const zero: number[] = []
  let addUp = 0
  for (let row = 0; row < rows.length; row++) {
    const votes = valid[row] === absent ? votesAt(rows, row) : valid[row]!
    if (votes === absent || taken[row] === absent || invalid[row] === absent) lacking.push(row)
    else if (votes === 0 && taken[row] === 0 && invalid[row] === 0) zero.push(row)
    else {
      const gap = taken[row]! - votes - invalid[row]!
      if (gap === 0) addUp++
      else
        gaps.push({ row, id: rows.ids[row]!, taken: taken[row]!, valid: votes, invalid: invalid[row]!, gap })
    }
  }
  return { addUp, gaps, lacking, zero }
}

/** A row whose votes do not add up to its stated valid votes: votes − valid. */
export function validGaps(rows: Rows): readonly { readonly row: number; readonly gap: number }[] {
  const { valid } = rows.figures
  const found: { row: number; gap: number }[] = []
  for (let row = 0; row < rows.length; row++) {
    const votes = votesAt(rows, row)
    if (votes === absent || valid[row] === absent || votes === valid[row]) continue
    found.push({ row, gap: votes - valid[row]! })
  }
  return found
}

/** A row with more ballots taken than eligible voters. Where people may vote anywhere it can be right. */
export interface AboveEligible {
  readonly row: number
  readonly id: string
  readonly eligible: number
  readonly taken: number
  readonly valid: number | null
}

export function aboveEligible(rows: Rows): readonly AboveEligible[] {
  const { eligible, taken, valid } = completed(rows).figures
  return rows.ids.flatMap((id, row) => {
    if (eligible[row] === absent || taken[row] === absent || taken[row]! <= eligible[row]!) return []
    const known = valid[row] === absent ? null : valid[row]!
    return [{ row, id, eligible: eligible[row]!, taken: taken[row]!, valid: known }]
  })
}

/** How many rows of each of the publisher’s own words, most first. */
export function byNote(
  rows: Rows,
  which: readonly number[],
): readonly (readonly [note: string, rows: number])[] {
  const counts = new Map<string, number>()
  for (const row of which) counts.set(rows.notes[row]!, (counts.get(rows.notes[row]!) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)
}

/** A column of which a stated total and the sum of the rows are known. */
export interface TotalGap {
  readonly figure: string
  readonly stated: number
  readonly summed: number
}

/** Where a stated total is not the sum of the rows. Columns that a row lacks are left out. */
export function totalGaps(rows: Rows, stated: Readonly<Record<string, number | null>>): readonly TotalGap[] {
  const columns: readonly (readonly [string, Float64Array])[] = [
    ...Object.entries(rows.figures),
    ...rows.candidates.map(({ id }, c) => [id, rows.votes[c]!] as const),
  ]
  return columns.flatMap(([figure, column]) => {
    const [said, summed] = [stated[figure] ?? null, totalOf(column)]
    return said === null || summed === null || said === summed ? [] : [{ figure, stated: said, summed }]
  })
}
