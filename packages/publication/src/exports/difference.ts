import type { Cell } from './table.ts'

/** The first thing in which a file is not what follows from the record. */
export interface Difference {
  /** The row of a table (its header is row 0), or a unit's ID. */
  readonly row: number | string
  readonly column: string
  /** What the file says, and what follows; null is nothing. */
  readonly said: Cell
  readonly follows: Cell
}

/** The first difference between two texts of lines. */
export function lineDifference(said: string, follows: string): Difference | undefined {
  if (said === follows) return undefined
  const ours = follows.split('\n')
  const theirs = said.split('\n')
  const row = ours.findIndex((line, i) => line !== theirs[i])
  const at = row < 0 ? ours.length : row
  return { row: at, column: 'line', said: theirs[at] ?? null, follows: ours[at] ?? null }
}
