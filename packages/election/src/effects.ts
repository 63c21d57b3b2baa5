import { importRow } from './archive.ts'
import { plant } from './areas/tree.ts'
import { columnsOf, emptyRow } from './count/columns.ts'
import type { Building, Entry } from './election.ts'
import { enrolPeople } from './people/enrolment.ts'
import type { Announce } from './statements/announce.ts'
import type { Ballot } from './statements/ballot.ts'
import type { KindName, StatementNamed } from './statements/statement.ts'

/** What a statement of a kind does once its quorum is met; a code where its contents keep it from force. */
type Take<N extends KindName> = (
  building: Building,
  entry: Entry<StatementNamed<N>>,
  index: number,
) => string | undefined

const effects: { readonly [N in KindName]: Take<N> } = {
  definition: (building, { id }) => (id === building.definitionId ? undefined : 'other-definition'),
  areas: (building, { statement }) => plant(building.areas, statement.areas, building.levels),
  boxes: () => undefined,
  enrol: enrolPeople,
  ballot: openRound,
  announce: hearAnnouncement,
  import: importRow,
}

/** @returns why the statement has no force, or nothing where it has */
export function takeEffect(building: Building, entry: Entry, index: number): string | undefined {
  return (effects[entry.statement.kind] as Take<KindName>)(building, entry as never, index)
}

/** Why not: `no-such-round`, `second-ballot`. */
function openRound(building: Building, entry: Entry<Ballot>): string | undefined {
  const { round: number } = entry.statement
  const rule = building.definition.rounds.find(round => round.number === number)
  if (!rule) return 'no-such-round'
  if (building.rounds.has(number)) return 'second-ballot'
  const columns = columnsOf(building.definition, entry.statement)
  building.rounds.set(number, {
    number,
    rule,
    ballot: entry,
    columns,
    imports: new Map(),
    sums: new Map(),
    announcements: [],
    scratch: emptyRow(columns),
  })
  return undefined
}

/** Why not: `no-ballot`, `no-such-area`. */
function hearAnnouncement(building: Building, entry: Entry<Announce>): string | undefined {
  const round = building.rounds.get(entry.statement.round)
  if (!round) return 'no-ballot'
  if (!building.areas.has(entry.statement.area)) return 'no-such-area'
  round.announcements.push(entry)
  return undefined
}
