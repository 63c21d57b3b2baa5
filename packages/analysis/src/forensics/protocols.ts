import { absent, completed, type Rows } from '../table.ts'

/** What the tests read of each box: whole numbers, one figure a box, and only boxes that give all four. */
export interface Protocols {
  /** Votes of the candidate who leads in the whole table. */
  readonly leader: Float64Array
  /** Ballots found: valid and invalid. */
  readonly found: Float64Array
  /** Ballots issued, or ballots found where the source does not give them. */
  readonly issued: Float64Array
  /** Voters registered at the box. */
  readonly eligible: Float64Array
  /** The row of each in the table. */
  readonly rows: Int32Array
}

/** Which candidate has the most votes in all rows together: an index into `votes`. */
export function leaderOf(rows: Rows): number {
  const totals = rows.votes.map(column => column.reduce((sum, votes) => sum + Math.max(0, votes), 0))
  return totals.indexOf(Math.max(...totals))
}

/** The boxes that say how many voters they have, how many ballots were issued and found, and the leader's votes. */
export function protocolsOf(rows: Rows): Protocols {
  const { figures, votes, length } = completed(rows)
  const leader = votes[leaderOf(rows)] ?? new Float64Array()
  const issued = figures.issued.some(figure => figure !== absent) ? figures.issued : figures.taken
  const found = Float64Array.from({ length }, (_, i) =>
    figures.valid[i] === absent || figures.invalid[i] === absent
      ? figures.taken[i]!
      : figures.valid[i]! + figures.invalid[i]!,
  )
  const columns = [leader, found, issued, figures.eligible]
  const whole = Int32Array.from({ length }, (_, i) => i).filter(i =>
    columns.every(column => column[i] !== absent && column[i] !== undefined),
  )
  const column = (from: Float64Array) => Float64Array.from(whole, i => from[i]!)
  return {
    leader: column(leader),
    found: column(found),
    issued: column(issued),
    eligible: column(figures.eligible),
    rows: whole,
  }
}
