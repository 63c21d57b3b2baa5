import type { ShownElection } from '@countersign/analysis/claims'
import type { AreaFigures, CandidateResult, RoundResult } from '@countersign/publication'
import type { Published } from './published.ts'

type ShownFigures = ShownElection['rounds'][number]['total']

/** What a site shows of an election, for the page that holds an article against it: the total, and each area with a page. */
export function shownOf({ folder, overview, nation, areas }: Published): ShownElection {
  return {
    id: folder,
    name: overview.name,
    ...(nation && { country: { id: nation.id, name: nation.name } }),
    areas: areas.map(({ id, name }) => ({ id, name })),
    rounds: overview.rounds.map(round => ({
      number: round.round,
      date: round.date,
      rule: round.rule,
      of: round.of,
      candidates: round.candidates.map(({ id, name }) => ({ id, name })),
      total: figuresOf(round, round.candidates.map(votesOf)),
      areas: areas.flatMap(({ id, rounds }) => {
        const figures = rounds.find(each => each.round === round.round)
        return figures ? [{ id, figures: figuresOf(figures, figures.votes) }] : []
      }),
    })),
    source: `the record of ${overview.origin}, ${overview.treeSize} entries`,
  }
}

function votesOf({ votes }: CandidateResult): number | null {
  return votes
}

function figuresOf(
  { eligible, issued, taken, valid, invalid }: RoundResult | AreaFigures,
  votes: ShownFigures['votes'],
): ShownFigures {
  return { eligible, issued, taken, valid, invalid, votes }
}
