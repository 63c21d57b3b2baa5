import type { AreaFigures, CandidateResult, Overview, RoundResult } from '@countersign/publication'

export function latestFirst(rounds: readonly RoundResult[]): readonly RoundResult[] {
  return [...rounds].sort((a, b) => b.round - a.round)
}

/** Most votes first; whose votes are not known, last. */
export function mostVotesFirst(candidates: readonly CandidateResult[]): readonly CandidateResult[] {
  return [...candidates].sort((a, b) => (b.votes ?? -1) - (a.votes ?? -1))
}

/** By which of the two shares that are shown a round is decided. */
export function decidingOf({ of }: Pick<RoundResult, 'of'>): 'valid' | 'taken' {
  return of === 'valid' ? 'valid' : 'taken'
}

/** A candidate's share by which a round is decided. */
export function decidingShare(
  round: Pick<RoundResult, 'of'>,
  { ofValid, ofTaken }: CandidateResult,
): CandidateResult['ofTaken'] {
  return decidingOf(round) === 'valid' ? ofValid : ofTaken
}

/** The figures of everything: what the highest areas are compared with. */
export function wholeFigures({ rounds }: Overview): readonly AreaFigures[] {
  return rounds.flatMap(({ totals }) => totals)
}

/** An area's figures in a round: as published, or preliminary. Absent where nothing is known of them. */
export function figuresIn(
  rounds: readonly AreaFigures[],
  { round, total }: Pick<RoundResult, 'round' | 'total'>,
): AreaFigures | undefined {
  return rounds.find(
    figures => figures.round === round && figures.total === total && figures.evidence.rows > 0,
  )
}

/** Who has most votes; absent where any of them is unknown, where two are equal, and where nobody has any. */
export function leaderIn({ votes }: Pick<AreaFigures, 'votes'>): number | undefined {
  if (votes.some(count => count === null)) return undefined
  const most = Math.max(...votes.map(count => count ?? 0))
  const leaders = votes.flatMap((count, i) => (count === most ? [i] : []))
  return most > 0 && leaders.length === 1 ? leaders[0] : undefined
}
