export {
  type Assertion,
  assertionsOf,
  assorterOf,
  type Ballot,
  type Count,
  marginOf,
  marginsIn,
} from './assertion.ts'
export { type BallotPlan, planBallots } from './ballots.ts'
export { ballotsSection } from './ballots-report.ts'
export {
  type BatchPlan,
  boundOfTotals,
  drawsNeeded,
  measuredRisk,
  type PlannedAssertion,
  planBatches,
  taintOf,
} from './batches.ts'
export { comparisonBallots, comparisonOf, superSimple } from './comparison.ts'
export { countsIn } from './counts.ts'
export { type Drawn, draw, type Hash } from './draw.ts'
export { mostMiscounted } from './fixed-share.ts'
export { type Alternative, alpha, bravoExpected, bravoStops, minervaFirst, shrinking } from './polling.ts'
export { quickCount, type Stratum } from './quick-count.ts'
export { assertionWords, auditSections, planBlocks, verdictWords } from './report.ts'
export { type CleanRecount, cleanRecount, quickCountSection, recountSection } from './sample-report.ts'
export { readSteps, type StatedStep } from './stated.ts'
export {
  type AuditState,
  type AuditStep,
  auditAfter,
  type HandCount,
  nextDraws,
  type PlanFile,
  planFile,
  seedOf,
} from './steps.ts'
export { wrongPapers, wrongStops } from './wrong.ts'
