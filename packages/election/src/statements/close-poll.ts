import { at, maybe } from './field.ts'
import { kind, type StatementOf } from './kind.ts'
import { leaderAndAnother } from './roles.ts'
import { figure, identifier, list, seconds, text } from './values.ts'

export const closePoll = kind({
  number: 24,
  name: 'close-poll',
  states: 'a box closed: check-ins, duplicates met, stubs used, unused and spoiled, seals',
  force: leaderAndAnother,
  fields: {
    box: at(3, identifier, 'the box'),
    at: maybe(4, seconds, 'when'),
    checkInsByComputer: maybe(5, figure, 'check-ins by computer'),
    checkInsOnPaper: maybe(6, figure, 'check-ins on paper'),
    duplicates: maybe(7, figure, 'people who had voted elsewhere and were sent away'),
    issued: maybe(8, figure, 'stubs used'),
    unused: maybe(9, figure, 'stubs unused'),
    spoiled: maybe(10, figure, 'stubs spoiled'),
    seals: maybe(11, list(text(40), 16), 'numbers of its seals'),
  },
  example: {
    round: 1,
    box: '26-0001',
    at: 1719606600,
    checkInsByComputer: 612,
    issued: 612,
    unused: 186,
    spoiled: 2,
  },
})

export type ClosePoll = StatementOf<typeof closePoll>
