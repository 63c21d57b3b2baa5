import type { Election, RoundState, View } from '../election.ts'
import { areaFindings } from './areas.ts'
import type { Placed } from './finding.ts'
import { outliers } from './outliers.ts'
import { checkRows } from './rows.ts'

/** What the checks of an election found, and in how many cases a check could not be made. */
export interface Found {
  readonly findings: readonly Placed[]
  readonly notApplicable: number
}

/** Everything that does not add up, or that a reader should see: of each round, boxes first, then sums. */
export function findings(election: Election, number?: number): readonly Placed[] {
  return found(election, number).findings
}

/** The same, with the number of an archive's checks that lacked a figure. */
export function found(election: Election, number?: number): Found {
  let notApplicable = 0
  const rows = (round: View<RoundState>): readonly Placed[] => {
    const placed: Placed[] = []
    for (const row of checkRows(election, round)) {
      if (row.findings.length > 0) placed.push(...row.findings)
      notApplicable += row.notApplicable.length
    }
    return placed
  }
  const all = [...election.rounds.values()]
    .filter(round => number === undefined || round.number === number)
    .sort((a, b) => a.number - b.number)
    .flatMap(round => [
      ...rows(round),
      ...boxFindings(round),
      ...extraBoxes(election, round),
      ...outliers(election, round),
      ...round.findings,
      ...areaFindings(election, round),
    ])
  return { findings: all, notApplicable }
}

function boxFindings(round: View<RoundState>): readonly Placed[] {
  return [...round.boxes.values()].flatMap(({ id, area, judgement }) =>
    judgement.findings.map(finding => ({
      ...finding,
      round: round.number,
      area,
      box: id,
      ...(judgement.source && { entry: judgement.source.index }),
    })),
  )
}

/** Boxes that are not on the list: shown, without force. */
function extraBoxes({ extras, settings }: Election, { number }: View<RoundState>): readonly Placed[] {
  const severity = settings.severity('B13')
  return [...extras.values()].flatMap(([first]) => {
    const { box, round } = first!.statement as { readonly box: string; readonly round: number }
    return round === number
      ? [{ code: 'B13' as const, part: 'box', severity, figures: {}, round, box, entry: first!.index }]
      : []
  })
}
