export { type Assembled, assemble, type NamedTable, type Placed, type TableProblem } from './assemble.ts'
export {
  arithmetic,
  type CheckedTable,
  type Checking,
  checkTable,
  type RowFinding,
  type RowGap,
} from './check.ts'
export type { Draft } from './draft.ts'
export { type ElectionFile, electionFile, parseElectionFile } from './election-file.ts'
export { type TableMap, tableMap } from './map.ts'
export { type Numbers, numbersIn, numbersOf } from './numbers.ts'
export { type Problem, type ProblemCode, tableProblems } from './problems.ts'
export { importSchemas } from './schema.ts'
export {
  archiveDefinition,
  archiveStatements,
  type RecordKeys,
  type Signer,
  type ToSign,
} from './statements.ts'
export { type Table, type TableReader, tableReader } from './table.ts'
