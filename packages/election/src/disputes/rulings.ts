import type { Box } from '../boxes/box.ts'
import { filingClosed, withBox } from '../boxes/facts.ts'
import { boxesUnder } from '../boxes/list.ts'
import { rejudge } from '../boxes/settle.ts'
import type { Building, Entry, RoundState } from '../election.ts'
import type { WhyNot } from '../reasons.ts'
import type { Complaint } from '../statements/complaint.ts'
import type { Correct } from '../statements/correct.ts'
import type { Objection } from '../statements/object.ts'
import type { Recount } from '../statements/recount.ts'
import type { Ruling } from '../statements/ruling.ts'

/** Puts a contest on the docket. Why not: `filing-closed`, `no-such-box`, `no-such-area`. */
export function fileComplaint(building: Building, entry: Entry<Complaint>): WhyNot | undefined {
  const { round, box, area } = entry.statement
  if (filingClosed(building, round)) return 'filing-closed'
  if (box !== undefined && !building.rounds.get(round)?.boxes.has(box)) return 'no-such-box'
  if (area !== undefined && !building.areas.has(area)) return 'no-such-area'
  building.docket.set(entry.id, { complaint: entry, rulings: [] })
  return undefined
}

/**
 * An objection belongs to the box of the statement that it is about. Why not: `no-such-statement`,
 * `filing-closed`.
 */
export function takeObjection(
  building: Building,
  entry: Entry<Objection>,
  index: number,
): WhyNot | undefined {
  const about = building.entries.get(entry.statement.statement)
  if (!about) return 'no-such-statement'
  const { box: id, round: number } = about.statement as { readonly box?: string; readonly round: number }
  const round = building.rounds.get(number)
  if (filingClosed(building, number)) return 'filing-closed'
  const box = id === undefined ? undefined : round?.boxes.get(id)
  if (!round || !box) return undefined
  entry.force = index
  rejudge(building, round, box, () => box.objections.push(entry))
  return undefined
}

/**
 * A ruling reaches the boxes that it names, or the round, or every round. Why not: `no-such-complaint`,
 * `no-such-round`, `no-such-box`, `no-such-area`, `no-such-candidate`, `no-such-statement` (no copy of such a box).
 */
export function takeRuling(building: Building, entry: Entry<Ruling>, index: number): WhyNot | undefined {
  const { round: number, box, area, complaint, decision, candidate, form, blob } = entry.statement
  const contest = complaint === undefined ? undefined : building.docket.get(complaint)
  if (complaint !== undefined && !contest) return 'no-such-complaint'
  const rounds = [...building.rounds.values()].filter(round => number === 0 || round.number === number)
  if (rounds.length === 0 && number !== 0) return 'no-such-round'
  if (box !== undefined && !rounds.some(round => round.boxes.has(box))) return 'no-such-box'
  if (area !== undefined && !building.areas.has(area)) return 'no-such-area'
  if (decision === 'tie' && !rounds.some(round => isCandidate(round, candidate))) return 'no-such-candidate'
  const ruled = rounds.map(round => ({ round, boxes: [...named(building, round, box, area)] }))
  if (decision === 'accept' && form !== undefined && !ruled.some(({ boxes }) => boxes.some(hasCopy(form))))
    return 'no-such-statement'
  entry.force = index
  contest?.rulings.push(entry)
  // A refusal, or what concerns a candidacy or a published file, changes no box and no round.
  if (decision === 'refuse' || blob !== undefined) return undefined
  for (const { round, boxes } of ruled) {
    for (const box of boxes) rejudge(building, round, box, () => box.rulings.push(entry))
    const ofRound = box === undefined && area === undefined
    if (ofRound && (candidate === undefined || decision === 'tie')) round.rulings.push(entry)
  }
  return undefined
}

/** Whether it is a form of the box, or another copy of its figures. */
function hasCopy(id: string): (box: Box) => boolean {
  return ({ forms, transcripts, later }) => [...forms, ...transcripts, ...later].some(copy => copy.id === id)
}

function named(
  building: Building,
  round: RoundState,
  box: string | undefined,
  area: string | undefined,
): Iterable<Box> {
  if (box === undefined) return area === undefined ? [] : boxesUnder(building.areas, round, area)
  const found = round.boxes.get(box)
  return found ? [found] : []
}

function isCandidate({ ballot }: RoundState, candidate: string | undefined): boolean {
  return ballot.statement.candidates.some(({ id }) => id === candidate)
}

/** New figures, as a ruling ordered for this box. Why not: `no-such-ruling`. */
export function takeNewFigures(
  building: Building,
  entry: Entry<Recount> | Entry<Correct>,
  index: number,
): WhyNot | undefined {
  const order = entry.statement.kind === 'recount' ? 'recount' : 'correct'
  return withBox(building, entry as Entry<Recount>, (round, box) => {
    const { ruling } = entry.statement
    const ordered = box.rulings.some(({ id, statement }) => id === ruling && statement.decision === order)
    if (!ordered) return 'no-such-ruling'
    entry.force = index
    rejudge(building, round, box, () => box.later.push(entry))
    return undefined
  })
}
