import { inOrder } from '@countersign/election'
import { absent, completed, type Rows } from '../table.ts'
import { type Base, sumRows } from './totals.ts'

/** The fewest rows (boxes, areas) whose annulment would change something. */
export interface LeastRows {
  /** How many; null where even all that help do not suffice. */
  readonly rows: number | null
  /** Which, those that do most first. */
  readonly which: readonly number[]
  /** What each of them brings. */
  readonly scores: readonly number[]
  /** What is needed, and what the rows bring; in the unit of `score`. */
  readonly need: number
  readonly reached: number
}

/**
 * The fewest rows whose removal leaves the leader no more than half of `base`: each row counts 2A − T, and 2A − T of
 * all must be reached. Greedy is optimal, as the score of a set is the sum of its rows'. Null where the base is not
 * known, or nobody has a majority.
 */
export function leastToDenyMajority(rows: Rows, base: Base): LeastRows | null {
  const full = completed(rows)
  const totals = sumRows(rows)
  const total = totals[base]
  const leader = inOrder(totals.standings)[0]
  if (total === null || !leader || 2 * leader.votes <= total) return null
  const votes = votesOf(full, leader.candidate)
  const { valid, invalid, taken } = full.figures
  const whole = base === 'taken' ? taken : base === 'valid' ? valid : valid.map((of, i) => of + invalid[i]!)
  const score = votes.map((ofLeader, i) => 2 * ofLeader - whole[i]!)
  return leastFor(score, 2 * leader.votes - total)
}

/** The fewest rows whose removal puts a rival ahead of the leader, over all rivals; with the rival. */
export function leastToChangeLeader(rows: Rows): (LeastRows & { readonly rival: string }) | null {
  const [leader, ...rivals] = inOrder(sumRows(rows).standings)
  if (!leader || rivals.length === 0) return null
  const votes = votesOf(rows, leader.candidate)
  let best: (LeastRows & { readonly rival: string }) | undefined
  for (const { candidate, votes: total } of rivals) {
    const others = votesOf(rows, candidate)
    const score = votes.map((ofLeader, i) => ofLeader - others[i]!)
    const found = leastFor(score, leader.votes - total + 1)
    if (!best || (found.rows ?? Number.POSITIVE_INFINITY) < (best.rows ?? Number.POSITIVE_INFINITY))
      best = { ...found, rival: candidate }
  }
  return best!
}

/** The fewest places of a column whose greatest numbers reach a need. */
export function leastFor(score: Float64Array, need: number): LeastRows {
  const order = Array.from(score.keys()).sort((a, b) => score[b]! - score[a]! || a - b)
  const which: number[] = []
  let reached = 0
  for (const row of order) {
    if (reached >= need) break
    if (score[row]! <= 0) break
    which.push(row)
    reached += score[row]!
  }
  const scores = which.map(row => score[row]!)
  return { rows: reached >= need ? which.length : null, which, scores, need, reached }
}

/** A candidate's votes by row; none where a row does not give them. */
function votesOf({ candidates, votes }: Rows, id: string): Float64Array {
  const column = votes[candidates.findIndex(candidate => candidate.id === id)]!
  return column.map(figure => (figure === absent ? 0 : figure))
}
