import { completed, type Rows } from '../table.ts'
import type { Count } from './assertion.ts'

/** The figures of rows that assertions are about; what a row does not give counts none. */
export function countsIn(rows: Rows, which: Iterable<number>): readonly Count[] {
  const { figures, candidates, votes } = completed(rows)
  return Array.from(which, row => ({
    votes: Object.fromEntries(candidates.map(({ id }, c) => [id, Math.max(0, votes[c]![row]!)])),
    taken: Math.max(0, figures.taken[row]!),
    valid: Math.max(0, figures.valid[row]!),
  }))
}
