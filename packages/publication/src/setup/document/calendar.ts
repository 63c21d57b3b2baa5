import type { SetupDocument } from './document.ts'

/** A date of a round: decided, or by the definition's rule. */
export interface CalendarDate {
  readonly id: string
  /** `YYYY-MM-DD` */
  readonly date: string
  /** UTC seconds: the hour that was decided, the opening where it is the vote, else the end of that day. */
  readonly at: number
  readonly by: 'decision' | 'rule'
}

/** Milliseconds in a day. */
const day = 86_400_000

/** The day so many days later, or earlier where `days` is negative. */
export function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * day).toISOString().slice(0, 10)
}

/** Whether the text is a day that the calendar has: not 31 June. */
export function isDay(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date)
}

/** An hour of the places' clocks, `24:00` being the end of the day, in UTC seconds. */
export function secondsOf(date: string, hour: string, utcOffset: string): number {
  const [hours, minutes] = hour.split(':').map(Number) as [number, number]
  return Date.parse(`${date}T00:00:00${utcOffset}`) / 1000 + 3600 * hours + 60 * minutes
}

/**
 * Every date of a round that is decided or follows by a rule from one that is: from `trigger` or `vote`, or from
 * another date. A decision goes before the rule.
 */
export function datesOf(document: SetupDocument, round: number): ReadonlyMap<string, CalendarDate> {
  const { rounds, dates, trigger, definition, utcOffset } = document
  const known = new Map<string, CalendarDate>()
  const end = (date: string) => secondsOf(date, '24:00', utcOffset)
  const vote = rounds.find(({ number }) => number === round)
  if (trigger !== undefined && isDay(trigger))
    known.set('trigger', { id: 'trigger', date: trigger, at: end(trigger), by: 'decision' })
  if (vote?.date !== undefined && isDay(vote.date)) {
    const at = secondsOf(vote.date, vote.opens ?? '00:00', utcOffset)
    known.set('vote', { id: 'vote', date: vote.date, at, by: 'decision' })
  }
  for (const decided of dates)
    if (decided.round === round && isDay(decided.date)) {
      const at = secondsOf(decided.date, decided.time ?? '24:00', utcOffset)
      known.set(decided.id, { id: decided.id, date: decided.date, at, by: 'decision' })
    }
  // A rule may count from the date of a rule that stands after it.
  let rules = definition.calendar ?? []
  for (let before = -1; before !== known.size; ) {
    before = known.size
    rules = rules.filter(rule => {
      const from = known.get(rule.from)
      if (known.has(rule.id)) return false
      if (!from) return true
      const date = dayAfter(from.date, rule.direction === 'after' ? rule.days : -rule.days)
      known.set(rule.id, { id: rule.id, date, at: end(date), by: 'rule' })
      return false
    })
  }
  return known
}
