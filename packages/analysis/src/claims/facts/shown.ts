import { plainWords } from '../reading/words.ts'
import { type ElectionFacts, type Facts, type FigureName, factsSchema, type RoundFacts } from './facts.ts'

type Names = Readonly<Record<string, string>>
interface Named {
  readonly id: string
  readonly name: Names
}

/** Figures of everything, or of an area; what is not known is null. Votes in the order of the round's candidates. */
export interface ShownFigures extends Partial<Readonly<Record<FigureName, number | null>>> {
  readonly votes: readonly (number | null)[]
}

export interface ShownRound {
  readonly number: number
  readonly date: string
  readonly rule: NonNullable<RoundFacts['rule']>
  readonly of: NonNullable<RoundFacts['of']>
  readonly candidates: readonly Named[]
  readonly total: ShownFigures
  readonly areas: readonly { readonly id: string; readonly figures: ShownFigures }[]
}

/** An election as a record shows it: the total of everything, and of the areas of one level. */
export interface ShownElection extends Named {
  /** The area that holds all others, if one does. */
  readonly country?: Named
  readonly areas: readonly Named[]
  readonly rounds: readonly ShownRound[]
  readonly source: string
}

const figures = ['eligible', 'issued', 'taken', 'valid', 'invalid', 'notTaken'] as const
const version = { en: 'as recorded', fa: 'چنان‌که ثبت شده' }

/** What is shown of an election, as facts to check a text against. */
export function factsShown({ id, name, country, areas, rounds, source }: ShownElection): Facts {
  const isOfParties = rounds.some(({ rule }) => rule === 'proportional')
  const sourced = { version, source, mark: 'official' as const }
  return factsSchema.parse({
    country: named(country?.id ?? id, country?.name ?? name),
    people: spelled(
      new Map(rounds.flatMap(each => each.candidates.map(one => [one.id, one.name]))),
      isOfParties,
    ),
    areas: areas.map(area => named(area.id, area.name)),
    elections: [
      {
        id,
        name,
        office: officeOf(name.en ?? '', isOfParties),
        rounds: rounds.map(({ candidates, number, date, rule, of }) => ({
          number,
          date,
          rule,
          of,
          candidates: candidates.map(({ id }) => id),
        })),
        totals: rounds.map(each => ({ round: each.number, ...totalOf(each), ...sourced })),
        byArea: rounds.map(each => ({ round: each.number, ...tableOf(each), ...sourced })),
      } satisfies Partial<ElectionFacts>,
    ],
  })
}

function totalOf({
  candidates,
  total,
}: ShownRound): Pick<ElectionFacts['totals'][number], 'figures' | 'votes'> {
  const known = figures.flatMap(name =>
    typeof total[name] === 'number' ? [[name, total[name]] as const] : [],
  )
  const votes = candidates.flatMap(({ id }, i) =>
    typeof total.votes[i] === 'number' ? [[id, total.votes[i]] as const] : [],
  )
  return { figures: Object.fromEntries(known), votes: Object.fromEntries(votes) }
}

function tableOf({
  candidates,
  areas,
}: ShownRound): Pick<ElectionFacts['byArea'][number], 'columns' | 'rows'> {
  const rows = areas.map(({ id, figures: of }): [string, (number | null)[]] => [
    id,
    [...figures.map(name => of[name] ?? null), ...candidates.map((_, i) => of.votes[i] ?? null)],
  ])
  return { columns: [...figures, ...candidates.map(({ id }) => id)], rows: Object.fromEntries(rows) }
}

function named(id: string, name: Names, more: readonly string[] = []) {
  const names = [...Object.values(name), ...more].map(unbracketed).filter(text => text.length > 1)
  return { id, name: { ...name }, names: [...new Set(names)] }
}

function unbracketed(name: string): string {
  return name.replace(/\s*\([^)]*\)/g, '')
}

/** Every way in which a text may name a candidate: in full, by what stands in brackets, and by a surname that no other has. */
function spelled(people: ReadonlyMap<string, Names>, areParties: boolean) {
  const uses = new Map<string, number>()
  for (const name of people.values())
    for (const word of new Set(Object.values(name).flatMap(wordsIn)))
      uses.set(word, (uses.get(word) ?? 0) + 1)
  return [...people].map(([id, name]) => {
    const full = Object.values(name)
    const inBrackets = full.flatMap(text => [...text.matchAll(/\(([^)]+)\)/g)].map(([, inner]) => inner!))
    const surnames = full.flatMap(text =>
      unbracketed(text)
        .split(/\s+/)
        .slice(1)
        .filter(word => word.length > 3 && uses.get(wordsIn(word)[0] ?? '') === 1),
    )
    return named(id, name, [...inBrackets, ...(areParties ? [] : surnames)])
  })
}

/** The words of a name, each as it is looked up; a half-space joins. */
function wordsIn(name: string): readonly string[] {
  return unbracketed(name)
    .split(/\s+/)
    .map(word => plainWords(word).join(' '))
}

function officeOf(name: string, proportional: boolean): string {
  if (/president/i.test(name)) return 'president'
  return proportional || /parliament|legislat|assembly/i.test(name) ? 'parliament' : 'office'
}
