export {
  boundsOf,
  decided,
  decidedTest,
  martinTraugottKennedy,
  type Poll,
  type Result,
  type Test,
} from './poll.ts'
export { comparePoll, type PollCompared, pollSections, pollVerdict } from './report.ts'
