export type { Box, Judgement } from './boxes/box.ts'
export { chainOf, type Handover } from './boxes/chain.ts'
export { codeOf, isCodeOf } from './boxes/code.ts'
export { differences as figuresThatDiffer } from './boxes/compare.ts'
export { statedOutside } from './boxes/facts.ts'
export { held, heldBoxes } from './boxes/held.ts'
export { type BoxState, life } from './boxes/life.ts'
export { openedAt } from './boxes/opened.ts'
export { areaFindings } from './checks/areas.ts'
export { type Checked, checkFigures, type Numbers } from './checks/figures.ts'
export {
  type Finding,
  type NotApplicable,
  type Placed,
  type Settings,
  sayFinding,
  settingsOf,
} from './checks/finding.ts'
export { type Found, findings, found } from './checks/findings.ts'
export { type CheckedRow, checkRows } from './checks/rows.ts'
export { type Check, type CheckCode, checks, type Said, type Severity } from './checks/table.ts'
export { singleFigures } from './count/columns.ts'
export { percent, type Share, shareOf } from './count/share.ts'
export { type RoundTally, type Tally, tally, type Which } from './count/tally.ts'
export { withdrawnFiles } from './disputes/withdrawn.ts'
export {
  begin as beginEntry,
  type DoubleEntry,
  doubleEntryRefusals,
  finish as finishEntry,
  giveUp as giveUpEntry,
  isDone,
  type Keyed,
  type Keying,
  key as keyEntry,
  nothingKeyed,
  settle as settleEntry,
  shownTo as entryShownTo,
  signersOf as signersOfEntry,
} from './double-entry/double-entry.ts'
export type { Contest, Election, Entry, RoundState, Standing as Candidacy } from './election.ts'
export { type FormLayout, type FormLine, type FormSection, formLayout, linesOf } from './form/layout.ts'
export {
  type Expected,
  expectedAtBox,
  formPaper,
  namesOnForm,
  type PaperArea,
  pageCodeAreas,
} from './form/people.ts'
export { linesSpokenOf } from './form/spoken.ts'
export {
  type Difference,
  differences,
  type FormDraft,
  figuresAt,
  numberAt,
  sumAt,
  valueAt,
  withValueAt,
} from './form/value.ts'
export { figureWords, inkWords, roleWords, type SectionId, saidOf, sectionWords } from './form/words.ts'
export { fromHex, toHex } from './hex.ts'
export { type Evidence, evidenceLine } from './outcome/evidence.ts'
export { inOrder, type Outcome, outcomeOf, type Standing } from './outcome/outcome.ts'
export { type Ending, endingOf, finalists, outcomeByRule } from './outcome/round.ts'
export { type Settled, settledOf } from './outcome/settled.ts'
export type { Sha256 } from './people/person.ts'
export { reasons, type WhyNot } from './reasons.ts'
export { isRehearsal } from './rehearsal.ts'
export { apply, type Effect, type Recorded, start } from './replay.ts'
export { ok, type Refusal, type Result, refuse } from './result.ts'
export { type CentreSum, centreSum } from './rounds/centre-sum.ts'
export type { Announce } from './statements/announce.ts'
export type { Area, Areas } from './statements/areas.ts'
export type { Ballot, Candidate } from './statements/ballot.ts'
export type { Boxes, ListedBox } from './statements/boxes.ts'
export type { Definition } from './statements/definition.ts'
export type { Enrol } from './statements/enrol.ts'
export type { Figures, SingleFigure } from './statements/figures.ts'
export type { Form } from './statements/form.ts'
export type { Import, ImportStatus } from './statements/import.ts'
export { enrols, type PersonRole, type Role } from './statements/roles.ts'
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
export type { Name } from './statements/values.ts'
export type { Wire, WireMap } from './statements/wire.ts'
