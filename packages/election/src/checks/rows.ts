import type { Election, Entry, RoundState, View } from '../election.ts'
import type { Import } from '../statements/import.ts'
import { checkFigures } from './figures.ts'
import type { NotApplicable, Placed } from './finding.ts'
import type { CheckCode } from './table.ts'

/** What the arithmetic of one published row says. */
export interface CheckedRow {
  readonly entry: View<Entry<Import>>
  readonly findings: readonly Placed[]
  readonly notApplicable: readonly NotApplicable[]
}

/** Of an area's row only the sums can be checked: the rest is about one box and its people. */
const ofAreas: readonly CheckCode[] = ['B01', 'B02', 'B03', 'B06']

/** Checks every counted row of an archive, one after the other: there may be hundreds of thousands. */
export function* checkRows(election: Election, round: View<RoundState>): Generator<CheckedRow> {
  for (const entry of round.imports.values()) {
    const { figures, status, area, box } = entry.statement
    if (status !== 'counted') continue
    const { findings, notApplicable } = checkFigures(figures, round.numbers, election.settings)
    const applies = ({ code }: { readonly code: CheckCode }) => box !== undefined || ofAreas.includes(code)
    const place = { round: round.number, entry: entry.index, area, ...(box !== undefined && { box }) }
    yield {
      entry,
      findings: findings.filter(applies).map(finding => ({ ...finding, ...place })),
      notApplicable: notApplicable.filter(applies),
    }
  }
}
