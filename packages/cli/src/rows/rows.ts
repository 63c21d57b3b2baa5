import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fromElection, type RowGiven, type Rows, rowsOf } from '@countersign/analysis'
import type { Election, Figures, Name } from '@countersign/election'
import { numbersIn, type Placed } from '@countersign/publication/import'
import {
  type ReadElection,
  readElection,
  reading,
  readMap,
  readTable,
} from '@countersign/publication/import/node'
import { type Given, type Stopped, stop } from '../command/command.ts'
import type { Progress } from '../command/progress.ts'
import { stopByProblems } from '../import/problems.ts'
import { stopBy } from '../record/refused.ts'
import { verified } from '../record/verified.ts'

/** Options of every command that reads the rows of an election. */
export const rowsOptions = [
  ['--map <file>', 'for a CSV table: what its columns mean'],
  ['--election <file>', 'for a CSV table: whose election it is (its rule, candidates, levels)'],
  ['--round <n>', 'the round; the first where absent'],
  ['--level <level>', 'the level of the rows; the one that has the most where absent'],
] as const

/** Another version of the total, as announced: never added to the rows. */
export interface Announced {
  readonly label: Name
  readonly figures: Figures
  readonly boxes?: number
}

/** Rows to study, and where they are from. */
export interface Studied {
  readonly rows: Rows
  /** Of a record: the election, and whether the record is intact. */
  readonly election?: Election
  readonly intact?: boolean
  readonly announced: readonly Announced[]
}

export interface WhichStudied {
  /** Rows that the publisher did not count too, as printed. */
  readonly uncounted?: boolean
}

/**
 * The rows of a record (a folder or URL, verified on the way), of a folder of `elections/`, or of a CSV table with its
 * map.
 */
export async function readRows(
  where: string,
  given: Given,
  progress: Progress,
  which: WhichStudied = {},
): Promise<Studied | Stopped> {
  const round = given.round === undefined ? undefined : Number(given.round)
  if (round !== undefined && !Number.isInteger(round))
    return stop('usage', `--round ${given.round} is not a number`, 'name a round, such as --round 1')
  const asked = { ...which, ...(round !== undefined && { round }), ...levelOf(given) }
  if (typeof given.map === 'string') return fromTable(where, given.map, given.election, asked)
  const file = electionFileIn(where)
  if (file !== undefined) return fromFolder(file, asked)
  return fromRecord(where, asked, progress)
}

interface Asked extends WhichStudied {
  readonly round?: number
  readonly level?: string
}

function levelOf({ level }: Given): { readonly level?: string } {
  return typeof level === 'string' ? { level } : {}
}

function electionFileIn(where: string): string | undefined {
  if (where.endsWith('.json') && existsSync(where)) return where
  const inside = join(where, 'election.json')
  return existsSync(where) && statSync(where).isDirectory() && existsSync(inside) ? inside : undefined
}

async function fromRecord(where: string, asked: Asked, progress: Progress): Promise<Studied | Stopped> {
  const done = await verified(where, {}, progress)
  if (!done.ok) return stopBy(done.refusal, where)
  const { report, election } = done.value
  if (!election)
    return stop(
      'not-whole',
      `The record in ${where} cannot be read as a whole: ${report.failures[0]?.message ?? ''}`,
      `countersign verify ${where}`,
    )
  const rows = fromElection(election, asked)
  if (!rows.ok) return stopBy(rows.refusal, where)
  const round = election.rounds.get(rows.value.about.round)!
  const announced = round.announcements.map(({ statement: { label, figures, boxes } }) => ({
    label,
    figures,
    ...(boxes !== undefined && { boxes }),
  }))
  return { rows: rows.value, election, intact: report.intact, announced }
}

async function fromFolder(path: string, asked: Asked): Promise<Studied | Stopped> {
  const read = await readElection(path)
  return read.ok ? ofElectionFile(read.value, asked) : stopBy(read.refusal)
}

async function fromTable(
  table: string,
  mapPath: string,
  election: Given[string],
  asked: Asked,
): Promise<Studied | Stopped> {
  if (typeof election === 'string') {
    const read = await readElection(election, [{ table, map: mapPath }])
    return read.ok ? ofElectionFile(read.value, asked) : stopBy(read.refusal)
  }
  const map = await readMap(mapPath)
  if (!map.ok) return stopBy(map.refusal)
  const numbers = numbersIn(map.value)
  const read = await reading(table, () => readTable(table, map.value, numbers))
  if (!read.ok) return stopBy(read.refusal)
  const { rows, areas, problems } = read.value
  if (problems.length > 0) return stopByProblems(problems.map(problem => ({ ...problem, table })))
  const round = asked.round ?? rows[0]!.round
  const kept = rows.filter(row => row.round === round && (asked.uncounted || row.status === 'counted'))
  return {
    rows: rowsOf({
      // A table alone does not say by which rule it is judged.
      about: { name: { und: map.value.table }, round, rule: 'plurality', of: 'valid' },
      level: rows[0]!.box === undefined ? 'area' : 'box',
      candidates: [...numbers.votes].map(([id, number]) => ({ id, number, name: { und: id } })),
      areas,
      rows: kept.map(given),
      invalidGrounds: [...numbers.invalidBy.values()],
    }),
    announced: [],
  }
}

function ofElectionFile({ file, assembled }: ReadElection, asked: Asked): Studied | Stopped {
  const { areas, results, announcements, problems } = assembled
  if (problems.length > 0) return stopByProblems(problems)
  const { definition, ballots } = file
  const number = asked.round ?? Math.min(...definition.rounds.map(({ number }) => number))
  const rule = definition.rounds.find(round => round.number === number)
  if (!rule)
    return stop(
      'no-such-round',
      `There is no round ${number} in the election.`,
      `rounds: ${definition.rounds.map(({ number }) => number).join(', ')}`,
    )
  const levels = new Map(areas.map(({ id, level }) => [id, level]))
  const byLevel = Map.groupBy(
    results.filter(row => row.round === number && counts(row, asked, definition.annulled)),
    row => (row.box === undefined ? (levels.get(row.area) ?? '') : 'box'),
  )
  const level = asked.level ?? [...byLevel].sort(([, a], [, b]) => b.length - a.length)[0]?.[0]
  const rows = level === undefined ? undefined : byLevel.get(level)
  if (level === undefined || rows === undefined)
    return stop(
      'no-rows',
      `Round ${number} has no rows of the level ${level ?? 'wanted'}.`,
      `levels: ${[...byLevel.keys()].join(', ')}`,
    )
  return {
    rows: rowsOf({
      about: {
        name: definition.name,
        round: number,
        date: rule.date,
        rule: rule.rule,
        of: rule.of,
        ...(definition.publishedBy !== undefined && { publishedBy: definition.publishedBy }),
      },
      level,
      candidates: ballots
        .filter(({ round }) => round === number)
        .flatMap(({ candidates }) => candidates.map(({ id, number, name }) => ({ id, number, name }))),
      areas,
      rows: rows.map(given),
      invalidGrounds: (definition.invalidGrounds ?? []).map(({ number }) => number),
    }),
    announced: announcements
      .filter(({ round }) => round === number)
      .map(({ label = {}, figures, boxes }) => ({ label, figures, ...(boxes !== undefined && { boxes }) })),
  }
}

function counts({ status }: Placed, { uncounted }: Asked, annulled: string | undefined): boolean {
  return uncounted === true || status === 'counted' || (status === 'annulled' && annulled === 'asPrinted')
}

function given({ box, area, figures, note }: Omit<Placed, 'area' | 'digest'> & { area?: string }): RowGiven {
  return {
    id: box ?? area ?? '',
    ...(area !== undefined && { area }),
    figures,
    ...(note !== undefined && { note }),
  }
}
