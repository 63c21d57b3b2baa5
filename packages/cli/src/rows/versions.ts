import { printedTotals, sumRows, type Version } from '@countersign/analysis/sensitivity'
import type { Studied } from './rows.ts'

/** An announcement of fewer votes was made on the way to the total, and is no version of it. */
const mostlyCounted = 0.98

/** The versions of a total: the sum of the rows, then what was announced and differs from it. */
export function versionsOf({ announced, rows }: Studied): readonly Version[] {
  const own = sumRows(rows)
  const others = announced
    .map(({ label, figures }) => ({ label, totals: printedTotals(figures, rows.candidates) }))
    .filter(({ totals: { valid } }) => valid !== null && valid >= mostlyCounted * (own.valid ?? 0))
    .filter(({ totals }) => JSON.stringify(totals.standings) !== JSON.stringify(own.standings))
  return [{ totals: own }, ...others]
}
