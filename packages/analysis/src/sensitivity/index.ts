export {
  type Change,
  changesOf,
  denyMajorityNeeds,
  giveMajorityNeeds,
  orderNeeds,
  type Supposed,
  suppose,
  type What,
} from './changes.ts'
export { type LeastRows, leastFor, leastToChangeLeader, leastToDenyMajority } from './least-rows.ts'
export { sensitivitySections } from './report.ts'
export { type LeastFound, type Sensitivity, sensitivityOf, type Version } from './sensitivity.ts'
export { type Base, outcomeOfTotals, printedTotals, sumRows, type Totals } from './totals.ts'
export { type LeftOut, rowsIn, type Without, without } from './without.ts'
