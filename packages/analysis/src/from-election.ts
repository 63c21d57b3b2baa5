import { type Election, life, ok, type Result, refuse } from '@countersign/election'
import { type About, type AreaGiven, type RowCandidate, type RowGiven, type Rows, rowsOf } from './table.ts'

/** Which rows of a replayed election are wanted. */
export interface WhichRows {
  /** Absent: the first. */
  readonly round?: number
  /** Of an archive: the level of the rows; absent: the level that has the most. */
  readonly level?: string
  /** Of an archive: rows that its publisher did not count too, as printed. */
  readonly uncounted?: boolean
}

/**
 * The rows of one round. Of a live election they are the boxes of the preliminary total with the figures that count;
 * of an archive the rows of one level as published.
 * Refusals: `no-such-round`, `no-rows`.
 */
export function fromElection(
  election: Election,
  { round: asked, level, uncounted }: WhichRows = {},
): Result<Rows> {
  const numbers = [...election.rounds.keys()].sort((a, b) => a - b)
  const round = election.rounds.get(asked ?? numbers[0] ?? 0)
  if (!round) {
    const known = numbers.length === 0 ? 'it has none yet' : `it has ${numbers.join(', ')}`
    return refuse('no-such-round', `The election has no round ${asked ?? 1}: ${known}.`)
  }
  const live = election.definition.mode === 'live'
  const byLevel = live
    ? new Map([['box', boxRows(round)]])
    : importedRows(election, round, uncounted === true)
  const chosen = level ?? fullest(byLevel)
  const rows = chosen === undefined ? undefined : byLevel.get(chosen)
  if (chosen === undefined || !rows || rows.length === 0)
    return refuse(
      'no-rows',
      `Round ${round.number} has no rows${level === undefined ? '' : ` of the level ${level}`}: ${levelsText(byLevel)}.`,
    )
  const areas: AreaGiven[] = [...election.areas.values()].map(({ area }) => area)
  return ok(
    rowsOf({
      about: aboutOf(election, round),
      level: chosen,
      candidates: candidatesOf(round),
      areas,
      rows,
      invalidGrounds: round.numbers.invalidGrounds,
    }),
  )
}

type Round = NonNullable<ReturnType<Election['rounds']['get']>>

function aboutOf({ definition, size }: Election, { number, rule }: Round): About {
  return {
    name: definition.name,
    round: number,
    date: rule.date,
    rule: rule.rule,
    of: rule.of,
    ...(definition.publishedBy !== undefined && { publishedBy: definition.publishedBy }),
    treeSize: size,
  }
}

function candidatesOf({ ballot }: Round): readonly RowCandidate[] {
  return ballot.statement.candidates.map(({ id, number, name }) => ({ id, number, name }))
}

/** The boxes whose figures are in the preliminary total. */
function boxRows(round: Round): RowGiven[] {
  return [...round.boxes.values()].flatMap(({ id, area, judgement }) => {
    const counts = life[judgement.state].in.includes('preliminary') && judgement.figures !== undefined
    return counts ? [{ id, area, figures: judgement.figures! }] : []
  })
}

/** The rows of an archive, apart for each level: rows of two levels are never added together. */
function importedRows(election: Election, round: Round, uncounted: boolean): Map<string, RowGiven[]> {
  const byLevel = new Map<string, RowGiven[]>()
  for (const { statement } of round.imports.values()) {
    const { area, box, figures, status, note } = statement
    if (!uncounted && !isCounted(election, status)) continue
    const level = box === undefined ? election.areas.get(area)!.area.level : 'box'
    const rows = byLevel.get(level) ?? []
    rows.push({ id: box ?? area, area, figures, ...(note !== undefined && { note }) })
    byLevel.set(level, rows)
  }
  return byLevel
}

/** Some laws put the ballots of an annulled box among the invalid ones, and the publisher prints them so. */
function isCounted({ definition }: Election, status: string): boolean {
  return status === 'counted' || (status === 'annulled' && definition.annulled === 'asPrinted')
}

function fullest(byLevel: ReadonlyMap<string, readonly RowGiven[]>): string | undefined {
  return [...byLevel].sort(([, a], [, b]) => b.length - a.length)[0]?.[0]
}

function levelsText(byLevel: ReadonlyMap<string, readonly RowGiven[]>): string {
  const levels = [...byLevel].map(([level, rows]) => `${rows.length} of the level ${level}`)
  return levels.length === 0 ? 'nothing is counted or imported yet' : `it has ${levels.join(', ')}`
}
