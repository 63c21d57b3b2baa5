import {
  type Election,
  type Figures,
  type FormLine,
  figuresAt,
  formLayout,
  type Keyed,
  linesOf,
} from '@countersign/election'

/** The lines of a round's form that are keyed in from a copy: its figures. */
export function keyedLines(election: Election, round: number): readonly FormLine[] {
  const state = election.rounds.get(round)
  if (!state) return []
  return linesOf(formLayout(election.definition, state.ballot.statement)).filter(
    ({ sort, path }) => sort === 'count' && path.startsWith('figures.'),
  )
}

/** The figures of a copy as a transcript states them: what the paper leaves empty is absent. */
export function figuresOf(keyed: Keyed): Figures {
  return figuresAt(Object.entries(keyed).filter((pair): pair is [string, number] => pair[1] !== null))
}
