import {
  checkRows,
  type Election,
  findings,
  type Placed,
  type RoundTally,
  sayFinding,
  shareOf,
  tally,
} from '@countersign/election'
import type { AreaResult, CandidateResult, Overview, OverviewFinding, RoundResult } from './overview.ts'

/** The first page of an election, computed from its state. */
export function overviewOf(election: Election): Overview {
  const { definition } = election
  const { treeSize, evidence, rounds } = tally(election)
  return {
    name: definition.name,
    mode: definition.mode,
    treeSize,
    origin: definition.origin,
    vkey: definition.vkey,
    evidence,
    rounds: rounds.map(round => roundResult(election, round)),
    findings: findings(election).map(found => findingOf(election, found)),
    notApplicable: notApplicable(election),
    sources: sourcesOf(election),
  }
}

function roundResult(election: Election, counted: RoundTally): RoundResult {
  const { rule, ballot } = election.rounds.get(counted.round)!
  const candidates = ballot.statement.candidates
  return {
    round: counted.round,
    date: rule.date,
    rule: rule.rule,
    of: rule.of,
    eligible: counted.eligible,
    issued: counted.issued,
    taken: counted.taken,
    invalid: counted.invalid,
    invalidDerived: (counted.derived.invalid ?? 0) > 0,
    valid: counted.valid,
    turnout: {
      issued: shareOf(counted.issued, counted.eligible),
      taken: shareOf(counted.taken, counted.eligible),
    },
    outcome: counted.outcome,
    candidates: candidates.map(({ id, number, name }): CandidateResult => {
      const votes = votesOf(counted, id)
      return {
        id,
        number,
        name,
        votes,
        ofValid: shareOf(votes, counted.valid),
        ofTaken: shareOf(votes, counted.taken),
      }
    }),
    areas: areasOf(
      election,
      counted.round,
      candidates.map(({ id }) => id),
    ),
  }
}

function areasOf(election: Election, round: number, candidates: readonly string[]): RoundResult['areas'] {
  const { countedLevel, levels } = election.definition
  const level = levels.find(({ id }) => id === countedLevel)?.name ?? {}
  const rows = [...election.areas.values()]
    .filter(({ area }) => area.level === countedLevel)
    .map(({ area }): AreaResult => {
      const counted = tally(election, { area: area.id, round }).rounds[0]!
      return {
        id: area.id,
        name: area.name,
        taken: counted.taken,
        invalid: counted.invalid,
        votes: candidates.map(id => votesOf(counted, id)),
      }
    })
  return { level, rows }
}

function findingOf(election: Election, found: Placed): OverviewFinding {
  const { code, round, box, area } = found
  return {
    code,
    round,
    box: box ?? null,
    area: area === undefined ? null : (election.areas.get(area)?.area.name ?? null),
    message: { en: sayFinding(found, 'en'), fa: sayFinding(found, 'fa') },
  }
}

function notApplicable(election: Election): number {
  let count = 0
  for (const round of election.rounds.values())
    for (const row of checkRows(election, round)) count += row.notApplicable.length
  return count
}

/** Votes are unknown where any row lacks them. */
function votesOf({ candidates, lacking }: RoundTally, id: string): number | null {
  return lacking[id] === undefined ? (candidates[id] ?? null) : null
}

/** Where the figures were published, each once, in the order of the record. */
function sourcesOf(election: Election): readonly string[] {
  const sources = new Set<string>()
  for (const { statement } of election.entries.values())
    if ((statement.kind === 'import' || statement.kind === 'announce') && statement.source)
      sources.add(statement.source)
  return [...sources]
}
