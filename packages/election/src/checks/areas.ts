import { unitOf } from '../archive.ts'
import { whole } from '../areas/tree.ts'
import { columnOf } from '../count/columns.ts'
import { emptySum, type Sum, totalOf } from '../count/sum.ts'
import { totalsOf } from '../count/totals.ts'
import type { Election, RoundState, View } from '../election.ts'
import { outcomeByRule } from '../outcome/round.ts'
import { mismatches } from '../rounds/sums.ts'
import type { Placed } from './finding.ts'

type Round = View<RoundState>

/** What the sums of areas say: A01 and A02, and C02 where an archive prints a total and all its parts. */
export function areaFindings(election: Election, round: Round): readonly Placed[] {
  const crowded = crowdedAreas(election, round)
  const printed = election.definition.mode === 'archive' ? printedTotals(election, round) : []
  return [...printed, ...crowded, ...withoutThem(election, round, crowded)]
}

/** The areas with more ballots taken than eligible voters: A01. */
function crowdedAreas(election: Election, round: Round): readonly Placed[] {
  return [...election.areas.keys()].flatMap(area => {
    const { sum } = totalsOf(election, round, { area })
    const taken = totalOf(sum, columnOf.taken)
    const eligible = totalOf(sum, columnOf.eligible)
    if (taken === null || eligible === null || taken <= eligible) return []
    const figures = { taken, eligible, difference: taken - eligible }
    return [
      {
        code: 'A01',
        part: 'more',
        severity: election.settings.severity('A01'),
        figures,
        round: round.number,
        area,
      },
    ]
  })
}

/** Whether the outcome would be the same if all these areas were annulled together. */
function withoutThem(election: Election, round: Round, crowded: readonly Placed[]): readonly Placed[] {
  const named = new Set(crowded.map(({ area }) => area!))
  const highest = [...named].filter(id => {
    const [, ...above] = election.areas.get(id)!.path
    return !above.some(area => named.has(area))
  })
  const all = totalsOf(election, round, {}).sum
  if (highest.length === 0 || !all) return []
  const rest = less(
    round,
    all,
    highest.flatMap(area => totalsOf(election, round, { area }).sum ?? []),
  )
  const same =
    JSON.stringify(outcomeByRule(election, round, all)) ===
    JSON.stringify(outcomeByRule(election, round, rest))
  const figures = { areas: highest.length }
  const severity = election.settings.severity('A02')
  return [{ code: 'A02', part: same ? 'same' : 'changes', severity, figures, round: round.number }]
}

function less({ columns }: Round, all: Sum, parts: readonly Sum[]): Sum {
  const rest: Sum = { ...emptySum(columns), counted: all.counted, rows: all.rows }
  for (const name of ['values', 'known', 'derived'] as const)
    for (let i = 0; i < columns.length; i++)
      rest[name][i] = parts.reduce((left, part) => left - part[name][i]!, all[name][i]!)
  for (const part of parts) {
    rest.counted -= part.counted
    rest.rows -= part.rows
  }
  return rest
}

/** Printed totals against the sum of the rows of the next level, where all of those are there. */
function printedTotals(election: Election, round: Round): readonly Placed[] {
  const parts = partsByLevel(election, round)
  return [...election.areas.values()].flatMap(({ area: { id, level } }) => {
    const printed = round.imports.get(unitOf({ area: id }))
    const below = nextLevel(election, round, level, id)
    const sum = below === undefined ? undefined : (round.sums.get(below)?.get(id) as Sum | undefined)
    if (!printed || !sum || sum.rows !== parts.get(below!)?.get(id)) return []
    const place = { round: round.number, area: id, entry: printed.index }
    return mismatches(round, printed.statement.figures, sum, { written: true }).map(mismatch => ({
      code: 'C02' as const,
      part: 'figure',
      severity: election.settings.severity('C02'),
      figures: { ...mismatch },
      ...place,
    }))
  })
}

/** The nearest level below whose rows lie in the area. */
function nextLevel({ levels }: Election, { sums }: Round, level: string, area: string): string | undefined {
  return [...levels.slice(levels.indexOf(level) + 1), 'box'].find(below => sums.get(below)?.has(area))
}

/** How many areas of each level, and how many listed boxes, lie in each area. */
function partsByLevel(election: Election, round: Round): Map<string, Map<string, number>> {
  const parts = new Map<string, Map<string, number>>()
  const add = (level: string, path: readonly string[]) => {
    const counts = parts.get(level) ?? new Map<string, number>()
    parts.set(level, counts)
    for (const area of path) if (area !== whole) counts.set(area, (counts.get(area) ?? 0) + 1)
  }
  for (const { area, path } of election.areas.values()) add(area.level, path)
  for (const number of [0, round.number])
    for (const { area } of election.lists.get(number)?.boxes.values() ?? [])
      add('box', election.areas.get(area)!.path)
  return parts
}
