import { beginBoxes } from '../boxes/list.ts'
import { rejudge } from '../boxes/settle.ts'
import { columnsOf, emptyRow } from '../count/columns.ts'
import type { Building, Entry, RoundState } from '../election.ts'
import type { WhyNot } from '../reasons.ts'
import type { Ballot } from '../statements/ballot.ts'
import type { Calendar } from '../statements/calendar.ts'
import type { Extend } from '../statements/extend.ts'
import type { Release } from '../statements/release.ts'
import type { Time } from '../statements/time.ts'
import { finalistsFinding, listFindings } from './declarations.ts'

/** A round begins with its ballot. Why not: `no-such-round`, `second-ballot`. */
export function openRound(building: Building, entry: Entry<Ballot>): WhyNot | undefined {
  const { definition } = building
  const { round: number, candidates } = entry.statement
  const rule = definition.rounds.find(round => round.number === number)
  if (!rule) return 'no-such-round'
  if (building.rounds.has(number)) return 'second-ballot'
  const columns = columnsOf(definition, entry.statement)
  const numbersOf = (things: readonly { readonly number: number }[] = []) =>
    things.map(({ number }) => number)
  const round: RoundState = {
    number,
    rule,
    ballot: entry,
    numbers: {
      candidates: numbersOf(candidates),
      invalidGrounds: numbersOf(definition.invalidGrounds),
      notTakenGrounds: numbersOf(definition.notTakenGrounds),
    },
    columns,
    scratch: emptyRow(columns),
    sums: new Map(),
    boxes: new Map(),
    boxesIn: new Map(),
    serials: new Map(),
    extensions: [],
    imports: new Map(),
    announcements: [],
    tallies: [],
    declarations: [],
    certifications: [],
    rulings: [],
    findings: [],
  }
  building.rounds.set(number, round)
  beginBoxes(building, round)
  round.findings.push(...listFindings(building, round), ...finalistsFinding(building, round))
  return undefined
}

/** Dates by round; a later statement replaces. */
export function setDates(building: Building, { statement }: Entry<Calendar>, index: number): undefined {
  const dates = building.dates.get(statement.round) ?? new Map<string, number>()
  building.dates.set(statement.round, dates)
  for (const { id, at } of statement.dates) if (at !== undefined) dates.set(id, at)
  passDeadlines(building, index)
}

/** Why not: `time-backwards`. */
export function setTime(building: Building, { statement }: Entry<Time>, index: number): WhyNot | undefined {
  if (statement.at <= building.time) return 'time-backwards'
  building.time = statement.at
  passDeadlines(building, index)
  return undefined
}

/** Once the deadline for forms has passed, boxes without one are missing. */
function passDeadlines(building: Building, index: number): void {
  for (const round of building.rounds.values()) {
    const forms = building.dates.get(round.number)?.get('forms')
    const due = forms !== undefined && building.time > forms ? (round.due ?? index) : undefined
    if (due === round.due) continue
    judgeAll(building, round, () => {
      if (due === undefined) delete round.due
      else round.due = due
    })
  }
}

/** Why not: `no-ballot`. */
export function extendHours(building: Building, entry: Entry<Extend>): WhyNot | undefined {
  const round = building.rounds.get(entry.statement.round)
  if (!round) return 'no-ballot'
  judgeAll(building, round, () => round.extensions.push(entry))
  return undefined
}

/** Why not: `no-ballot`, `already-released`. */
export function releaseVotes(building: Building, entry: Entry<Release>, index: number): WhyNot | undefined {
  const round = building.rounds.get(entry.statement.round)
  if (!round) return 'no-ballot'
  if (round.released) return 'already-released'
  entry.force = index
  round.released = entry
  return undefined
}

/** What concerns every box at once is rare: a deadline, longer hours. */
function judgeAll(building: Building, round: RoundState, change: () => void): void {
  change()
  for (const box of round.boxes.values()) rejudge(building, round, box)
}
