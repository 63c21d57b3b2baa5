import type { Election, Which } from '@countersign/election'
import { columns } from './columns.ts'
import { nameOf } from './text.ts'
import { type Language, words } from './words.ts'

/** A running total, or a version of the total, as announced: beside the tally, never part of it. */
export interface Announced {
  readonly round: number
  readonly entry: number
  readonly area: string
  readonly label: Readonly<Record<string, string>>
  /** The day, or UTC seconds where the hour is known. */
  readonly date: string | null
  readonly at: number | null
  /** Polling places or boxes counted so far. */
  readonly boxes: number | null
  readonly taken: number | null
  /** By candidate; null where it was not announced. */
  readonly candidates: Readonly<Record<string, number | null>>
  readonly source: string | null
  readonly note: string | null
}

/** The announcements about what a tally is about, in the order of the record. */
export function announcedIn(election: Election, { area, round: number }: Which): readonly Announced[] {
  const rounds = [...election.rounds.values()].filter(
    round => number === undefined || round.number === number,
  )
  return rounds.flatMap(round =>
    round.announcements
      .filter(({ statement }) => area === undefined || statement.area === area)
      .map(({ index, statement }) => ({
        round: round.number,
        entry: index,
        area: statement.area,
        label: statement.label,
        date: statement.date ?? null,
        at: statement.at ?? null,
        boxes: statement.boxes ?? null,
        taken: statement.figures.taken ?? null,
        candidates: Object.fromEntries(
          round.ballot.statement.candidates.map(({ id, number }) => [
            id,
            statement.figures.votes?.[number] ?? null,
          ]),
        ),
        source: statement.source ?? null,
        note: statement.note ?? null,
      })),
  )
}

/** The announcements for people, a table for each round; empty where there are none. */
export function announcedText(
  election: Election,
  announced: readonly Announced[],
  language: Language,
): string {
  const say = words[language]
  const figure = (count: number | null) => (count === null ? '–' : count.toLocaleString(language))
  const rounds = [...new Set(announced.map(({ round }) => round))]
  const tables = rounds.map(number => {
    const { candidates } = election.rounds.get(number)!.ballot.statement
    const rows = announced
      .filter(({ round }) => round === number)
      .map(({ label, taken, candidates: votes }) => [
        nameOf(label, language),
        figure(taken),
        ...candidates.map(({ id }) => figure(votes[id] ?? null)),
      ])
    const head = ['', say.taken, ...candidates.map(({ name }) => nameOf(name, language).split(' ').at(-1)!)]
    return [
      say.announced(number.toLocaleString(language)),
      ...columns(
        [head, ...rows],
        head.map((_, i) => i > 0),
      ),
    ].join('\n')
  })
  return tables.join('\n\n')
}
