import { type Given, maybe, struct } from './field.ts'
import { byNumber, figure } from './values.ts'

/**
 * The figures of a form or of one row of a published table: whole numbers of ballots, stubs, people or votes.
 * What is not given is absent; the two maps by ground use the numbers of the definition, `votes` those of the
 * ballot.
 */
export const figureFields = {
  eligible: maybe(0, figure, 'eligible voters'),
  delivered: maybe(1, figure, 'ballots delivered'),
  issued: maybe(2, figure, 'ballots issued: stubs used'),
  unused: maybe(3, figure, 'stubs unused'),
  spoiled: maybe(4, figure, 'stubs spoiled'),
  checkInsByComputer: maybe(5, figure, 'check-ins by computer'),
  checkInsOnPaper: maybe(6, figure, 'check-ins on paper'),
  inBox: maybe(7, figure, 'ballots in the box'),
  excessDrawn: maybe(8, figure, 'excess ballots drawn blind before reading'),
  notTaken: maybe(9, figure, 'ballots not taken, other than the excess drawn, as written'),
  notTakenBy: maybe(10, byNumber, 'ballots not taken, by ground'),
  taken: maybe(11, figure, 'ballots taken, as written'),
  invalid: maybe(12, figure, 'invalid ballots among those taken, as written'),
  invalidBy: maybe(13, byNumber, 'invalid ballots, by ground'),
  valid: maybe(14, figure, 'valid votes, as written'),
  votes: maybe(15, byNumber, 'votes, by candidate number'),
} as const

export const figures = struct(figureFields)
export type Figures = Given<typeof figureFields>
/** A figure that is one number. */
export type SingleFigure = Exclude<keyof Figures, 'notTakenBy' | 'invalidBy' | 'votes'>
