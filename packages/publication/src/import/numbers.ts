import type { Ballot, Definition } from '@countersign/election'
import type { TableMap } from './map.ts'
import { type Problem, problem } from './problems.ts'

/** The numbers under which figures stand in a statement, by the identifiers that a map uses. */
export interface Numbers {
  readonly votes: ReadonlyMap<string, number>
  readonly invalidBy: ReadonlyMap<string, number>
  readonly notTakenBy: ReadonlyMap<string, number>
}

/** Of an election: candidates as its ballots number them, grounds as its definition does. */
export function numbersOf(
  definition: Pick<Definition, 'invalidGrounds' | 'notTakenGrounds'>,
  ballots: readonly Pick<Ballot, 'candidates'>[],
): Numbers {
  const byId = (list: readonly { readonly id: string; readonly number: number }[]) =>
    new Map(list.map(({ id, number }) => [id, number]))
  return {
    votes: byId(ballots.flatMap(({ candidates }) => candidates)),
    invalidBy: byId(definition.invalidGrounds ?? []),
    notTakenBy: byId(definition.notTakenGrounds ?? []),
  }
}

/** Of a map alone, for a table that is checked without an election: in the map's own order. */
export function numbersIn(map: TableMap): Numbers {
  const inOrder = (group: Readonly<Record<string, string>>) =>
    new Map(Object.keys(group).map((id, i) => [id, i + 1]))
  return { votes: inOrder(map.votes), invalidBy: inOrder(map.invalidBy), notTakenBy: inOrder(map.notTakenBy) }
}

/** What a map names that the election does not have: candidates, grounds, levels. */
export function unknownNames(map: TableMap, numbers: Numbers, levels: readonly string[]): readonly Problem[] {
  const grounds = [
    ...Object.keys(map.invalidBy).filter(ground => !numbers.invalidBy.has(ground)),
    ...Object.keys(map.notTakenBy).filter(ground => !numbers.notTakenBy.has(ground)),
  ]
  const named = map.rows === 'announcements' ? [] : map.path.map(({ level }) => level)
  return [
    ...Object.keys(map.votes)
      .filter(candidate => !numbers.votes.has(candidate))
      .map(candidate => problem(0, 'candidate-unknown', { candidate })),
    ...grounds.map(ground => problem(0, 'ground-unknown', { ground })),
    ...named
      .filter(level => !levels.includes(level))
      .map(level => problem(0, 'level-unknown', { level, levels: levels.join(', ') })),
  ]
}
