/**
 * Vote transfer: least squares for 60,200 synthetic boxes × (5 × 4) with its error, the estimate with local preferences
 * for 4,200 of them, least absolute errors for one district of 80 units by HiGHS and, where R has it, by lpSolve.
 *
 *     npm run bench -- transfer [--json]
 */
import { spawnSync } from 'node:child_process'
import { seeded } from '@countersign/analysis'
import {
  errorIndex,
  leastSquares,
  localPreferences,
  lphom,
  type Matrix,
  type TwoResults,
  votesOf,
} from '@countersign/analysis/transfer'
import { twoRounds } from '@countersign/simulation'
import { type Line, median, report, timed } from './made-up/report.ts'

const rounds = 5
const seeds = 20
const times: number[] = []
let error = 0
for (let seed = 1; seed <= seeds; seed++) {
  const { results, truth } = twoRounds(seeded(seed))
  const [time, votes] = await timed(() => votesOf(leastSquares(results), results))
  times.push(time)
  error += errorIndex(votes, truth)
}
const some = twoRounds(seeded(1), 30, 140)
const district = twoRounds(seeded(1), 1, 80).results
const local: number[] = []
const ours: number[] = []
const theirs: number[] = []
for (let i = 0; i < rounds; i++) {
  local.push((await timed(() => localPreferences(some.results)))[0])
  const [time, votes] = await timed(() => lphom(district))
  ours.push(time)
  const peer = lpSolve(district)
  if (peer === undefined) continue
  theirs.push(peer.milliseconds)
  const [a, b] = [absoluteErrors(district, votes!), peer.errors]
  if (Math.abs(a - b) > 1e-4 * b) throw new Error(`the least errors differ: ${a} and ${b}`)
}
report(`Vote transfer on synthetic elections, medians`, [
  [`least squares, 60,200 boxes × (5 × 4), ${seeds} countries`, median(times), 'ms'],
  ['their mean error index', error / seeds, '%'],
  ['local preferences, 4,200 boxes × (5 × 4)', median(local), 'ms'],
  ['least absolute errors, 80 units × (5 × 4), HiGHS', median(ours), 'ms'],
  ...(theirs.length > 0
    ? ([
        ['the same, R’s lpSolve', median(theirs), 'ms'],
        ['ours / lpSolve', median(ours) / median(theirs), '×'],
      ] satisfies Line[])
    : []),
])
if (theirs.length === 0) console.error('Without a peer: R with lpSolve is not on this machine.')

function absoluteErrors({ from, to }: TwoResults, votes: Matrix): number {
  const totals = from.map(({ votes }) => Array.from(votes).reduce((sum, count) => sum + count, 0))
  let sum = 0
  for (const [k, column] of to.entries())
    for (let i = 0; i < column.votes.length; i++)
      sum += Math.abs(
        column.votes[i]! -
          from.reduce((fit, row, j) => fit + (row.votes[i]! * votes[j]![k]!) / totals[j]!, 0),
      )
  return sum
}

/** The same programme by R's lpSolve; undefined where R or the package is missing. */
function lpSolve({ from, to }: TwoResults) {
  const columns = (options: TwoResults['from']) =>
    `cbind(${options.map(({ votes }) => `c(${Array.from(votes).join(',')})`).join(',')})`
  const program = `
suppressMessages(library(lpSolve))
x <- ${columns(from)}; y <- ${columns(to)}
n <- nrow(x); J <- ncol(x); K <- ncol(y)
A <- matrix(0, J + K + n * K, J * K + 2 * n * K)
for (j in 1:J) A[j, (j - 1) * K + 1:K] <- 1
for (k in 1:K) A[J + k, (0:(J - 1)) * K + k] <- colSums(x)
for (i in 1:n) for (k in 1:K) {
  r <- J + K + (i - 1) * K + k
  A[r, (0:(J - 1)) * K + k] <- x[i, ]
  A[r, J * K + (i - 1) * K + k] <- 1
  A[r, J * K + n * K + (i - 1) * K + k] <- -1
}
b <- c(rep(1, J), colSums(y), as.vector(t(y)))
start <- proc.time()[["elapsed"]]
s <- lp("min", c(rep(0, J * K), rep(1, 2 * n * K)), A, rep("=", length(b)), b)
cat(s$objval, 1000 * (proc.time()[["elapsed"]] - start))
`
  const ran = spawnSync('Rscript', ['-'], { input: program, encoding: 'utf8' })
  if (ran.status !== 0) return undefined
  const [errors = 0, milliseconds = 0] = ran.stdout.trim().split(' ').map(Number)
  return { errors, milliseconds }
}
