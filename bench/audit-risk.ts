/**
 * The risk limit of audits by boxes, tried on made-up outcomes that are wrong by a hair: for each kind of assertion
 * and each way of spreading the error, how many of 20,000 audits stop wrongly within twice the planned draws, as a part
 * of the risk limit. Above 1 + three standard errors (1.064 at 10 %) the limit would not hold.
 *
 *     npm run bench -- audit-risk [--json]
 */
import { createHash } from 'node:crypto'
import { rowsOf } from '@countersign/analysis'
import {
  type Assertion,
  countsIn,
  drawsNeeded,
  planBatches,
  wrongPapers,
  wrongStops,
} from '@countersign/analysis/audits'
import { report } from './made-up/report.ts'

const runs = 20_000
const risk = 0.1
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

const rows = rowsOf({
  about: { name: { en: 'made up' }, round: 1, rule: 'majority', of: 'taken' },
  level: 'box',
  candidates: ['A', 'B', 'C'].map((id, i) => ({ id, number: i + 1, name: { en: id } })),
  areas: [],
  rows: Array.from({ length: 500 }, (_, i) => {
    const invalid = 1 + (i % 3)
    const [b, c] = [14 + ((i * 7) % 13), 8 + ((i * 5) % 7)]
    const a = b + c + invalid + 6 + ((i * 11) % 9)
    return { id: `b${i}`, figures: { invalid, votes: { 1: a, 2: b, 3: c } } }
  }),
})
const reported = countsIn(rows, rows.ids.keys())

const assertions: readonly (readonly [string, Assertion])[] = [
  ['A over half of taken', { kind: 'overHalf', candidate: 'A', of: 'taken' }],
  ['A over half of valid', { kind: 'overHalf', candidate: 'A', of: 'valid' }],
  ['B not over half of taken', { kind: 'notOverHalf', candidate: 'B', of: 'taken' }],
  ['B not over half of valid', { kind: 'notOverHalf', candidate: 'B', of: 'valid' }],
  ['A beats B', { kind: 'beats', winner: 'A', loser: 'B' }],
  ['B beats C', { kind: 'beats', winner: 'B', loser: 'C' }],
]

const lines: [string, number, string][] = []
for (const [name, assertion] of assertions) {
  const planned = planBatches(rows, [assertion])
  if (!planned.ok) throw new Error(planned.refusal.message)
  const plan = planned.value
  const most = 2 * drawsNeeded(plan.bound, risk)
  for (const taint of [1, 0.75, 0.4]) {
    const papers = wrongPapers(plan, reported, taint)
    const stopped = wrongStops(plan, reported, papers, { risk, most, runs, sha256 })
    lines.push([`${name}, wrong boxes by ${taint} of their bound`, stopped / runs / risk, '× the limit'])
  }
}
report(`Wrong stops of ${runs.toLocaleString('en')} audits at a risk limit of 10 %`, lines)
