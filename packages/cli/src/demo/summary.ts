import { evidenceLine, type RoundTally, type Tally } from '@countersign/election'
import type { Overview, RoundResult } from '@countersign/publication'
import type { Report } from '@countersign/record'
import type { OneByte } from './one-byte.ts'

/** What the demo did with one election. */
export interface Shown {
  readonly folder: string
  readonly made: boolean
  readonly overview: Overview
  readonly tally: Tally
  readonly report: Report
  /** The same record with one byte changed, verified again. */
  readonly changed: { readonly at: OneByte; readonly report: Report }
}

/** One election for a person at a terminal: outcome, figures with their denominators, evidence, refusal. */
export function summaryOf({ overview, tally, report, changed }: Shown): string {
  const lines = [
    nameOf(overview.name),
    `  ${evidenceLine(tally.evidence, 'en', report.intact)}.`,
    ...overview.rounds.flatMap(round =>
      roundLines(round, tally.rounds.find(({ round: r }) => r === round.round)!),
    ),
    `  The record: ${count(report.entries)} entries, ${count(report.signatures)} signatures verified; grade: ${report.grade}.`,
    `  One byte changed (${changed.at.path}, byte ${count(changed.at.offset)}): ${refusalLine(changed.report)}`,
  ]
  return lines.join('\n')
}

function roundLines(round: RoundResult, { issuedLessTaken }: RoundTally): string[] {
  const width = Math.max(...round.candidates.map(({ name }) => nameOf(name).length))
  const standings = [...round.candidates].sort((a, b) => (b.votes ?? 0) - (a.votes ?? 0))
  const turnout = (['issued', 'taken'] as const)
    .filter(by => round.turnout[by])
    .map(by => `${round.turnout[by]!.percent} % (${by} of eligible)`)
  return [
    `  Round ${round.round}, ${round.date}: ${outcomeLine(round)}`,
    ...standings.map(
      ({ name, votes, ofTaken, ofValid }) =>
        `    ${nameOf(name).padEnd(width)} ${known(votes).padStart(11)}   ${(ofTaken?.percent ?? '–').padStart(6)} % of taken   ${(ofValid?.percent ?? '–').padStart(6)} % of valid`,
    ),
    `    taken ${known(round.taken)} = valid ${known(round.valid)} + invalid ${known(round.invalid)}; eligible ${known(round.eligible)}`,
    ...(turnout.length > 0 ? [`    turnout ${turnout.join(', ')}`] : []),
    ...(issuedLessTaken ? [`    issued but not taken: ${count(issuedLessTaken)} ballots`] : []),
  ]
}

function outcomeLine({ outcome, candidates }: RoundResult): string {
  const called = (id: string) => nameOf(candidates.find(candidate => candidate.id === id)?.name ?? { en: id })
  switch (outcome?.state) {
    case 'elected':
      return `${called(outcome.candidate)} is elected.`
    case 'runOff':
      return `run-off between ${called(outcome.between[0])} and ${called(outcome.between[1])}.`
    case 'void':
      return 'void, by a ruling.'
    default:
      return `undecided${outcome ? ` (${outcome.reason})` : ''}.`
  }
}

function refusalLine({ intact, failures }: Report): string {
  if (intact) return 'NOT NOTICED'
  const [first] = failures
  return `refused. ${first?.message ?? ''}`
}

function nameOf(name: Readonly<Record<string, string>>): string {
  return name.en ?? Object.values(name)[0] ?? ''
}

function known(figure: number | null): string {
  return figure === null ? 'not known' : count(figure)
}

function count(figure: number): string {
  return figure.toLocaleString('en')
}
