import type { Figures } from '@countersign/election'
import { type Election, type FormLine, formLayout, type Keyed, linesOf } from '@countersign/election'

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
  const figures: Record<string, number | Record<string, number>> = {}
  for (const [path, value] of Object.entries(keyed)) {
    if (value === null) continue
    const [, name, number] = path.split('.') as [string, string, string | undefined]
    if (number === undefined) figures[name] = value
    else figures[name] = { ...(figures[name] as Record<string, number>), [number]: value }
  }
  return figures as Figures
}
