import { digits } from './numbers.ts'
import {
  headingOf,
  nameIn,
  type Occasion,
  type Place,
  type Printed,
  watermarkOf,
  whereabouts,
} from './printed.ts'
import { say } from './words.ts'

/** Rows of tally boxes that one sheet has room for. */
const rowsOfSheet = 29

/** A sheet on which ballots are tallied as they are read: a line for each candidate and each ground. */
export function countSheet(occasion: Occasion, place: Place): Printed {
  const { definition, ballot, language } = occasion
  const grounds = [
    ...lines('sheet.invalid', definition.invalidGrounds),
    ...lines('sheet.notTaken', definition.notTakenGrounds),
  ]
  const { candidates } = ballot
  const each = Math.max(1, Math.min(6, Math.floor((rowsOfSheet - grounds.length) / candidates.length)))
  return {
    template: 'count-sheet',
    language,
    title: `${say(language, 'sheet.title')} ${place.box}`,
    watermark: watermarkOf(occasion),
    data: {
      heading: headingOf(occasion, say(language, 'sheet.title')),
      box: place.box,
      where: whereabouts(place, language),
      labels: {
        box: say(language, 'form.box'),
        how: say(language, 'sheet.how'),
        number: say(language, 'sheet.number'),
        of: say(language, 'sheet.of'),
        sum: say(language, 'sheet.sum'),
        counters: say(language, 'sheet.counters'),
        watched: say(language, 'sheet.watched'),
      },
      // Every fifth box says how many marks there are so far.
      marks: [25, 50, 75, 100].map(marks => digits(marks, language)),
      lines: [...lines('sheet.votes', candidates).map(line => ({ ...line, rows: each })), ...grounds],
    },
  }

  function lines(
    of: 'sheet.votes' | 'sheet.invalid' | 'sheet.notTaken',
    things: readonly { readonly number: number; readonly name: Readonly<Record<string, string>> }[] = [],
  ) {
    return things.map(({ number, name }) => ({
      of: say(language, of),
      number: digits(number, language),
      name: nameIn(name, language),
      rows: 1,
    }))
  }
}
