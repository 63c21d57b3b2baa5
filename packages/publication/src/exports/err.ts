import { type Election, type Outcome, tally } from '@countersign/election'
import type { Names } from '../derived/overview.ts'
import type { Difference } from './difference.ts'
import { type Part, textPart } from './part.ts'
import { rowsOf } from './table.ts'
import { nameIn, type RoundTables } from './tables.ts'
import {
  areaUnit,
  boxUnit,
  type Unit,
  unitBlocks,
  unitDifference,
  unitsOf,
  votesByCandidate,
} from './units.ts'

/**
 * One round in the Common Data Format of NIST SP 1500-100 r2 (Election Results Reporting, version 2), as JSON. Votes and
 * ballots as printed or summed; a figure that is not known is left out. The same state gives the same text: the date
 * of making is the record's last time, else the voting day's beginning.
 */
export function* errOf(election: Election, tables: RoundTables): Generator<Part> {
  const blocks = unitBlocks(election, tables)
  const scope = blocks[0].units()[0]!.id
  const inside = unitsInside(election, tables)
  yield textPart(() => `{${members(head(election, tables))},"GpUnit":[`)
  yield* listed('unit', blocks, unit => gpUnit(election, unit, inside))
  yield textPart(() => `],"Election":[{${members(electionMembers(election, tables, scope))},"BallotCounts":[`)
  yield* listed('ballots', blocks, ballotCounts)
  yield textPart(() => `],"Contest":[{${members(contest(election, tables, scope))},"ContestSelection":[`)
  for (const [i, { id }] of tables.round.ballot.statement.candidates.entries()) {
    yield textPart(() => `${i === 0 ? '' : ','}{${members(selection(id))},"VoteCounts":[`)
    yield* listed(`votes-${i}`, blocks, unit => voteCounts(unit, i))
    yield textPart(() => ']}')
  }
  yield textPart(() => ']}]}]}\n')
}

function head(election: Election, tables: RoundTables): object {
  const { definition } = election
  return {
    '@type': type('ElectionReport'),
    Format: tables.boxes.count > 0 ? 'precinct-level' : 'summary-contest',
    GeneratedDate: madeAt(election, tables.round.rule.date),
    Issuer: nameIn(issuerOf(election)),
    IssuerAbbreviation: definition.bodies.find(({ role }) => role === 'authority')!.id,
    SequenceEnd: 1,
    SequenceStart: 1,
    Status: statusOf(election, tables),
    VendorApplicationId: 'countersign',
    Notes: `${definition.origin}, tree size ${election.size}`,
  }
}

function electionMembers(election: Election, tables: RoundTables, scope: string): object {
  const { rule, number } = tables.round
  return {
    '@type': type('Election'),
    ElectionScopeId: scope,
    StartDate: rule.date,
    EndDate: rule.date,
    Name: text(election.definition.name),
    Type: number > 1 ? 'runoff' : 'general',
    Candidate: candidatesOf(election, tables),
  }
}

function contest({ definition }: Election, { round }: RoundTables, scope: string): object {
  return {
    '@type': type('CandidateContest'),
    '@id': contestId,
    ElectionDistrictId: scope,
    Name: nameIn(definition.name),
    VotesAllowed: 1,
    NumberElected: 1,
    VoteVariation: round.rule.rule,
  }
}

function selection(candidate: string): object {
  return {
    '@type': type('CandidateSelection'),
    '@id': `selection-${candidate}`,
    CandidateIds: [candidateId(candidate)],
  }
}

const contestId = 'contest'

function type(name: string): string {
  return `ElectionResults.${name}`
}

/** The members of an object without its braces. */
function members(values: object): string {
  return JSON.stringify(values).slice(1, -1)
}

/**
 * The objects made of units, as a list's JSON without its brackets; of a unit that gives none nothing is said. Each box
 * stands after a comma, since areas come first. Where no area gives anything the list is made in one part.
 */
function* listed(
  list: string,
  [areas, ...boxes]: ReturnType<typeof unitBlocks>,
  made: (unit: Unit) => object | undefined,
): Generator<Part> {
  const jsonOf = (units: readonly Unit[]) =>
    units.flatMap(unit => {
      const object = made(unit)
      return object === undefined ? [] : [JSON.stringify(object)]
    })
  const first = jsonOf(areas.units())
  if (first.length === 0) {
    yield textPart(() => boxes.flatMap(({ units }) => jsonOf(units())).join(','))
    return
  }
  yield textPart(() => first.join(','))
  for (const { from, units } of boxes)
    yield textPart(
      () =>
        jsonOf(units())
          .map(json => `,${json}`)
          .join(''),
      from === undefined ? undefined : `${list} ${from}`,
    )
}

function voteCounts({ id, votes }: Unit, candidate: number): object | undefined {
  const count = votes[candidate]
  if (count === null) return undefined
  return { '@type': type('VoteCounts'), Count: count, GpUnitId: id, Type: 'total' }
}

function gpUnit(
  election: Election,
  { id, level, name, eligible }: Unit,
  inside: ReadonlyMap<string, readonly string[]>,
): object {
  const composing = inside.get(id)
  return {
    '@type': type('ReportingUnit'),
    '@id': id,
    ...unitType(election, level),
    Name: text(name),
    ...(eligible !== null && { VotersRegistered: eligible }),
    ...(composing && { ComposingGpUnitIds: composing }),
  }
}

/** The format's list of types is one country's; a level that is not on it is named as the definition names it. */
function unitType({ definition }: Election, level: string): object {
  if (level === 'box') return { Type: 'precinct' }
  if (level === definition.levels[0]!.id) return { Type: 'country' }
  return { Type: 'other', OtherType: level }
}

/** What lies directly in each area that anything lies in: areas, then counted boxes. */
function unitsInside({ areas }: Election, { boxes }: RoundTables): ReadonlyMap<string, readonly string[]> {
  const inside = new Map<string, string[]>()
  for (const [id, { children }] of areas)
    if (children.length > 0) inside.set(areaUnit(id), children.map(areaUnit))
  for (const { id, area, figures, counted } of rowsOf(boxes)) {
    if (figures === null || counted.length === 0) continue
    const units = inside.get(areaUnit(area))
    if (units) units.push(boxUnit(id))
    else inside.set(areaUnit(area), [boxUnit(id)])
  }
  return inside
}

function ballotCounts({ id, taken, invalid }: Unit): object | undefined {
  if (taken === null && invalid === null) return undefined
  return {
    '@type': type('BallotCounts'),
    GpUnitId: id,
    Type: 'total',
    ...(taken !== null && { BallotsCast: taken }),
    ...(invalid !== null && { BallotsRejected: invalid }),
  }
}

function candidatesOf(election: Election, { round }: RoundTables): readonly object[] {
  const { outcome } = tally(election, { round: round.number }).rounds[0]!
  return round.ballot.statement.candidates.map(({ id, name }) => {
    const status = statusAfter(outcome, id)
    return {
      '@type': type('Candidate'),
      '@id': candidateId(id),
      BallotName: text(name),
      ...(status !== undefined && { PostElectionStatus: status }),
    }
  })
}

function statusAfter(outcome: Outcome | null, candidate: string): string | undefined {
  if (outcome?.state === 'elected') return outcome.candidate === candidate ? 'winner' : 'defeated'
  if (outcome?.state === 'runOff')
    return outcome.between.includes(candidate) ? 'advanced-to-runoff' : 'defeated'
  return undefined
}

/** Certified where the supervising body said so; else complete or partial, by what is outstanding. */
function statusOf(election: Election, { round }: RoundTables): string {
  if (round.certifications.some(({ statement }) => statement.decision === 'certified')) return 'certified'
  const outstanding = tally(election, { round: round.number }).rounds[0]!.settled?.outstanding
  return outstanding === 0 ? 'unofficial-complete' : 'unofficial-partial'
}

function madeAt({ time }: Election, date: string): string {
  return time > 0 ? new Date(time * 1000).toISOString().replace('.000', '') : `${date}T00:00:00Z`
}

function issuerOf({ definition }: Election): Names {
  return definition.publishedBy ?? definition.bodies.find(({ role }) => role === 'authority')!.name
}

function candidateId(id: string): string {
  return `candidate-${id}`
}

function text(names: Names): object {
  return {
    '@type': type('InternationalizedText'),
    Text: Object.entries(names).map(([Language, Content]) => ({
      '@type': type('LanguageString'),
      Content,
      Language,
    })),
  }
}

/** Reads a report back. Throws where it is not JSON of the format's shape. */
export function errDifference(
  election: Election,
  tables: RoundTables,
  bytes: Uint8Array,
): Difference | undefined {
  const report = JSON.parse(new TextDecoder().decode(bytes)) as ErrReport
  const said = new Map<string, Record<string, number>>()
  const put = (id: string, name: string, figure: number | undefined) => {
    const figures = said.get(id) ?? {}
    said.set(id, figures)
    if (figure !== undefined) figures[name] = figure
  }
  for (const unit of report.GpUnit) put(unit['@id'], 'VotersRegistered', unit.VotersRegistered)
  for (const { BallotCounts, Contest } of report.Election) {
    for (const counts of BallotCounts) {
      put(counts.GpUnitId, 'BallotsCast', counts.BallotsCast)
      put(counts.GpUnitId, 'BallotsRejected', counts.BallotsRejected)
    }
    for (const { CandidateIds, VoteCounts } of Contest.flatMap(contest => contest.ContestSelection))
      for (const { GpUnitId, Count } of VoteCounts)
        put(GpUnitId, `votes.${CandidateIds[0]!.slice(candidateId('').length)}`, Count)
  }
  return unitDifference(unitsOf(election, tables), said, unit => ({
    VotersRegistered: unit.eligible,
    BallotsCast: unit.taken,
    BallotsRejected: unit.invalid,
    ...votesByCandidate(tables, unit),
  }))
}

/** The parts of a report that are read back. */
interface ErrReport {
  readonly GpUnit: readonly { readonly '@id': string; readonly VotersRegistered?: number }[]
  readonly Election: readonly {
    readonly BallotCounts: readonly {
      readonly GpUnitId: string
      readonly BallotsCast?: number
      readonly BallotsRejected?: number
    }[]
    readonly Contest: readonly {
      readonly ContestSelection: readonly {
        readonly CandidateIds: readonly string[]
        readonly VoteCounts: readonly { readonly GpUnitId: string; readonly Count: number }[]
      }[]
    }[]
  }[]
}
