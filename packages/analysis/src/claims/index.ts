export type { Contradiction } from './contradictions.ts'
export { type Facts, factsSchema } from './facts/facts.ts'
export { factsFromRecord } from './facts/from-record.ts'
export { joined } from './facts/joined.ts'
export { factsShown, type ShownElection } from './facts/shown.ts'
export { type Reader, readerOf } from './read.ts'
export {
  type ClaimReport,
  type ComputedReport,
  type DocumentReport,
  type NotUnderstoodReport,
  type Report,
  reportOf,
} from './report.ts'
export { verdictNames } from './verdicts/explain.ts'
export type { Language } from './verdicts/language.ts'
export type { Verdict } from './verdicts/verdict.ts'
