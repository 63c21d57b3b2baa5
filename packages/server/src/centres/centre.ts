import type { Election } from '@countersign/election'
import { type Result, refuse } from '@countersign/tlog'
import type { SessionPerson } from '../sessions/person.ts'
import type { Packet } from './store.ts'

/** Whether a box of a round is counted in an area, or in one below it. */
export function isIn(election: Election, round: number, box: string, area: string): boolean {
  const listed = election.rounds.get(round)?.boxes.get(box)
  return listed !== undefined && (election.areas.get(listed.area)?.path.includes(area) ?? false)
}

/** The area whose centre a person works at. Refusal: `not-yours`, for a key without one. */
export function centreOf({ area }: SessionPerson): Result<string> {
  return area === undefined
    ? refuse('not-yours', 'This key acts at no centre. Use the key that was enrolled for your area.')
    : { ok: true, value: area }
}

/** Refusal: `not-yours`, for a packet of another centre; the same as for one that is not there. */
export function ownPacket(person: SessionPerson, packet: Packet | undefined): Result<Packet> {
  return packet !== undefined && packet.area === person.area
    ? { ok: true, value: packet }
    : refuse('not-found', 'There is no such packet at this centre. Scan it in first.')
}
