import { leastSquares } from './least-squares.ts'
import { exchanged, type Matrix, type TwoResults, totalsOf, unitsOf } from './results.ts'
import { fitToMargins } from './unit-table.ts'

/** What of the estimate is tuned; the values are those that did best under cross-validation (docs/methods). */
export interface Tuning {
  /** How far units' preferences for a column spread: the standard deviation of their logits. */
  readonly spread: number
  /** What the anchor counts for, in parts of each row's voters. */
  readonly anchor: number
  /** How much of the anchor is independence, the rest being least squares. */
  readonly independence: number
  /** Voters from which on a larger unit counts for hardly more than a smaller one. */
  readonly size: number
  readonly rounds: number
}

const tuned: Tuning = { spread: 0.15, anchor: 0.03, independence: 0.15, size: 350, rounds: 30 }

/**
 * Votes by a model in which a row's voters choose a column with odds that are the same everywhere but for each unit's
 * own preference for the column, which moves all rows' logits alike and is shrunk towards none. Fitted from rows to
 * columns and from columns to rows, each anchored at least squares; the mean of both.
 */
export function localPreferences(results: TwoResults, tuning: Tuning = tuned): Matrix {
  const forth = fitted(results, tuning)
  const back = fitted(exchanged(results), tuning)
  return forth.map((row, j) => row.map((cell, k) => (cell + back[k]![j]!) / 2))
}

/** What is held while fitting: rows × columns in one line, unit by unit in another. */
interface Fit {
  readonly rows: number
  readonly columns: number
  readonly x: Float64Array
  readonly y: Float64Array
  /** Logits of the odds that are the same everywhere. */
  readonly common: Float64Array
  /** Each unit's own preference for each column. */
  readonly own: Float64Array
}

function fitted(results: TwoResults, tuning: Tuning): Matrix {
  const anchor = anchorOf(results, tuning.independence)
  const fit = startOf(results, anchor)
  const { rows, columns } = fit
  let sums = sumsOver(fit, tuning)
  for (let round = 0; round < tuning.rounds; round++) {
    for (let c = 0; c < rows * columns; c++) {
      const weight = tuning.anchor * sums.voters[Math.floor(c / columns)]!
      const wanted = sums.fitted[c]! + weight * anchor[c]!
      const have = sums.expected[c]! * (1 + tuning.anchor)
      if (wanted > 0 && have > 0) fit.common[c]! += stride * Math.log(wanted / have)
    }
    sums = sumsOver(fit, tuning)
  }
  return results.from.map((_, j) => Array.from(sums.votes.subarray(j * columns, (j + 1) * columns)))
}

/** Longer steps than the plain ones reach the same place in half the rounds. */
const stride = 1.8

function anchorOf(results: TwoResults, independence: number): Float64Array {
  const columns = totalsOf(results.to)
  const all = columns.reduce((sum, total) => sum + total, 0)
  return Float64Array.from(
    leastSquares(results).flatMap(row =>
      row.map((share, k) => (1 - independence) * share + (independence * columns[k]!) / all),
    ),
  )
}

function startOf(results: TwoResults, anchor: Float64Array): Fit {
  const { from, to } = results
  const units = unitsOf(results)
  const byUnit = (options: TwoResults['from']) =>
    Float64Array.from(
      { length: units * options.length },
      (_, at) => options[at % options.length]!.votes[Math.floor(at / options.length)]!,
    )
  return {
    rows: from.length,
    columns: to.length,
    x: byUnit(from),
    y: byUnit(to),
    common: anchor.map(share => Math.log(Math.max(share, 1e-9))),
    own: new Float64Array(units * to.length),
  }
}

interface Sums {
  /** Over all units: the table that agrees with their margins. */
  readonly votes: Float64Array
  /** The same, what the model expects, and each row's voters, with large units counting for less. */
  readonly fitted: Float64Array
  readonly expected: Float64Array
  readonly voters: Float64Array
}

/** Votes; the rest of a unit's misfit is moved in the next round. */
const closeEnough = 0.01

/** Moves each unit's own preferences one step, and sums the units' tables. */
function sumsOver({ rows, columns, x, y, common, own }: Fit, { spread, size }: Tuning): Sums {
  const cells = rows * columns
  const sums: Sums = {
    votes: new Float64Array(cells),
    fitted: new Float64Array(cells),
    expected: new Float64Array(cells),
    voters: new Float64Array(rows),
  }
  const odds = common.map(Math.exp)
  const shares = new Float64Array(cells)
  const table = new Float64Array(cells)
  for (let i = 0; i < x.length / rows; i++) {
    const here = x.subarray(i * rows, (i + 1) * rows)
    const seen = y.subarray(i * columns, (i + 1) * columns)
    const liking = own.subarray(i * columns, (i + 1) * columns)
    sharesAt(shares, odds, liking)
    stepLiking(liking, shares, here, seen, spread)
    sharesAt(shares, odds, liking)
    let voters = 0
    for (let j = 0; j < rows; j++) voters += here[j]!
    const weight = 1 / (1 + voters / size)
    for (let j = 0; j < rows; j++) {
      sums.voters[j]! += weight * here[j]!
      for (let c = j * columns; c < (j + 1) * columns; c++) {
        table[c] = shares[c]! * here[j]!
        sums.expected[c]! += weight * table[c]!
      }
    }
    fitToMargins(table, here, seen, closeEnough)
    for (let c = 0; c < cells; c++) {
      sums.votes[c]! += table[c]!
      sums.fitted[c]! += weight * table[c]!
    }
  }
  return sums
}

/** Shares of each row: odds × e^liking, 1 together. */
function sharesAt(shares: Float64Array, odds: Float64Array, liking: Float64Array): void {
  const columns = liking.length
  const moved = liking.map(Math.exp)
  for (let start = 0; start < shares.length; start += columns) {
    let all = 0
    for (let k = 0; k < columns; k++) {
      const weight = odds[start + k]! * moved[k]!
      shares[start + k] = weight
      all += weight
    }
    for (let k = 0; k < columns; k++) shares[start + k]! /= all
  }
}

/** One step of Newton's, column by column, towards the unit's votes and towards no preference of its own. */
function stepLiking(
  liking: Float64Array,
  shares: Float64Array,
  here: Float64Array,
  seen: Float64Array,
  spread: number,
): void {
  const pull = 1 / spread ** 2
  const columns = liking.length
  for (let k = 0; k < columns; k++) {
    let expected = 0
    let curve = pull
    for (let j = 0; j < here.length; j++) {
      const share = shares[j * columns + k]!
      expected += here[j]! * share
      curve += here[j]! * share * (1 - share)
    }
    const step = (seen[k]! - expected - pull * liking[k]!) / curve
    liking[k]! += Math.max(-1, Math.min(1, step))
  }
}
