/**
 * Tunes the estimate with local preferences under cross-validation, on the 69 districts of New Zealand (2002) whose
 * cross-votes were counted: the districts are dealt into ten folds; on each is scored what did best of 81 values on the
 * other nine. Beside it, dual fitting on the same districts. Takes minutes; needs the districts' file (COUNTERSIGN_DATA).
 *
 *     npm run bench -- transfer-tuning [--json]
 */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { dualIpf, errorIndex, localPreferences, type Tuning } from '@countersign/analysis/transfer'
import { districtsIn } from '../packages/analysis/src/fixtures/node/districts.ts'
import { report, timed } from './made-up/report.ts'

const data = process.env.COUNTERSIGN_DATA ?? resolve(import.meta.dirname, '../../shared/data')
if (!existsSync(join(data, 'vote-transfer-truth'))) {
  console.error('The districts are not on this machine (COUNTERSIGN_DATA, vote-transfer-truth).')
  process.exit(2)
}
const districts = districtsIn(data)
const folds = 10

const grid: Tuning[] = [0.15, 0.2, 0.3].flatMap(spread =>
  [0.01, 0.02, 0.03].flatMap(anchor =>
    [350, 700, 1400].flatMap(size =>
      [0.12, 0.15, 0.2].map(independence => ({ spread, anchor, size, independence, rounds: 30 })),
    ),
  ),
)
const errors = grid.map(tuning =>
  districts.map(({ results, truth }) => errorIndex(localPreferences(results, tuning), truth)),
)
const scored = districts.map((_, district) => errors[bestWithout(district % folds)]![district]!)
const [localTime, local] = await timed(() =>
  districts.map(({ results, truth }) => errorIndex(localPreferences(results), truth)),
)
const [dualTime, dual] = await timed(() =>
  districts.map(({ results, truth }) => errorIndex(dualIpf(results), truth)),
)
report(`Vote transfer, ${districts.length} districts with counted cross-votes`, [
  ['dual fitting: mean error index', mean(dual), '%'],
  ['local preferences as shipped: mean error index', mean(local), '%'],
  [`the same, cross-validated over ${grid.length} values`, mean(scored), '%'],
  ['the worst of these values', Math.max(...errors.map(mean)), '%'],
  ['dual fitting, all districts', dualTime, 'ms'],
  ['local preferences, all districts', localTime, 'ms'],
])

/** The values that do best on the districts outside a fold. */
function bestWithout(fold: number): number {
  const means = errors.map(of => mean(of.filter((_, district) => district % folds !== fold)))
  return means.indexOf(Math.min(...means))
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
