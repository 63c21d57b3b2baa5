export { fromHex, toHex } from './hex.ts'
export { ok, type Refusal, type Result, refuse } from './result.ts'
export type { Announce } from './statements/announce.ts'
export type { Area, Areas } from './statements/areas.ts'
export type { Ballot, Candidate } from './statements/ballot.ts'
export type { Boxes, ListedBox } from './statements/boxes.ts'
export type { Definition } from './statements/definition.ts'
export type { Enrol } from './statements/enrol.ts'
export type { Name } from './statements/field.ts'
export type { Figures, SingleFigure } from './statements/figures.ts'
export type { Import, ImportStatus } from './statements/import.ts'
export {
  fromWire,
  type KindName,
  kinds,
  parseStatement,
  type Statement,
  type StatementNamed,
  statementSchema,
  toWire,
} from './statements/statement.ts'
export type { Wire, WireMap } from './statements/wire.ts'
