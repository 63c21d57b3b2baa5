import { type Election, type RoundTally, tally } from '@countersign/election'
import { plainWords } from '../reading/words.ts'
import { type ElectionFacts, type Facts, factsSchema, type TotalFacts } from './facts.ts'

/** More areas than this are not a level that a text speaks of. */
const mostAreas = 400

/**
 * What a record shows of its election, as facts to check a text against: the total of everything, and of the areas of
 * the highest level that has several. Running announcements are left out: they are of counts that were not finished.
 */
export function factsFromRecord(election: Election, id: string): Facts {
  const { definition } = election
  const name = definition.name
  const rounds = [...election.rounds.values()].sort((a, b) => a.number - b.number)
  const people = new Map(
    rounds.flatMap(({ ballot }) => ballot.statement.candidates.map(one => [one.id, one.name] as const)),
  )
  const level = shownLevel(election)
  const areas = [...election.areas.values()].map(({ area }) => area).filter(area => area.level === level)
  const top = [...election.areas.values()]
    .map(({ area }) => area)
    .find(area => area.level === election.levels[0])
  const source = `the record of ${definition.origin}, ${election.size} entries`
  return factsSchema.parse({
    country: named(top?.id ?? id, top?.name ?? name, [...Object.values(top?.name ?? {})]),
    people: spelled(
      people,
      definition.rounds.some(({ rule }) => rule === 'proportional'),
    ),
    areas: areas.map(area => named(area.id, area.name, Object.values(area.name))),
    elections: [
      {
        id,
        name,
        office: officeOf(
          name.en ?? '',
          definition.rounds.some(({ rule }) => rule === 'proportional'),
        ),
        rounds: rounds.map(({ number, rule, ballot }) => ({
          number,
          date: rule.date,
          rule: rule.rule,
          of: rule.of,
          candidates: ballot.statement.candidates.map(({ id }) => id),
        })),
        totals: rounds.map(({ number }) => totalOf(tally(election, { round: number }).rounds[0]!, source)),
        byArea: rounds.map(({ number }) =>
          byArea(
            election,
            number,
            areas.map(({ id }) => id),
            source,
          ),
        ),
      } satisfies Partial<ElectionFacts>,
    ],
  })
}

function named(id: string, name: Readonly<Record<string, string>>, names: readonly string[]) {
  return { id, name, names: [...new Set(names.map(unbracketed).filter(text => text.length > 1))] }
}

function unbracketed(name: string): string {
  return name.replace(/\s*\([^)]*\)/g, '')
}

/** Every way in which a text may name a candidate: in full, by what stands in brackets, and by a surname that no other has. */
function spelled(people: ReadonlyMap<string, Readonly<Record<string, string>>>, parties: boolean) {
  const words = [...people.values()].map(name => plainWords(unbracketed(name.en ?? '')))
  const uses = new Map<string, number>()
  for (const word of words.flat()) uses.set(word, (uses.get(word) ?? 0) + 1)
  return [...people].map(([id, name]) => {
    const full = Object.values(name)
    const inBrackets = full.flatMap(text => [...text.matchAll(/\(([^)]+)\)/g)].map(([, inner]) => inner!))
    const own = unbracketed(name.en ?? '').split(/\s+/)
    const surnames = parties
      ? []
      : own.slice(1).filter(word => word.length > 3 && uses.get(plainWords(word)[0] ?? '') === 1)
    return named(id, name, [...full, ...inBrackets, ...surnames])
  })
}

function officeOf(name: string, proportional: boolean): string {
  if (/president/i.test(name)) return 'president'
  return proportional || /parliament|legislat|assembly/i.test(name) ? 'parliament' : 'office'
}

function totalOf(counted: RoundTally, source: string): TotalFacts {
  const figures = Object.fromEntries(
    (['eligible', 'issued', 'taken', 'valid', 'invalid', 'notTaken'] as const).flatMap(name =>
      counted[name] === null ? [] : [[name, counted[name]]],
    ),
  )
  const votes = Object.fromEntries(Object.entries(counted.candidates).filter(([id]) => !counted.lacking[id]))
  return {
    round: counted.round,
    version: { en: 'as recorded', fa: 'چنان‌که ثبت شده' },
    figures,
    votes,
    source,
    mark: 'official',
  }
}

function byArea(
  election: Election,
  round: number,
  areas: readonly string[],
  source: string,
): ElectionFacts['byArea'][number] {
  const candidates = election.rounds.get(round)!.ballot.statement.candidates.map(({ id }) => id)
  const figures = ['eligible', 'issued', 'taken', 'valid', 'invalid'] as const
  const rows: [string, (number | null)[]][] = areas.map(area => {
    const { votes, figures: of } = totalOf(tally(election, { round, area }).rounds[0]!, source)
    return [
      area,
      [...figures.map(name => of[name] ?? null), ...candidates.map(id => votes[id] ?? null)],
    ] as const
  })
  return {
    round,
    version: { en: 'as recorded', fa: 'چنان‌که ثبت شده' },
    columns: [...figures, ...candidates],
    rows: Object.fromEntries(rows),
    source,
    mark: 'official',
  }
}

/** The highest level below the whole that has several areas, if they are not too many to be spoken of. */
function shownLevel({ levels, areas }: Election): string | undefined {
  const counts = Map.groupBy(areas.values(), ({ area }) => area.level)
  const several = levels.find(level => (counts.get(level)?.length ?? 0) > 1)
  return several !== undefined && counts.get(several)!.length <= mostAreas ? several : undefined
}
