export {
  type Ballots,
  type ReadElection,
  readBallots,
  readElection,
  reading,
  readMap,
  type SourceFile,
  type TablePath,
} from './election.ts'
export { readTable, type TableFile } from './read.ts'
