export { type ReadElection, readElection, reading, readMap, type TablePath } from './election.ts'
export { readTable, type TableFile } from './read.ts'
