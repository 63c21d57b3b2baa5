import { columnOf } from '../count/columns.ts'
import { type Sum, totalOf } from '../count/sum.ts'
import type { Election, RoundState, View } from '../election.ts'
import { inOrder, type Outcome, outcomeOf, outcomeSoFar, type Standing } from './outcome.ts'
import { type Settled, settledOf } from './settled.ts'

type Round = View<RoundState>
type Total = number | null

/** What a round's outcome is made of, votes for withdrawn candidates dealt with as the definition says. */
export interface RoundTotals {
  readonly eligible: Total
  readonly issued: Total
  readonly taken: Total
  readonly invalid: Total
  readonly valid: Total
  readonly notTaken: Total
  /** The candidates in the ballot's order, each with the votes of the rows that give them. */
  readonly standings: readonly Standing[]
  /** Those who withdrew after the printing; their votes are among the invalid. */
  readonly withdrawn: readonly Standing[]
}

/** The totals of a round's sum. */
export function roundTotals(election: Election, round: Round, sum: Sum | undefined): RoundTotals {
  const total = (name: keyof typeof columnOf) => totalOf(sum, columnOf[name])
  const gone = withdrawnFrom(election, round)
  const all = standingsOf(round, sum)
  const withdrawn = all.filter(({ candidate }) => gone.has(candidate))
  const moved = withdrawn.reduce((votes, standing) => votes + standing.votes, 0)
  const shifted = (figure: Total, by: number) => (figure === null ? null : figure + by)
  return {
    eligible: total('eligible'),
    issued: total('issued'),
    taken: total('taken'),
    invalid: shifted(total('invalid'), moved),
    valid: shifted(total('valid'), -moved),
    notTaken: total('notTaken'),
    standings: all.filter(({ candidate }) => !gone.has(candidate)),
    withdrawn,
  }
}

function standingsOf({ ballot, columns }: Round, sum: Sum | undefined): readonly Standing[] {
  return ballot.statement.candidates.map(({ id, number }) => ({
    candidate: id,
    votes: sum?.values[columns.votes.get(number)!] ?? 0,
  }))
}

/** Who withdrew between the printing of the ballots and the end of the vote. */
function withdrawnFrom(
  { definition, candidacies }: Election,
  { ballot, released }: Round,
): ReadonlySet<string> {
  if (definition.withdrawn === 'counted') return new Set()
  const until = released?.force ?? Number.POSITIVE_INFINITY
  const stated = [...candidacies].filter(([, { steps }]) =>
    steps.some(
      ({ statement, force }) => statement.step === 'withdrawn' && force! > ballot.force! && force! < until,
    ),
  )
  const listed = ballot.statement.candidates.filter(({ withdrew }) => withdrew !== undefined)
  return new Set([...stated.map(([id]) => id), ...listed.map(({ id }) => id)])
}

/** How a round ends: by what is counted, as it stands, and what is settled. */
export interface Ending {
  readonly outcome: Outcome
  /** The outcome if nothing were outstanding. */
  readonly asItStands: Outcome
  readonly settled: Settled
}

/**
 * @param certain what the bounds are made from: the totals without what is contested
 * @param outstanding the ballots that are not in `certain`; null where unknown
 */
export function endingOf(
  election: Election,
  round: Round,
  sum: Sum | undefined,
  certain: Sum | undefined,
  outstanding: number | null,
): Ending {
  const asItStands = outcomeByRule(election, round, sum)
  const sure = roundTotals(election, round, certain)
  const settled = settledOf(round.rule, sure.standings, sure[round.rule.of], outstanding)
  const decided = asItStands.state === 'void' ? asItStands : outcomeSoFar(asItStands, settled)
  return { outcome: decided, asItStands, settled }
}

/** The outcome by rule of these totals, with rulings on a tie, or on the round itself. */
export function outcomeByRule(election: Election, round: Round, sum: Sum | undefined): Outcome {
  const last = round.rulings.findLast(({ statement }) => ends.has(statement.decision))
  if (last && last.statement.decision !== 'accept') return { state: 'void', ruling: last.id }
  const totals = roundTotals(election, round, sum)
  const favoured = round.rulings.flatMap(({ statement }) =>
    statement.decision === 'tie' && statement.candidate !== undefined ? [statement.candidate] : [],
  )
  return outcomeOf(round.rule, totals.standings, totals[round.rule.of], favoured)
}

/** The rulings on a round that make it void, and the one that ends that. */
const ends: ReadonlySet<string> = new Set(['annul', 'rerun', 'accept'])

/** The two of a run-off; where one withdrew after the vote, the next in order enters. */
export function finalists(election: Election, round: Round, sum: Sum | undefined): readonly string[] {
  const outcome = outcomeByRule(election, round, sum)
  if (outcome.state !== 'runOff') return []
  const since = round.released?.force ?? Number.POSITIVE_INFINITY
  const stays = (candidate: string) =>
    !election.candidacies
      .get(candidate)
      ?.steps.some(({ statement, force }) => statement.step === 'withdrawn' && force! > since)
  const others = inOrder(roundTotals(election, round, sum).standings).map(({ candidate }) => candidate)
  return [...new Set([...outcome.between, ...others])].filter(stays).slice(0, 2)
}
