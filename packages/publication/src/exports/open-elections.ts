import type { Election } from '@countersign/election'
import { csvLine } from './csv.ts'
import { areasAbove, nameIn, type RoundTables } from './tables.ts'

/**
 * The layout of OpenElections: one line for each place and candidate; `Registered Voters` and `Ballots Cast` are
 * offices without a candidate. A county is the highest level that has several areas. Of boxes where there are any, else
 * of the counted areas; only figures that are in the total, and only those known.
 */
export function* openElectionsOf(election: Election, tables: RoundTables): Generator<string> {
  yield csvLine(['county', 'precinct', 'office', 'district', 'party', 'candidate', 'votes'])
  const office = nameIn(election.definition.name)!
  const { candidates } = tables.round.ballot.statement
  for (const { county, precinct, eligible, taken, votes } of placesOf(election, tables)) {
    const line = (of: string, candidate: string | null, count: number | null | undefined) =>
      count == null ? '' : csvLine([county, precinct, of, null, null, candidate, count])
    yield line('Registered Voters', null, eligible) +
      line('Ballots Cast', null, taken) +
      candidates.map(({ id, name }, i) => line(office, nameIn(name) ?? id, votes[i])).join('')
  }
}

interface Place {
  readonly county: string | null
  readonly precinct: string | null
  readonly eligible: number | null | undefined
  readonly taken: number | null | undefined
  readonly votes: readonly (number | null | undefined)[]
}

function* placesOf(election: Election, { round, areas, boxes }: RoundTables): Generator<Place> {
  const above = areasAbove(election)
  const level = countyLevel(election)
  const countyOf = (area: string) => nameIn((above(area)[level] ?? above(area)[0])?.name)
  const { candidates } = round.ballot.statement
  for (const { id, area, figures, counted } of boxes.rows) {
    if (figures === null || counted.length === 0) continue
    const votes = candidates.map(({ number }) => figures.votes?.[number])
    yield { county: countyOf(area), precinct: id, eligible: figures.eligible, taken: figures.taken, votes }
  }
  if (boxes.rows.length > 0) return
  const [first] = areas.rows
  for (const { area, counted } of areas.rows) {
    const { level, name } = election.areas.get(area)!.area
    if (level !== election.definition.countedLevel || counted.total !== first!.counted.total) continue
    const votes = candidates.map(({ id }) => counted.candidates[id] ?? null)
    yield { county: nameIn(name), precinct: null, eligible: counted.eligible, taken: counted.taken, votes }
  }
}

function countyLevel({ areas, levels }: Election): number {
  const counts = Map.groupBy(areas.values(), ({ area }) => area.level)
  return Math.max(
    0,
    levels.findIndex(level => (counts.get(level)?.length ?? 0) > 1),
  )
}
