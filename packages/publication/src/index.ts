export type {
  AreaResult,
  CandidateResult,
  Overview,
  OverviewFinding,
  RoundResult,
} from './derived/overview.ts'
export { overviewOf } from './derived/overview-of.ts'
