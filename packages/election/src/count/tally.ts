import { whole } from '../areas/tree.ts'
import type { Election, RoundState, View } from '../election.ts'
import { addEvidence, type Evidence, evidenceOf } from '../outcome/evidence.ts'
import type { Outcome, Standing } from '../outcome/outcome.ts'
import { type Ending, endingOf, roundTotals } from '../outcome/round.ts'
import type { Settled } from '../outcome/settled.ts'
import type { Definition } from '../statements/definition.ts'
import { columnOf, singleFigures } from './columns.ts'
import { type Share, shareOf } from './share.ts'
import { rowsFor, type Sum, totalOf } from './sum.ts'
import { type TotalName, type Totals, totalsOf } from './totals.ts'

export type Denominator = Definition['denominators'][number]

/** Which tally is wanted. */
export interface Which {
  /** Absent: everything. */
  readonly area?: string
  /** Absent: every round that has a ballot. */
  readonly round?: number
  /** Of an archive: the level whose rows are added up; absent: as the definition says. */
  readonly level?: string
  /** Of a live election; absent: preliminary. */
  readonly total?: 'preliminary' | 'undisputed' | 'reconciled'
}

/** Totals at a version of the record. */
export interface Tally {
  /** The version: how many entries the record had. */
  readonly treeSize: number
  readonly evidence: Evidence
  readonly rounds: readonly RoundTally[]
}

/** A number of ballots or voters; null where some row that should give it does not. */
type Total = number | null

export interface RoundTally {
  readonly round: number
  /** Which of the totals this is. */
  readonly total: TotalName
  readonly evidence: Evidence
  readonly eligible: Total
  readonly issued: Total
  readonly taken: Total
  readonly invalid: Total
  readonly valid: Total
  readonly notTaken: Total
  /** Votes by candidate ID: the sum of the rows that give them (`lacking` names those that do not). */
  readonly candidates: Readonly<Record<string, number>>
  /** Votes for those who withdrew after the printing; where the definition says so they are among the invalid. */
  readonly withdrawn: Readonly<Record<string, number>>
  /** By candidate ID, then by denominator. */
  readonly shares: Readonly<Record<string, Readonly<Record<string, Share | null>>>>
  /** By numerator; the denominator is the eligible voters. */
  readonly turnout: Readonly<Record<string, Share | null>>
  /** Ballots issued less ballots taken. */
  readonly issuedLessTaken: Total
  /** Of the whole; null of an area. */
  readonly outcome: Outcome | null
  /** The outcome if nothing were outstanding. */
  readonly asItStands: Outcome | null
  readonly settled: Settled | null
  /** Boxes (of an archive: rows) by state. */
  readonly boxes: Readonly<Record<string, number>>
  /** In how many rows a figure or candidate is not given, where there is such a row. */
  readonly lacking: Readonly<Record<string, number>>
  /** In how many rows a figure is not written but follows from the others. */
  readonly derived: Readonly<Record<string, number>>
  readonly invalidBy: Readonly<Record<string, Total>>
  readonly notTakenBy: Readonly<Record<string, Total>>
}

/** The totals of an area, or of everything. */
export function tally(election: Election, which: Which = {}): Tally {
  const rounds = [...election.rounds.values()]
    .filter(({ number }) => which.round === undefined || number === which.round)
    .sort((a, b) => a.number - b.number)
  const tallied = rounds.map(round => tallyRound(election, round, which))
  const evidence = addEvidence(
    election,
    tallied.map(round => round.evidence),
  )
  return { treeSize: election.size, evidence, rounds: tallied }
}

function tallyRound(election: Election, round: View<RoundState>, which: Which): RoundTally {
  const { definition } = election
  const totals = totalsOf(election, round, which)
  const { name, sum } = totals
  const { standings, withdrawn, ...figures } = roundTotals(election, round, sum)
  const votesOf = (among: readonly Standing[]) =>
    Object.fromEntries(among.map(({ candidate, votes }) => [candidate, votes]))
  const shares = ({ candidate, votes }: Standing) =>
    [candidate, byName(definition.denominators, of => shareOf(votes, figures[of]))] as const
  return {
    round: round.number,
    total: name,
    evidence: evidenceOf(election, round, which),
    ...figures,
    candidates: votesOf(standings),
    withdrawn: votesOf(withdrawn),
    shares: Object.fromEntries(standings.map(shares)),
    turnout: byName(definition.turnout ?? ['issued', 'taken'], of => shareOf(figures[of], figures.eligible)),
    issuedLessTaken:
      figures.issued === null || figures.taken === null ? null : figures.issued - figures.taken,
    ...((which.area ?? whole) === whole ? ending(election, round, totals, which) : noEnding),
    boxes: Object.fromEntries([...(sum?.states ?? [])].filter(([, rows]) => rows > 0)),
    lacking: lackingIn(round, sum),
    derived: derivedIn(sum),
    invalidBy: grounds(sum, round.columns.invalidBy, definition.invalidGrounds),
    notTakenBy: grounds(sum, round.columns.notTakenBy, definition.notTakenGrounds),
  }
}

const noEnding = { outcome: null, asItStands: null, settled: null }

/** A preliminary total has disputed boxes in it; for what is settled they are taken out and wait outside. */
function ending(election: Election, round: View<RoundState>, totals: Totals, which: Which): Ending {
  const certain =
    totals.name === 'preliminary' ? totalsOf(election, round, { ...which, total: 'undisputed' }) : totals
  return endingOf(election, round, totals.sum, certain.sum, certain.outstanding)
}

function byName<N extends string, T>(names: readonly N[], made: (name: N) => T): Record<string, T> {
  return Object.fromEntries(names.map(name => [name, made(name)]))
}

function lackingIn({ ballot, columns }: View<RoundState>, sum: Sum | undefined): Record<string, number> {
  if (!sum) return {}
  const named: readonly (readonly [string, number])[] = [
    ...singleFigures.map(name => [name, columnOf[name]] as const),
    ...ballot.statement.candidates.map(({ id, number }) => [id, columns.votes.get(number)!] as const),
  ]
  const lacking = named.map(([name, column]) => [name, rowsFor(sum, column) - sum.known[column]!] as const)
  return Object.fromEntries(lacking.filter(([, rows]) => rows > 0))
}

function derivedIn(sum: Sum | undefined): Record<string, number> {
  const derived = singleFigures.map(name => [name, sum?.derived[columnOf[name]] ?? 0] as const)
  return Object.fromEntries(derived.filter(([, rows]) => rows > 0))
}

function grounds(
  sum: Sum | undefined,
  columns: ReadonlyMap<number, number>,
  named: Definition['invalidGrounds'] = [],
): Record<string, Total> {
  return Object.fromEntries(named.map(({ id, number }) => [id, totalOf(sum, columns.get(number)!)]))
}
