import type { Election, RoundState, View } from '../election.ts'
import { areaFindings } from './areas.ts'
import type { Placed } from './finding.ts'
import { outliers } from './outliers.ts'
import { checkRows } from './rows.ts'

/** Everything that does not add up, or that a reader should see: of each round, boxes first, then sums. */
export function findings(election: Election, number?: number): readonly Placed[] {
  return [...election.rounds.values()]
    .filter(round => number === undefined || round.number === number)
    .sort((a, b) => a.number - b.number)
    .flatMap(round => [
      ...rowFindings(election, round),
      ...boxFindings(round),
      ...extraBoxes(election, round),
      ...outliers(election, round),
      ...round.findings,
      ...areaFindings(election, round),
    ])
}

function rowFindings(election: Election, round: View<RoundState>): readonly Placed[] {
  const found: Placed[] = []
  for (const row of checkRows(election, round)) found.push(...row.findings)
  return found
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
