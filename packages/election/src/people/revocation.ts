import type { Box } from '../boxes/box.ts'
import { boxesUnder } from '../boxes/list.ts'
import { openedAt } from '../boxes/opened.ts'
import { rejudge } from '../boxes/settle.ts'
import type { Building, Entry } from '../election.ts'
import type { WhyNot } from '../reasons.ts'
import type { Accredit } from '../statements/accredit.ts'
import type { Revoke } from '../statements/revoke.ts'
import { enrols, twoBodies } from '../statements/roles.ts'
import { forceOf } from './force.ts'
import type { Person } from './person.ts'

/**
 * A side takes back its own keys until a box where they act has opened; then two bodies must. A form already
 * signed with one, or signed with it later, is held for a ruling: revocation is no veto on boxes still offline.
 * Why not: `no-such-key`, `other-side`, `opened`.
 */
export function revokeKeys(
  building: Building,
  { statement, standing }: Entry<Revoke>,
  index: number,
): WhyNot | undefined {
  const people = statement.keys.map(kid => building.people.get(kid))
  if (people.some(person => person === undefined)) return 'no-such-key'
  const both = forceOf(
    twoBodies,
    standing.map(({ person }) => person),
  )
  for (const person of people as Person[]) {
    if (both) continue
    if (!standing.some(signature => signature.person.side === person.side && signature.person.role in enrols))
      return 'other-side'
    if (hasOpened(building, person)) return 'opened'
  }
  for (const person of people as Person[]) {
    person.revoked ??= index
    for (const box of building.signed.get(person) ?? [])
      for (const round of building.rounds.values())
        if (round.boxes.get(box.id) === box) rejudge(building, round, box)
  }
  return undefined
}

/** Whether a box where the person's key acts has opened. */
function hasOpened({ rounds, areas }: Building, { box, area }: Person): boolean {
  return [...rounds.values()].some(round => {
    if (box !== undefined) return isOpen(round.boxes.get(box))
    for (const within of area === undefined ? round.boxes.values() : boxesUnder(areas, round, area))
      if (isOpen(within)) return true
    return false
  })
}

function isOpen(box: Box | undefined): boolean {
  return box !== undefined && openedAt(box) !== undefined
}

/**
 * What an agent signs after a refusal does not count, until the authority admits the agent. Once a box where the
 * agent's key acts has opened nobody is refused there: only two bodies take a key back then.
 * Why not: `no-such-key`, `opened`.
 */
export function accreditAgents(
  building: Building,
  { statement }: Entry<Accredit>,
  index: number,
): WhyNot | undefined {
  const decided = statement.decisions.map(({ key, decision }) => ({
    agent: building.people.get(key),
    decision,
  }))
  if (decided.some(({ agent }) => agent?.role !== 'agent')) return 'no-such-key'
  if (decided.some(({ agent, decision }) => decision === 'refused' && hasOpened(building, agent!)))
    return 'opened'
  for (const { agent, decision } of decided)
    if (decision === 'accredited') delete agent!.refused
    else agent!.refused ??= index
  return undefined
}
