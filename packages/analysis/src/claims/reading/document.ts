import type { ElectionFacts, Facts } from '../facts/facts.ts'
import { type Calendar, dayIn } from './calendar.ts'
import type { Dated } from './dates.ts'
import type { Read } from './items.ts'

/** The day that a text itself gives: a date line of its own, or a full date in its first sentences. */
export function dayOf(read: Read, position: number): string | undefined {
  const at = read.items.findIndex(({ date }) => date?.day !== undefined && date.year !== undefined)
  const date = read.items[at]?.date
  // The day on which a round was held is not the text's.
  if (!date || read.has.has('held')) return undefined
  const early = position < 8 && read.items.length <= 14
  const next = read.items[at + 1]?.tag ?? ''
  const opens = (at <= 1 && (read.items.length <= 3 || /^(open|--)$/.test(next))) || (at <= 3 && position < 8)
  return early || opens ? isoOf(date) : undefined
}

function isoOf({ year, month, day }: Dated): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/**
 * The election that a text is mostly about: whose candidates it names most, an election's year counting more, and none
 * that came after the text. Nothing where two are named alike.
 */
export function topicOf(
  reads: readonly Read[],
  facts: readonly Facts[],
  date: string | undefined,
): ElectionFacts | undefined {
  const elections = facts.flatMap(({ elections }) => elections)
  const countryOf = new Map(
    facts.flatMap(({ country, elections }) => elections.map(each => [each, country.id] as const)),
  )
  const named = new Map<string, number>()
  const countries = new Map<string, number>()
  const years = new Map<string, number>()
  for (const { items } of reads)
    for (const { tag, id, date } of items) {
      if (/^[CF]z?$/.test(tag)) countries.set(id!, (countries.get(id!) ?? 0) + 1)
      if (/^Pz?$/.test(tag)) named.set(id!, (named.get(id!) ?? 0) + 1)
      if (date?.year !== undefined) {
        const key = yearKey(date.year, date.calendar)
        years.set(key, (years.get(key) ?? 0) + 1)
      }
    }
  const spokenOf = Math.max(
    1,
    [...countries.values()].reduce((sum, count) => sum + count, 0),
  )
  const present = new Set(facts.filter(each => isNamed(each, reads)).map(({ country }) => country.id))
  const scored = elections
    .filter(({ rounds }) => date === undefined || rounds[0]!.date <= later(date))
    .map(election => ({ election, score: scoreOf(election) }))
    .sort((a, b) => b.score - a.score || (a.election.rounds[0]!.date < b.election.rounds[0]!.date ? 1 : -1))
  const [best, next] = scored
  // A country alone is no election: it has others, of which no facts are held.
  return best && best.score > 0.1 && (next === undefined || best.score > next.score || date !== undefined)
    ? best.election
    : undefined

  function scoreOf(election: ElectionFacts): number {
    const { rounds, office } = election
    const candidates = new Set(rounds.flatMap(({ candidates }) => candidates ?? []))
    const people = [...candidates].reduce((sum, id) => sum + (named.get(id) ?? 0) / runsOf(id), 0)
    if (!present.has(countryOf.get(election)!)) return 0
    const year = (['gregorian', 'solar'] as const).reduce(
      (sum, calendar) => sum + (years.get(yearKey(dayIn(rounds[0]!.date, calendar).year, calendar)) ?? 0),
      0,
    )
    const near = date !== undefined && monthsBetween(rounds.at(-1)!.date, date) <= 2 ? 3 : 0
    const home = (countries.get(countryOf.get(election)!) ?? 0) / spokenOf
    const evidence = people + (people > 0 || office !== 'president' ? 0.5 * year : 0.3 * year) + near
    return evidence * (0.5 + home) + 0.01
  }

  function runsOf(id: string): number {
    return elections.filter(({ rounds }) => rounds.some(({ candidates }) => candidates?.includes(id))).length
  }
}

function yearKey(year: number, calendar: Calendar = 'gregorian'): string {
  return `${calendar} ${year}`
}

/** A text may speak of an election in the weeks before it. */
function later(date: string): string {
  return new Date(Date.parse(date) + 45 * 86_400_000).toISOString().slice(0, 10)
}

function monthsBetween(one: string, other: string): number {
  return Math.abs(Date.parse(one) - Date.parse(other)) / (30 * 86_400_000)
}

/** Whether a text names the country, or one of its people or bodies. */
function isNamed({ country, people, bodies }: Facts, reads: readonly Read[]): boolean {
  const known = new Set([country.id, ...people.map(({ id }) => id), ...bodies.map(({ id }) => id)])
  return reads.some(({ items }) => items.some(({ tag, id }) => /^[CPB]z?$/.test(tag) && known.has(id!)))
}
