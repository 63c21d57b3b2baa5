import type { Election } from '@countersign/election'
import { csvLine } from './csv.ts'
import { type Part, textPart } from './part.ts'
import { rowsOf } from './table.ts'
import { areasAbove, type BoxFiguresRow, nameIn, type RoundTables } from './tables.ts'

/**
 * The layout of OpenElections: one line for each place and candidate; `Registered Voters` and `Ballots Cast` are
 * offices without a candidate. A county is the highest level that has several areas. Of boxes where there are any, else
 * of the counted areas; only figures that are in the total, and only those known.
 */
export function* openElectionsOf(election: Election, tables: RoundTables): Generator<Part> {
  yield textPart(() => csvLine(['county', 'precinct', 'office', 'district', 'party', 'candidate', 'votes']))
  const linesOf = liner(election, tables)
  if (tables.boxes.count === 0) {
    yield textPart(() => linesOf(countedAreas(election, tables)))
    return
  }
  const placeOf = boxPlaces(election, tables)
  for (const { from, rows } of tables.boxes.blocks)
    yield textPart(() => linesOf(rows().flatMap(row => placeOf(row) ?? [])), from)
}

interface Place {
  readonly county: string | null
  readonly precinct: string | null
  readonly eligible: number | null | undefined
  readonly taken: number | null | undefined
  readonly votes: readonly (number | null | undefined)[]
}

function liner(election: Election, { round }: RoundTables): (places: Iterable<Place>) => string {
  const office = nameIn(election.definition.name)!
  const candidates = round.ballot.statement.candidates.map(({ id, name }) => nameIn(name) ?? id)
  return places => {
    let text = ''
    for (const { county, precinct, eligible, taken, votes } of places) {
      const line = (of: string, candidate: string | null, count: number | null | undefined) =>
        count == null ? '' : csvLine([county, precinct, of, null, null, candidate, count])
      text += line('Registered Voters', null, eligible) + line('Ballots Cast', null, taken)
      for (const [i, name] of candidates.entries()) text += line(office, name, votes[i])
    }
    return text
  }
}

function boxPlaces(election: Election, { round }: RoundTables): (row: BoxFiguresRow) => Place | undefined {
  const above = areasAbove(election)
  const level = countyLevel(election)
  const { candidates } = round.ballot.statement
  return ({ id, area, figures, counted }) => {
    if (figures === null || counted.length === 0) return undefined
    return {
      county: nameIn((above(area)[level] ?? above(area)[0])?.name),
      precinct: id,
      eligible: figures.eligible,
      taken: figures.taken,
      votes: candidates.map(({ number }) => figures.votes?.[number]),
    }
  }
}

function* countedAreas(election: Election, { round, areas }: RoundTables): Generator<Place> {
  const { candidates } = round.ballot.statement
  let total: string | undefined
  for (const { area, counted } of rowsOf(areas)) {
    total ??= counted.total
    const { level, name } = election.areas.get(area)!.area
    if (level !== election.definition.countedLevel || counted.total !== total) continue
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
