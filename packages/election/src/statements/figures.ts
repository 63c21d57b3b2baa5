import { byNumber, count, type Given, maybe, struct } from './field.ts'

/**
 * The figures of a form or of one row of a published table: whole numbers of ballots, stubs, people or votes.
 * What is not given is absent; the two maps by ground use the numbers of the definition, `votes` those of the
 * ballot.
 */
export const figureFields = {
  eligible: maybe(0, count, 'eligible voters'),
  delivered: maybe(1, count, 'ballots delivered'),
  issued: maybe(2, count, 'ballots issued: stubs used'),
  unused: maybe(3, count, 'stubs unused'),
  spoiled: maybe(4, count, 'stubs spoiled'),
  checkInsByComputer: maybe(5, count, 'check-ins by computer'),
  checkInsOnPaper: maybe(6, count, 'check-ins on paper'),
  inBox: maybe(7, count, 'ballots in the box'),
  excessDrawn: maybe(8, count, 'excess ballots drawn blind before reading'),
  notTaken: maybe(9, count, 'ballots not taken, as written'),
  notTakenBy: maybe(10, byNumber, 'ballots not taken, by ground'),
  taken: maybe(11, count, 'ballots taken, as written'),
  invalid: maybe(12, count, 'invalid ballots among those taken, as written'),
  invalidBy: maybe(13, byNumber, 'invalid ballots, by ground'),
  valid: maybe(14, count, 'valid votes, as written'),
  votes: maybe(15, byNumber, 'votes, by candidate number'),
} as const

export const figures = struct(figureFields)
export type Figures = Given<typeof figureFields>
/** A figure that is one number. */
export type SingleFigure = Exclude<keyof Figures, 'notTakenBy' | 'invalidBy' | 'votes'>
