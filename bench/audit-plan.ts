/**
 * Plans an audit of 90,000 boxes that are made up: five assertions in one sample, the list with its weights as it is
 * published; then 60 draws from it.
 *
 *     npm run bench -- audit-plan [--json]
 */
import { rowsOf } from '@countersign/analysis'
import { assertionsOf, draw, planFile, seedOf } from '@countersign/analysis/audits'
import { outcomeOfTotals, sumRows } from '@countersign/analysis/sensitivity'
import { sha256 } from '@countersign/tlog'
import { median, report, timed } from './made-up/report.ts'

const rounds = 5
const boxes = 90_000

const candidates = ['a', 'b', 'c', 'd'].map((id, i) => ({ id, number: i + 1, name: { en: id } }))
const rows = rowsOf({
  about: { name: { en: 'made up' }, round: 1, rule: 'majority', of: 'taken' },
  level: 'box',
  candidates,
  areas: [],
  rows: Array.from({ length: boxes }, (_, i) => {
    const votes = { 1: 140 + (i % 37), 2: 120 + ((i * 7) % 41), 3: 60 + ((i * 3) % 23), 4: 5 + (i % 3) }
    const valid = votes[1] + votes[2] + votes[3] + votes[4]
    const invalid = 3 + (i % 9)
    return {
      id: `b${i}`,
      figures: { issued: valid + invalid, invalid, valid, taken: valid + invalid, votes },
    }
  }),
})

const totals = sumRows(rows)
const assertions = assertionsOf(rows.about, outcomeOfTotals(rows.about, totals), totals.standings)
const plans: number[] = []
const draws: number[] = []
let bound = 0
for (let i = 0; i < rounds; i++) {
  const [planned, plan] = await timed(() => planFile(rows, assertions, { audit: 'A1', riskPerMille: 50 }))
  if (!plan.ok) throw new Error(plan.refusal.message)
  const weights = plan.value.boxes.map(({ weight }) => weight)
  const [drawn] = await timed(() => draw(weights, seedOf('made up', sha256), { count: 60 }, sha256))
  plans.push(planned)
  draws.push(drawn)
  bound = plan.value.total / plan.value.unit
}
report(
  `An audit of ${boxes.toLocaleString('en')} boxes, ${assertions.length} assertions, ${rounds} rounds, medians`,
  [
    ['the plan with its list', median(plans), 'ms'],
    ['60 draws', median(draws), 'ms'],
    ['U', bound, ''],
  ],
)
