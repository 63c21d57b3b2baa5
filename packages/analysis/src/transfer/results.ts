/** An option's votes, one figure a unit (a box, a polling place or an area), in the order of the units. */
export interface Option {
  readonly name: string
  readonly votes: ArrayLike<number>
}

/** The same units' results twice: who of the rows' voters went to which column is what is asked. */
export interface TwoResults {
  /** Rows: parties, or the candidates of the first round. */
  readonly from: readonly Option[]
  /** Columns: candidates, or those of the second round. */
  readonly to: readonly Option[]
}

/** Row by row: `matrix[j][k]`. */
export type Matrix = readonly (readonly number[])[]

export function unitsOf({ from }: TwoResults): number {
  return from[0]?.votes.length ?? 0
}

export function totalOf({ votes }: Option): number {
  let total = 0
  for (let i = 0; i < votes.length; i++) total += votes[i]!
  return total
}

export function totalsOf(options: readonly Option[]): readonly number[] {
  return options.map(totalOf)
}

export function exchanged({ from, to }: TwoResults): TwoResults {
  return { from: to, to: from }
}

/** Shares of rows as votes: row j of `shares` times the row's total. */
export function votesOf(shares: Matrix, { from }: TwoResults): Matrix {
  const totals = totalsOf(from)
  return shares.map((row, j) => row.map(share => share * totals[j]!))
}

/** Votes as shares of their rows; an empty row stays empty. */
export function sharesOf(votes: Matrix): Matrix {
  return votes.map(row => {
    const total = row.reduce((sum, cell) => sum + cell, 0)
    return total > 0 ? row.map(cell => cell / total) : row
  })
}

/**
 * Options below a share of all votes become one, last, where there are two or more of them.
 * @param least a share of the column total, such as .03
 */
export function merged(options: readonly Option[], least: number, name = 'others'): readonly Option[] {
  const all = totalsOf(options).reduce((sum, total) => sum + total, 0)
  const small = options.filter(option => totalOf(option) < least * all)
  if (small.length < 2) return options
  return [...options.filter(option => !small.includes(option)), { name, votes: sumOf(small) }]
}

function sumOf(options: readonly Option[]): Float64Array {
  const sum = new Float64Array(options[0]!.votes.length)
  for (const { votes } of options) for (let i = 0; i < sum.length; i++) sum[i]! += votes[i]!
  return sum
}
