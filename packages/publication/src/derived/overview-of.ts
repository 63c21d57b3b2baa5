import {
  type Election,
  type Found,
  found,
  type Placed,
  type RoundTally,
  sayFinding,
  shareOf,
  tally,
  withdrawnFiles,
} from '@countersign/election'
import { auditsOf } from './audits.ts'
import { docketCounts, docketOf } from './docket.ts'
import { areaFigures, figuresOf, totalNames, votesOf } from './figures.ts'
import type {
  AreaResult,
  CandidateResult,
  Overview,
  OverviewFinding,
  RoundResult,
  Total,
} from './overview.ts'
import { announcementsOf, decisionsOf } from './stated.ts'

/** What `overviewOf` need not find out again. */
export interface Known {
  /** The root hash at the election's tree size, in base64. */
  readonly root?: string
  readonly found?: Found
}

/** Findings on the first page. */
const mostFindings = 100

/** The first page of an election, computed from its state. */
export function overviewOf(election: Election, known: Known = {}): Overview {
  const { definition, definitionId } = election
  const { treeSize, evidence, rounds } = tally(election)
  const { findings, notApplicable } = known.found ?? found(election)
  return {
    name: definition.name,
    mode: definition.mode,
    treeSize,
    root: known.root ?? null,
    origin: definition.origin,
    vkey: definition.vkey,
    definition: definitionId,
    time: election.time > 0 ? election.time : null,
    closed: election.closed ?? null,
    evidence,
    bodies: definition.bodies.map(({ id, name }) => ({ id, name })),
    rounds: rounds.map(round => roundResult(election, round)),
    findings: findings.slice(0, mostFindings).map(finding => findingOf(election, finding)),
    findingCounts: countsOf(findings),
    notApplicable,
    docket: docketCounts(docketOf(election)),
    withdrawn: Object.fromEntries(withdrawnFiles(election)),
    audits: auditsOf(election),
    sources: sourcesOf(election),
    grounds: { invalid: definition.invalidGrounds ?? [], notTaken: definition.notTakenGrounds ?? [] },
    ...placesOf(election),
  }
}

function roundResult(election: Election, counted: RoundTally): RoundResult {
  const round = election.rounds.get(counted.round)!
  const { rule, ballot } = round
  const candidates = ballot.statement.candidates
  return {
    round: counted.round,
    date: rule.date,
    rule: rule.rule,
    of: rule.of,
    total: counted.total,
    eligible: counted.eligible,
    issued: counted.issued,
    taken: counted.taken,
    invalid: counted.invalid,
    invalidDerived: (counted.derived.invalid ?? 0) > 0,
    valid: counted.valid,
    notTaken: counted.notTaken,
    issuedLessTaken: counted.issuedLessTaken,
    turnout: {
      issued: shareOf(counted.issued, counted.eligible),
      taken: shareOf(counted.taken, counted.eligible),
    },
    outcome: counted.outcome,
    asItStands: counted.asItStands,
    settled: counted.settled,
    boxes: counted.boxes,
    candidates: candidates.map(({ id, number, name }): CandidateResult => {
      const votes = votesOf(counted, id)
      return {
        id,
        number,
        name,
        votes,
        withdrawn: counted.withdrawn[id] !== undefined,
        ofValid: shareOf(votes, counted.valid),
        ofTaken: shareOf(votes, counted.taken),
      }
    }),
    totals: totalsOf(election, counted.round),
    announcements: announcementsOf(round),
    decisions: decisionsOf(round),
    areas: areasOf(election, counted.round),
  }
}

/** Of a live election each total; of an archive the sum of the rows of each level, the counted one first. */
function totalsOf(election: Election, round: number): readonly Total[] {
  const { mode, countedLevel } = election.definition
  const total = (counted: RoundTally, level: string | null): Total => ({
    ...areaFigures(election, counted),
    level,
    outcome: counted.outcome,
  })
  if (mode === 'live')
    return totalNames(election).map(name => total(tally(election, { round, total: name }).rounds[0]!, null))
  const levels = [...election.rounds.get(round)!.sums.keys()].filter(level => level !== countedLevel)
  return [countedLevel, ...levels].map(level => total(tally(election, { round, level }).rounds[0]!, level))
}

function areasOf(election: Election, round: number): RoundResult['areas'] {
  const shown = shownLevel(election)
  const rows = [...election.areas.values()]
    .filter(({ area }) => area.level === shown)
    .map(({ area }): AreaResult => {
      const { taken, invalid, votes } = figuresOf(election, area.id).find(figures => figures.round === round)!
      return { id: area.id, name: area.name, taken, invalid, votes }
    })
  return { level: election.definition.levels.find(({ id }) => id === shown)?.name ?? {}, rows }
}

function shownLevel({ definition, levels, areas }: Election): string | undefined {
  if (definition.countedLevel !== 'box') return definition.countedLevel
  const counts = Map.groupBy(areas.values(), ({ area }) => area.level)
  return levels.find(level => (counts.get(level)?.length ?? 0) > 1) ?? levels[0]
}

export function findingOf(election: Election, found: Placed): OverviewFinding {
  const { code, severity, round, box, area, entry } = found
  return {
    code,
    severity,
    round,
    box: box ?? null,
    area: area === undefined ? null : (election.areas.get(area)?.area.name ?? null),
    areaId: area ?? null,
    entry: entry ?? null,
    message: { en: sayFinding(found, 'en'), fa: sayFinding(found, 'fa') },
  }
}

function countsOf(found: readonly Placed[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { code } of found) counts[code] = (counts[code] ?? 0) + 1
  return counts
}

/** Where the figures were published, each once, in the order of the record. */
function sourcesOf(election: Election): readonly string[] {
  const sources = new Set<string>()
  for (const { statement } of election.entries.values())
    if ((statement.kind === 'import' || statement.kind === 'announce') && statement.source)
      sources.add(statement.source)
  return [...sources]
}

function placesOf(election: Election): Pick<Overview, 'levels' | 'top' | 'boxes'> {
  const areas = [...election.areas.values()].map(({ area }) => area)
  return {
    levels: election.definition.levels.map(({ id, name }) => ({
      id,
      name,
      areas: areas.filter(({ level }) => level === id).length,
    })),
    top: areas.filter(({ parent }) => parent === undefined).map(({ id }) => id),
    boxes: boxCount(election),
  }
}

function boxCount({ rounds, lists }: Election): number {
  const boxes = new Set<string>()
  for (const { boxes: listed } of lists.values()) for (const id of listed.keys()) boxes.add(id)
  for (const { imports } of rounds.values())
    for (const { statement } of imports.values()) if (statement.box !== undefined) boxes.add(statement.box)
  return boxes.size
}
