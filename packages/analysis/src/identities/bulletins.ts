import { leastFor } from '../sensitivity/least-rows.ts'
import { absent, type Rows } from '../table.ts'

/** An announcement by another body of the result that the rows are sheets of. */
export interface Bulletin {
  /** Votes for a candidate, as announced. */
  readonly candidate: string
  readonly votes: number
  /** All sheets there are, and the share that the announcement says it covers, in ten-thousandths. */
  readonly sheets: number
  readonly coveredPer10000: number
}

/** What sheets and an announcement cannot both say. */
export interface Contradiction extends Bulletin {
  /** The sum of the sheets for the candidate. */
  readonly summed: number
  /** Sheets that the announcement may leave out, and the most votes that so many can hold. */
  readonly missing: number
  readonly allowed: number
  /** Votes on the sheets beyond the announcement and all it may have left out; above zero, both cannot be true. */
  readonly excess: number
  /** The fewest sheets that would have to be false, if those left out are the candidate’s best. */
  readonly false: number | null
  /** The same if the announcement covers every sheet. */
  readonly falseIfAll: number | null
}

/**
 * Holds sheets against an announcement, in its favour: what it did not cover may have been the candidate’s best
 * sheets. Every sheet that exists can only add to the sum, so the rows need not be all. Null where the sheets do not
 * exceed the announcement.
 */
export function contradictionOf(rows: Rows, bulletin: Bulletin): Contradiction | null {
  const column = rows.votes[rows.candidates.findIndex(({ id }) => id === bulletin.candidate)]
  if (!column) return null
  const votes = column.map(figure => (figure === absent ? 0 : figure))
  const summed = votes.reduce((sum, each) => sum + each, 0)
  const missing = bulletin.sheets - Math.floor((bulletin.sheets * bulletin.coveredPer10000) / 10_000)
  const best = votes.toSorted().reverse()
  const allowed = best.subarray(0, missing).reduce((sum, each) => sum + each, 0)
  const excess = summed - bulletin.votes - allowed
  if (summed <= bulletin.votes) return null
  return {
    ...bulletin,
    summed,
    missing,
    allowed,
    excess,
    false: excess <= 0 ? 0 : leastFor(best.slice(missing), excess).rows,
    falseIfAll: leastFor(best, summed - bulletin.votes).rows,
  }
}
