import { columnOf, emptyRow, layOut } from '../count/columns.ts'
import type { Election, RoundState, View } from '../election.ts'
import type { Figures } from '../statements/figures.ts'
import type { Placed } from './finding.ts'

interface Ballots {
  readonly box: string
  readonly area: string
  readonly entry: number
  readonly taken: number
  readonly invalid: number
}

const fewestBoxes = 5
const fewestInvalid = 15
const farthest = 4

/** B11: boxes whose share of invalid ballots lies far from the other boxes of their area, by median and MAD. */
export function outliers(election: Election, round: View<RoundState>): readonly Placed[] {
  const byArea = Map.groupBy(ballotsOf(round), ({ area }) => area)
  return [...byArea.values()].flatMap(boxes => {
    if (boxes.length < fewestBoxes) return []
    const shares = boxes.map(({ invalid, taken }) => invalid / taken)
    const middle = median(shares)
    const spread = median(shares.map(share => Math.abs(share - middle)))
    // 0.6745 makes the median deviation a standard deviation of a normal spread.
    const far = (share: number) => 0.6745 * Math.abs(share - middle) > farthest * spread
    return boxes
      .filter((ballots, i) => spread > 0 && ballots.invalid >= fewestInvalid && far(shares[i]!))
      .map(({ box, area, entry, taken, invalid }) => ({
        code: 'B11' as const,
        part: 'far',
        severity: election.settings.severity('B11'),
        figures: { invalid, taken },
        round: round.number,
        area,
        box,
        entry,
      }))
  })
}

function* ballotsOf(round: View<RoundState>): Generator<Ballots> {
  const row = emptyRow(round.columns)
  const laid = (figures: Figures) => {
    const { values, known } = layOut(row, round.columns, figures)
    const taken = values[columnOf.taken]!
    return known[columnOf.taken] && known[columnOf.invalid] && taken > 0
      ? { taken, invalid: values[columnOf.invalid]! }
      : undefined
  }
  for (const { statement, index } of round.imports.values()) {
    const { box, area, figures, status } = statement
    const ballots = box === undefined || status !== 'counted' ? undefined : laid(figures)
    if (ballots) yield { box: box!, area, entry: index, ...ballots }
  }
  for (const { id, area, judgement } of round.boxes.values()) {
    const ballots = judgement.figures && laid(judgement.figures)
    if (ballots) yield { box: id, area, entry: judgement.source!.index, ...ballots }
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const half = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}
