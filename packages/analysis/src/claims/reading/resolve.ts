import type { Measure, Proposal } from '../claim.ts'
import type { ElectionFacts, Facts, RoundFacts } from '../facts/facts.ts'
import { because, type Reason } from '../verdicts/reasons.ts'
import type { Context } from '../verdicts/values.ts'
import type { Around } from './around.ts'
import { dayIn } from './calendar.ts'

/** What the text has been about so far. */
export interface Focus {
  /** The day of the text, ISO 8601. */
  readonly date?: string
  /** The election that the text is mostly about. */
  readonly topic?: ElectionFacts
  /** The election and round last spoken of by name. */
  readonly election?: ElectionFacts
  readonly round?: number
  /** The country last spoken of; `elsewhere` where no facts of it are held. */
  readonly country?: string
  /** The area that the sentence before was about. */
  readonly area?: string
}

/** The elections and rounds that a claim may be about. `sure` where nothing was guessed. */
export type Resolved =
  | {
      readonly contexts: readonly Context[]
      readonly sure: boolean
      /** The text has been speaking of the round of the first of them. */
      readonly settled: boolean
      readonly how: string
    }
  | { readonly why: Reason }

interface Held {
  readonly facts: Facts
  readonly election: ElectionFacts
}

/** Which election and round: by what the words say, then by who stood, then by what the text is about and its day. */
export function resolve(proposal: Proposal, around: Around, focus: Focus, facts: readonly Facts[]): Resolved {
  const who = peopleIn(proposal.measure).filter(isPerson)
  const { when } = around
  if (when.office === 'other') return { why: because('other-election') }
  const country = countryOf(around, focus, who, facts)
  if (country === elsewhere) return { why: because('other-election') }
  // A text that names neither the country nor anyone who stood there may be about any election in the world.
  if (who.length === 0 && country === undefined && focus.topic === undefined && focus.election === undefined)
    return { why: because('which-election') }
  const all = heldIn(facts, country)
  const dated = byDate(all, when, focus)
  if (dated.length === 0) return { why: because('no-such-year', { year: when.year ?? '' }) }
  const office = when.office ?? (who.length > 0 ? undefined : (focus.election ?? focus.topic)?.office)
  const sameOffice = dated.filter(
    ({ election }) => office === undefined || election.office === office || election.office === 'office',
  )
  // “It was 85 percent in 2009”, after a parliament: of whatever was elected then.
  const fitting = (sameOffice.length === 0 && when.office === undefined ? dated : sameOffice).filter(
    ({ election }) => who.every(id => stood(election, id)),
  )
  if (fitting.length === 0) return { why: because('no-fitting-election') }
  const explicit = dated.length < all.length || all.length === 1
  const [chosen, sure] =
    explicit && fitting.length === 1
      ? [fitting, true]
      : choose(fitting, focus, when.previous === true && !isShifted(dated, all, when), who.length > 0)
  if (chosen.length === 0) return { why: because('which-election') }
  const contexts = chosen.flatMap(held => roundsOf(held, proposal.measure, around, focus))
  if (contexts.length === 0) return { why: because('no-fitting-round') }
  const settled =
    contexts[0]!.round.number === (around.when.round ?? focus.round) ||
    (contexts[0]!.election === focus.election && chosen.length > 1)
  return {
    contexts,
    sure: sure && !around.loose && !isCarried(contexts),
    settled,
    how: explicit ? 'named' : 'from the text around',
  }
}

function heldIn(facts: readonly Facts[], country: string | undefined): readonly Held[] {
  return facts
    .filter(each => country === undefined || each.country.id === country)
    .flatMap(facts => facts.elections.map(election => ({ facts, election })))
}

/** Read of an area that only the sentence before named. */
function isCarried(contexts: readonly Context[]): boolean {
  return new Set(contexts.map(({ area }) => area)).size > 1
}

/** Of a country of which no facts are held. */
export const elsewhere = 'elsewhere'

/** Whoever stood somewhere stood there; else the country named beside it, or last, or that of the text. */
function countryOf(
  { when, foreign }: Around,
  focus: Focus,
  who: readonly string[],
  facts: readonly Facts[],
): string | undefined {
  if (foreign) return elsewhere
  if (when.country !== undefined) return when.country
  if (who.length > 0) return undefined
  if (focus.country !== undefined) return focus.country
  const election = focus.election ?? focus.topic
  return facts.find(({ elections }) => elections.some(each => each === election))?.country.id
}

/** “Four years later” names the year as a number would. */
function isShifted(dated: readonly Held[], all: readonly Held[], { shift }: Around['when']): boolean {
  return shift !== undefined && dated.length < all.length
}

/** Everyone whom a measure names. */
export function peopleIn(measure: Measure): readonly string[] {
  switch (measure.kind) {
    case 'share':
    case 'votes':
    case 'poll':
      return measure.who
    case 'lead':
    case 'elected':
      return measure.over === undefined ? [measure.who] : [measure.who, measure.over]
    case 'times':
      return [measure.who, measure.over]
    case 'rank':
      return [measure.who]
    case 'majority':
      return measure.who === undefined ? [] : [measure.who]
    case 'count':
      return measure.who === undefined ? [] : [measure.who]
    case 'change':
      return []
    default:
      return []
  }
}

/** Not “the winner” or a side: those are found once the election is known. */
function isPerson(name: string): boolean {
  return !/^(winner|rival|group:)/.test(name)
}

function stood(election: ElectionFacts, id: string): boolean {
  return election.rounds.some(({ candidates }) => candidates?.includes(id))
}

function byDate(all: readonly Held[], when: Around['when'], focus: Focus): readonly Held[] {
  const { month, day } = when
  const shifted = when.year === undefined && month === undefined ? shiftedYear(when, focus) : undefined
  const year = when.year ?? shifted
  if (year === undefined && month === undefined) return all
  const wanted = year ?? lastYear(when, focus)
  const matching = all.filter(({ election }) =>
    election.rounds.some(({ date }) => {
      const held = dayIn(date, when.calendar)
      return (
        held.year === wanted &&
        (month === undefined || held.month === month) &&
        (day === undefined || held.day === day)
      )
    }),
  )
  if (matching.length > 0) return matching
  // A day, or a month without its year, that is no election's is of something else.
  return day !== undefined || when.year === undefined ? all : []
}

/** “Four years later” is counted from the election spoken of last, “four years ago” from the day of the text. */
function shiftedYear({ shift, ago }: Around['when'], { date, election, topic }: Focus): number | undefined {
  const from = ago ? date : (election ?? topic)?.rounds[0]?.date
  return shift === undefined || from === undefined ? undefined : Number(from.slice(0, 4)) + shift
}

/** “March's elections”, “28 June”: the last one before the day of the text. */
function lastYear(
  { month, day = 1, calendar }: Around['when'],
  { date, election, topic }: Focus,
): number | undefined {
  const known = date ?? (election ?? topic)?.rounds.at(-1)?.date
  if (known === undefined) return undefined
  const last = dayIn(known, calendar)
  if (date === undefined) return last.year
  return month! < last.month || (month === last.month && day <= last.day) ? last.year : last.year - 1
}

function choose(
  fitting: readonly Held[],
  focus: Focus,
  previous: boolean,
  byName: boolean,
): [readonly Held[], boolean] {
  if (previous) return [[], false]
  const [only] = fitting
  const spokenOf = only!.election === focus.election || only!.election === focus.topic
  if (fitting.length === 1) return [[only!], byName || spokenOf]
  const known = [focus.election, focus.topic].flatMap(election =>
    fitting.filter(held => held.election === election),
  )
  const distinct = [...new Set(known)]
  if (distinct.length > 0) return [distinct, distinct.length === 1]
  if (focus.date === undefined) return [fitting, false]
  const past = fitting.filter(({ election }) => election.rounds[0]!.date <= focus.date!)
  return past.length === 0 ? [[], false] : [[past.at(-1)!], false]
}

function roundsOf(
  { facts, election }: Held,
  measure: Measure,
  { when, areas }: Around,
  focus: Focus,
): readonly Context[] {
  const who = peopleIn(measure).filter(isPerson)
  const area = areas.length === 1 ? { area: areas[0]! } : {}
  const named = election.rounds.find(({ date }) => {
    const { year, month, day } = dayIn(date, when.calendar)
    return when.day === day && when.month === month && (when.year === undefined || when.year === year)
  })
  // Who lacked a majority lacked it before the run-off that it led to.
  const before = measure.kind === 'majority' && when.round === 2 ? 1 : undefined
  const number = before ?? when.round ?? named?.number
  const fitting = election.rounds
    .filter(round => number === undefined || round.number === number)
    .filter(round => who.every(id => round.candidates?.includes(id)))
  const preferred = focus.election === election ? focus.round : undefined
  const sorted: readonly RoundFacts[] = [...fitting].sort(
    (a, b) => rankOf(a, preferred) - rankOf(b, preferred),
  )
  const whole = sorted.map(round => ({ facts, election, round, ...area }))
  const goesOn = areas.length === 0 ? focus.area : undefined
  return goesOn === undefined ? whole : [...whole, ...whole.map(context => ({ ...context, area: goesOn }))]
}

function rankOf({ number }: RoundFacts, preferred: number | undefined): number {
  return number === preferred ? 0 : number
}
