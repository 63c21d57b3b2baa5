import type { Entry } from '../election.ts'

/** Keyed in by two clerks. */
export function isCentres({ standing }: Entry): boolean {
  const clerks = standing.filter(({ person }) => person.role === 'clerk')
  return new Set(clerks.map(({ person }) => `${person.side} ${person.card}`)).size >= 2
}
