import type { Election } from '@countersign/election'
import type { Names } from './overview.ts'

/** A date of the election: what the definition's rule says of it, and what was decided. One row of `calendar.json`. */
export interface CalendarRow {
  readonly round: number
  readonly id: string
  /** As the definition names it; null of a date that has no rule there. */
  readonly name: Names | null
  /** The rule's source. */
  readonly law: string | null
  readonly rule: {
    /** The date that it counts from. */
    readonly from: string
    readonly fromName: Names | null
    readonly direction: 'after' | 'before'
    readonly days: number
    /** What it comes to, `YYYY-MM-DD`; null where the date that it counts from is not decided. */
    readonly date: string | null
  } | null
  readonly decided: {
    readonly entry: number
    /** `YYYY-MM-DD` */
    readonly date: string
    /** UTC seconds; null where no hour is fixed. */
    readonly at: number | null
    /** Entries that decided otherwise before. */
    readonly before: readonly number[]
  } | null
}

type Decided = NonNullable<CalendarRow['decided']>

/** Every date that was decided, by round, and every rule on which nothing was; of an election without either, none. */
export function calendarOf(election: Election): readonly CalendarRow[] {
  const decided = decidedIn(election)
  const rounds = [...new Set([...election.rounds.keys(), ...decided.keys()])].sort((a, b) => a - b)
  return rounds.flatMap(round => datesOf(election, round, decided.get(round) ?? new Map()))
}

/** By round and date, the last decision. */
function decidedIn({ entries }: Election): ReadonlyMap<number, ReadonlyMap<string, Decided>> {
  const rounds = new Map<number, Map<string, Decided>>()
  for (const { index, force, statement } of entries.values()) {
    if (statement.kind !== 'calendar' || force === undefined) continue
    const dates = rounds.get(statement.round) ?? new Map<string, Decided>()
    rounds.set(statement.round, dates)
    for (const { id, date, at } of statement.dates) {
      const former = dates.get(id)
      const before = former ? [...former.before, former.entry] : []
      dates.set(id, { entry: index, date, at: at ?? null, before })
    }
  }
  return rounds
}

function datesOf(
  { definition }: Election,
  round: number,
  decided: ReadonlyMap<string, Decided>,
): readonly CalendarRow[] {
  const rules = definition.calendar ?? []
  const vote = definition.rounds.find(({ number }) => number === round)?.date
  const named = (id: string) => rules.find(rule => rule.id === id)?.name ?? null
  const known = (id: string) => decided.get(id)?.date ?? (id === 'vote' ? vote : undefined)
  const rows = [...new Set([...decided.keys(), ...rules.map(({ id }) => id)])].map((id): CalendarRow => {
    const rule = rules.find(rule => rule.id === id)
    const base = rule && known(rule.from)
    return {
      round,
      id,
      name: named(id),
      law: rule?.law ?? null,
      rule: rule
        ? {
            from: rule.from,
            fromName: named(rule.from),
            direction: rule.direction,
            days: rule.days,
            date:
              base === undefined
                ? null
                : dayBeside(base, rule.direction === 'after' ? rule.days : -rule.days),
          }
        : null,
      decided: decided.get(id) ?? null,
    }
  })
  const dayOf = (row: CalendarRow) => row.decided?.date ?? row.rule?.date ?? '9999'
  return rows.sort((a, b) => dayOf(a).localeCompare(dayOf(b)))
}

const day = 86_400_000

function dayBeside(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * day).toISOString().slice(0, 10)
}
