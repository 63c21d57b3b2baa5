import type { AreaNode } from '../areas/tree.ts'
import { beside, columnOf, hasAllVotes, layOut, put, type Row } from '../count/columns.ts'
import { addRow, type Sum } from '../count/sum.ts'
import { addToAreas } from '../count/sums.ts'
import type { Building, RoundState } from '../election.ts'
import type { Box, Judgement } from './box.ts'
import { type Bench, judge } from './judge.ts'
import { life } from './life.ts'

const totals = ['preliminary', 'undisputed', 'reconciled'] as const

/** Puts a box into the sums for the first time. */
export function enterBox(building: Building, round: RoundState, box: Box): void {
  box.judgement = judge(benchOf(building, round), box)
  addBox(building, round, box, 1)
}

/** Judges a box anew after something has changed, and its part of every sum with it. */
export function rejudge(building: Building, round: RoundState, box: Box, change: () => void = nothing): void {
  addBox(building, round, box, -1)
  change()
  box.judgement = judge(benchOf(building, round), box)
  addBox(building, round, box, 1)
}

function nothing(): void {}

/** What boxes of a round are judged by, now. */
export function benchOf({ definition, settings, areas }: Building, round: RoundState): Bench {
  const due = round.due
  const released = round.released?.force
  return {
    definition,
    settings,
    numbers: round.numbers,
    serials: round.serials,
    closes: area => closingOf(round, areas.get(area)!.path),
    ...(released !== undefined && { released }),
    ...(due !== undefined && { due }),
  }
}

/** The legal hour of closing, as extended where the box is. */
function closingOf({ rule, extensions }: RoundState, path: readonly string[]): number | undefined {
  const here = extensions.filter(({ statement: { area } }) => area === undefined || path.includes(area))
  const hours = [
    ...(rule.closes === undefined ? [] : [rule.closes]),
    ...here.map(({ statement }) => statement.until),
  ]
  return hours.length === 0 ? undefined : Math.max(...hours)
}

function addBox(building: Building, round: RoundState, box: Box, sign: 1 | -1): void {
  const { judgement } = box
  const { path } = building.areas.get(box.area) as AreaNode
  const row = rowOf(round, box, judgement)
  for (const total of totals) {
    const counts = countIn(building, round, box, judgement, total, row)
    addToAreas(round, total, path, row, sign, judgement.state, counts)
  }
}

/** Adds a box to one total, as it is judged for a version of the record. */
export function addJudged(
  building: Building,
  round: RoundState,
  box: Box,
  judgement: Judgement,
  total: (typeof totals)[number],
  sum: Sum,
): void {
  const row = rowOf(round, box, judgement)
  addRow(sum, row, 1, judgement.state, countIn(building, round, box, judgement, total, row))
}

/** Whether the box counts in the total; its row says which of its ballots the total still waits for. */
function countIn(
  building: Building,
  { columns }: RoundState,
  box: Box,
  judgement: Judgement,
  total: (typeof totals)[number],
  row: Row,
): boolean {
  const counts = countsIn(judgement, total)
  const standing = life[judgement.state]
  // A box that is in one total is outstanding in the stricter ones, whole.
  const waits = standing.outstanding || standing.in.includes('preliminary')
  const complete = hasAllVotes(row, columns)
  row.known[beside.outstanding] = 0
  row.values[beside.outstanding] = 0
  put(row, beside.outstanding, counts ? (complete ? 0 : undefined) : waits ? ballotsOf(building, box) : 0)
  return counts
}

/** A disputed box whose required sources agree counts as agreed, marked. */
export function countsIn({ state, sourcesAgree }: Judgement, total: (typeof totals)[number]): boolean {
  return life[state].in.includes(total) || (total === 'reconciled' && state === 'disputed' && sourcesAgree)
}

/** The ballots that a box can still bring; where voters are tied to it, they bound them too. */
function ballotsOf({ definition }: Building, { listed, supplied }: Box): number | undefined {
  if (listed.delivered !== undefined) return listed.delivered + supplied
  return definition.voting === 'assigned' ? listed.eligible : undefined
}

function rowOf(
  round: RoundState,
  { listed, supplied }: Box,
  { figures = {}, source, agentSigned }: Judgement,
): Row {
  const row = layOut(round.scratch, round.columns, figures)
  if (figures.eligible === undefined) put(row, columnOf.eligible, listed.eligible)
  if (figures.delivered === undefined && listed.delivered !== undefined)
    put(row, columnOf.delivered, listed.delivered + supplied)
  put(row, beside.boxes, 1)
  put(row, beside.forms, source ? 1 : 0)
  put(row, beside.agentForms, agentSigned ? 1 : 0)
  return row
}
