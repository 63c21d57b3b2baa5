export { documentProblemsOf } from './check/document.ts'
export { type Found, found, maySign, type Problem, sayProblem } from './check/problem.ts'
export { problems } from './check/problems.ts'
export { setupProblems } from './check/texts.ts'
export { type CalendarDate, datesOf } from './document/calendar.ts'
export { definitionOf, type NamedLog } from './document/definition.ts'
export {
  parseSetupDocument,
  type SetupBody,
  type SetupDocument,
  type SetupRound,
  setupDocument,
} from './document/document.ts'
export {
  type AnsweredPerson,
  enrolmentOf,
  filingOf,
  issuedOf,
  nameHashOf,
} from './statements/people.ts'
export {
  type Known,
  payloadsOf,
  type SetupStep,
  setupSteps,
  statementsOf,
  type ToSign,
} from './statements/statements.ts'
export { type RosterPerson, readRoster } from './tables/roster.ts'
export {
  readSetup,
  type Setup,
  type SetupTable,
  setupTables,
  type TableTexts,
} from './tables/tables.ts'
export { isTemplate, type TemplateName, templateNames, templateOf } from './templates.ts'
