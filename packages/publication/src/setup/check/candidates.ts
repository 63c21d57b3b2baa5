import type { Candidate } from '@countersign/election'
import type { FoundCandidate } from '../tables/candidates.ts'
import type { Setup } from '../tables/tables.ts'
import { type Found, found } from './problem.ts'

/** The list of candidates. */
export function candidateProblems({ document, candidates }: Setup): readonly Found[] {
  const bodies = new Set(document.bodies.map(({ id }) => id))
  return [
    ...candidates.flatMap(({ line, candidate: { id, number } }, i) => {
      const before = candidates.slice(0, i)
      const same = before.find(({ candidate }) => candidate.id === id)
      const numbered = before.find(({ candidate }) => candidate.number === number)
      return [
        ...(same ? [found('candidate-twice', at(line), { candidate: id, first: same.line })] : []),
        ...(numbered
          ? [found('number-twice', at(line), { candidate: id, number, other: numbered.candidate.id })]
          : []),
        ...(number === 0 ? [found('number-zero', at(line), { candidate: id })] : []),
        ...(bodies.has(id) ? [found('candidate-is-a-body', at(line), { candidate: id })] : []),
      ]
    }),
    ...sharedSpellings(candidates),
    ...(candidates.length === 1 ? [found('one-candidate', 'candidates')] : []),
  ]
}

/** A spelling, or a name itself, that would count for two. */
function sharedSpellings(candidates: readonly FoundCandidate[]): readonly Found[] {
  const owners = new Map<string, string>()
  return candidates.flatMap(({ line, candidate }) =>
    waysToWrite(candidate).flatMap(spelling => {
      const other = owners.get(spelling)
      owners.set(spelling, other ?? candidate.id)
      return other === undefined || other === candidate.id
        ? []
        : [found('spelling-shared', at(line), { spelling, candidate: candidate.id, other })]
    }),
  )
}

function waysToWrite({ name, spellings = [] }: Candidate): readonly string[] {
  return [...new Set([...Object.values(name), ...spellings])]
}

function at(line: number): string {
  return `candidates:${line}`
}
