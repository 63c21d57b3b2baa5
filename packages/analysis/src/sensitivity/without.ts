import type { Outcome } from '@countersign/election'
import { pick, type Rows } from '../table.ts'
import { outcomeOfTotals, sumRows, type Totals } from './totals.ts'

/** Rows to leave out: by their own identifiers, or all of an area. */
export interface LeftOut {
  readonly rows?: readonly string[]
  readonly areas?: readonly string[]
}

/** What remains, what left, and the outcome by rule of what remains. */
export interface Without {
  readonly removed: number
  readonly before: Totals
  readonly after: Totals
  readonly outcomeBefore: Outcome
  readonly outcomeAfter: Outcome
  readonly changed: boolean
}

/** The result without some rows, as if they were annulled. Names that are not in the table remove nothing. */
export function without(rows: Rows, leftOut: LeftOut): Without {
  const gone = rowsIn(rows, leftOut)
  const kept = Array.from({ length: rows.length }, (_, i) => i).filter(i => !gone.has(i))
  const [before, after] = [sumRows(rows), sumRows(pick(rows, kept))]
  const [outcomeBefore, outcomeAfter] = [
    outcomeOfTotals(rows.about, before),
    outcomeOfTotals(rows.about, after),
  ]
  return {
    removed: gone.size,
    before,
    after,
    outcomeBefore,
    outcomeAfter,
    changed: nameOf(outcomeBefore) !== nameOf(outcomeAfter),
  }
}

/** The rows that are named, or lie in a named area. */
export function rowsIn(rows: Rows, { rows: named = [], areas = [] }: LeftOut): ReadonlySet<number> {
  const ids = new Set(named)
  const places = new Set(areas)
  const inside = Uint8Array.from(rows.areas.ids, (_, start) => {
    let at = start
    while (at !== -1 && !places.has(rows.areas.ids[at]!)) at = rows.areas.parents[at]!
    return at === -1 ? 0 : 1
  })
  const found = new Set<number>()
  for (let i = 0; i < rows.length; i++) {
    const area = rows.area[i]!
    if (ids.has(rows.ids[i]!) || (area !== -1 && inside[area] === 1)) found.add(i)
  }
  return found
}

function nameOf(outcome: Outcome): string {
  if (outcome.state === 'elected') return `elected ${outcome.candidate}`
  return outcome.state === 'runOff' ? `runOff ${outcome.between.join(' ')}` : outcome.state
}
