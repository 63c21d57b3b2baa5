import { type Box, type Election, type Figures, life } from '@countersign/election'
import { type PublishedBox, publishedBox } from './compare.ts'

/** A box of a round as published, where it is counted, and the totals that its figures are in. */
export type RoundBox = PublishedBox & {
  readonly id: string
  /** The highest area that it lies in. */
  readonly region: string
  readonly in: readonly ('preliminary' | 'reconciled')[]
  /** Those that count, where they are others than the first form's. */
  readonly figures?: Figures
}

/** A round as published at a version of the record, to hold a team's copies against. */
export type PublishedRound = {
  readonly round: number
  readonly treeSize: number
  readonly candidates: readonly { readonly id: string; readonly number: number }[]
  readonly boxes: ReadonlyMap<string, RoundBox>
}

/** The same from a replayed record. Nothing where the round has no ballot. */
export function publishedRound(election: Election, number: number): PublishedRound | undefined {
  const round = election.rounds.get(number)
  if (!round) return undefined
  const boxes = new Map<string, RoundBox>()
  for (const [id, box] of round.boxes)
    boxes.set(id, { ...publishedBox(election, number, id)!, ...countedOf(election, box as Readonly<Box>) })
  return { round: number, treeSize: election.size, candidates: round.ballot.statement.candidates, boxes }
}

function countedOf(
  { areas }: Election,
  { id, area, judgement, forms }: Readonly<Box>,
): Pick<RoundBox, 'id' | 'region' | 'in' | 'figures'> {
  const path = areas.get(area)?.path ?? [area]
  const { figures, source } = judgement
  return {
    ...{ id, region: path.findLast(above => areas.get(above)?.area.parent !== undefined) ?? area },
    in: totalsWith(judgement),
    ...(figures && source?.id !== forms[0]?.id && { figures }),
  }
}

/** The totals that a box so judged is in: a disputed one whose required sources agree counts as agreed. */
export function totalsWith({ state, sourcesAgree }: Box['judgement']): RoundBox['in'] {
  const is = life[state].in
  const reconciled = is.includes('reconciled') || (state === 'disputed' && sourcesAgree)
  return [
    ...(is.includes('preliminary') ? (['preliminary'] as const) : []),
    ...(reconciled ? (['reconciled'] as const) : []),
  ]
}

/** The figures that a box counts with; none before its form. */
export function countedFigures({ figures, forms }: RoundBox): Figures | undefined {
  return figures ?? forms[0]?.figures
}
