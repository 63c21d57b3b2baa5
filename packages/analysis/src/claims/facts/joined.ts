import { plainWords } from '../reading/words.ts'
import type { ElectionFacts, Facts } from './facts.ts'

interface Named {
  readonly id: string
  readonly names: readonly string[]
}

/**
 * Facts with those of one more election. Where its country is known already, so may be its people and places, by other
 * ids: they are told by their names. Where the election itself is known, what it adds are figures by area that are not
 * held yet, and a further version of totals that differ.
 */
export function joined(known: readonly Facts[], more: Facts): readonly Facts[] {
  const at = known.findIndex(({ country }) => sharesName(country, more.country))
  if (at < 0) return [...known, more]
  return known.map((facts, i) => (i === at ? within(facts, more) : facts))
}

function within(facts: Facts, more: Facts): Facts {
  const people = renaming(facts.people, more.people, more.elections[0]!.id)
  const areas = renaming(facts.areas, more.areas, more.elections[0]!.id)
  const elections = more.elections.map(election => renamed(election, people, areas))
  return {
    ...facts,
    people: [...facts.people, ...added(more.people, people, facts.people)],
    areas: [...facts.areas, ...added(more.areas, areas, facts.areas)],
    elections: elections.reduce(withElection, facts.elections),
  }
}

/** The id here of each that comes: that of the same name, else its own, with its election where that is taken. */
function renaming(
  here: readonly Named[],
  more: readonly Named[],
  election: string,
): ReadonlyMap<string, string> {
  const taken = new Set(here.map(({ id }) => id))
  return new Map(
    more.map(one => {
      const same = here.find(other => sharesName(one, other))
      return [one.id, same?.id ?? (taken.has(one.id) ? `${election}/${one.id}` : one.id)]
    }),
  )
}

function added<T extends Named>(
  more: readonly T[],
  ids: ReadonlyMap<string, string>,
  here: readonly Named[],
): readonly T[] {
  const known = new Set(here.map(({ id }) => id))
  return more.flatMap(one => (known.has(ids.get(one.id)!) ? [] : [{ ...one, id: ids.get(one.id)! }]))
}

function renamed(
  election: ElectionFacts,
  people: ReadonlyMap<string, string>,
  areas: ReadonlyMap<string, string>,
): ElectionFacts {
  const person = (id: string) => people.get(id) ?? id
  const keys = <T>(of: Readonly<Record<string, T>>, name: (id: string) => string) =>
    Object.fromEntries(Object.entries(of).map(([id, value]) => [name(id), value]))
  return {
    ...election,
    rounds: election.rounds.map(round => ({
      ...round,
      ...(round.candidates && { candidates: round.candidates.map(person) }),
    })),
    totals: election.totals.map(total => ({ ...total, votes: keys(total.votes, person) })),
    byArea: election.byArea.map(table => ({
      ...table,
      columns: table.columns.map(person),
      rows: keys(table.rows, id => areas.get(id) ?? id),
    })),
  }
}

function withElection(elections: Facts['elections'], more: ElectionFacts): Facts['elections'] {
  const at = elections.findIndex(
    ({ office, rounds }) =>
      (office === more.office || more.office === 'office') &&
      rounds.some(({ date }) => more.rounds.some(round => round.date === date)),
  )
  if (at < 0) return [...elections, more]
  return elections.map((election, i) => (i === at ? withFigures(election, more) : election))
}

function withFigures(election: ElectionFacts, more: ElectionFacts): ElectionFacts {
  const isHeld = (total: ElectionFacts['totals'][number]) =>
    election.totals.some(held => held.round === total.round && agree(held, total))
  const hasTable = (round: number) => election.byArea.some(table => table.round === round)
  return {
    ...election,
    totals: [...election.totals, ...more.totals.filter(total => !isHeld(total))],
    byArea: [...election.byArea, ...more.byArea.filter(({ round }) => !hasTable(round))],
  }
}

type Total = ElectionFacts['totals'][number]

/** Whatever both give is the same. */
function agree(one: Total, other: Total): boolean {
  const same = (a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>) =>
    Object.entries(a).every(([name, value]) => b[name] === undefined || b[name] === value)
  return same(one.votes, other.votes) && same(one.figures, other.figures)
}

function sharesName(one: Pick<Named, 'names'>, other: Pick<Named, 'names'>): boolean {
  const names = new Set(other.names.map(spelling))
  return one.names.some(name => names.has(spelling(name)))
}

function spelling(name: string): string {
  return plainWords(name).join(' ')
}
