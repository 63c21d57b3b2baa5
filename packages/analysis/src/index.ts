export { fromElection, type WhichRows } from './from-election.ts'
export { seeded } from './seeded.ts'
export {
  type About,
  type AreaColumns,
  type AreaGiven,
  absent,
  areasAt,
  completed,
  type FigureName,
  figureNames,
  givenIn,
  pick,
  type RowCandidate,
  type RowGiven,
  type Rows,
  rowsOf,
  summedAt,
  type TableGiven,
  totalOf,
  votesAt,
} from './table.ts'
