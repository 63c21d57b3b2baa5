import type { Setup } from '../tables/tables.ts'
import { candidateProblems } from './candidates.ts'
import { documentProblemsOf } from './document.ts'
import { placeProblemsOf } from './places.ts'
import { type Found, found } from './problem.ts'
import { rosterProblems } from './roster.ts'

/**
 * Everything that is wrong with a setup, before anything of it is signed: what stops it, and what a person should
 * judge. The order is that of the work: how it is written, its places, its candidates, its people.
 */
export function problems(setup: Setup): readonly Found[] {
  const missing = (['places', 'candidates'] as const).filter(table => !setup.given.has(table))
  return [
    ...documentProblemsOf(setup.document),
    ...missing.map(table => found('table-missing', table, { table })),
    ...setup.found,
    ...placeProblemsOf(setup),
    ...candidateProblems(setup),
    ...rosterProblems(setup),
  ]
}
