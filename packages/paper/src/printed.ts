import { type Ballot, type Definition, isRehearsal, type Name, saidOf } from '@countersign/election'
import { day } from './dates.ts'
import { digits } from './numbers.ts'
import { type Language, say } from './words.ts'

/** The election that something is printed for, and how. */
export interface Occasion {
  readonly definition: Definition
  /** The definition's ID, in hex. */
  readonly definitionId: string
  /** The round's list. */
  readonly ballot: Ballot
  readonly language: Language
  /** IANA name of the zone whose clock the paper shows. */
  readonly timeZone: string
}

/** Where a form belongs. */
export interface Place {
  readonly box: string
  /** The form's serial. */
  readonly serial: string
  /** The polling place's name. */
  readonly name?: Name
  /** The areas that it lies in, from the country down. */
  readonly areas: readonly Name[]
  readonly firstStub?: number
  readonly lastStub?: number
}

/** Something to typeset: the template, and every word that stands on it. */
export interface Printed {
  readonly template: 'form' | 'count-sheet' | 'cards' | 'poster' | 'report' | 'worksheet'
  readonly language: Language
  /** The title of the document. */
  readonly title: string
  /** Across every page of a rehearsal. */
  readonly watermark: string | null
  readonly data: unknown
}

/** What every sheet bears. */
export interface Heading {
  readonly election: string
  readonly title: string
  readonly round: string
}

export function nameIn(name: Name, language: Language): string {
  return saidOf(name)[language]
}

export function headingOf({ definition, ballot, language }: Occasion, title: string): Heading {
  const { date } = definition.rounds.find(({ number }) => number === ballot.round) ?? {}
  const round = { round: digits(ballot.round, language), day: date === undefined ? '' : day(date, language) }
  return { election: nameIn(definition.name, language), title, round: say(language, 'form.round', round) }
}

export function watermarkOf({
  definition,
  language,
}: Pick<Occasion, 'definition' | 'language'>): string | null {
  return isRehearsal(definition.origin) ? say(language, 'rehearsal') : null
}

/** The areas from the top, as one line. */
export function whereabouts({ areas, name }: Pick<Place, 'areas' | 'name'>, language: Language): string {
  return [...areas, ...(name === undefined ? [] : [name])].map(one => nameIn(one, language)).join(' · ')
}
