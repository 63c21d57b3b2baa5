export type { AreaFile, AreaName, AreaRow, BoxChunks, PublishedRow } from './derived/areas.ts'
export type { AuditLine } from './derived/audits.ts'
export type { BoxIndex, BoxIndexPart, BoxPlace } from './derived/box-index.ts'
export type { BoxFile, BoxFinding, BoxRound } from './derived/boxes.ts'
export type { CalendarRow } from './derived/calendar.ts'
export { canonicalFile, canonicalJson } from './derived/canonical.ts'
export { boxesInChunk, chunkPath } from './derived/chunks.ts'
export type {
  CampaignEvent,
  CandidacyStep,
  CourseStep,
  CourseWords,
  DayTurnout,
  PublishedPoll,
} from './derived/course.ts'
export { type DerivedFile, derive, rowsInFile } from './derived/derive.ts'
export type { DocketCounts, DocketRow } from './derived/docket.ts'
export type { Latest, LatestRound } from './derived/latest.ts'
export type {
  Announcement,
  AreaFigures,
  AreaResult,
  CandidateResult,
  Decision,
  Ground,
  Names,
  Overview,
  OverviewFinding,
  RoundResult,
  Total,
} from './derived/overview.ts'
export { overviewOf } from './derived/overview-of.ts'
export { publishedFiles, publishedState } from './derived/published.ts'
export {
  beginReplay,
  type Replay,
  type Replayed,
  type ReplayOptions,
  replayLog,
  replayOn,
} from './derived/replayed.ts'
export { type Named, type SearchIndex, type SearchPart, searchPath, wordsOf } from './derived/search.ts'
export type {
  DeliverySaid,
  HandoverSaid,
  MergerSaid,
  PhotographSaid,
  Signer,
  StatementLine,
  StatementsFile,
} from './derived/statements.ts'
export type { Unforced } from './derived/unforced.ts'
