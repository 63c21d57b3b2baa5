import type { Building, Entry } from '../election.ts'
import type { WhyNot } from '../reasons.ts'
import type { Enrol } from '../statements/enrol.ts'
import { enrols } from '../statements/roles.ts'
import { kidOf, type Person } from './person.ts'

/** Gives a side's people their keys. Why not: `other-side`, `role-of-another-side`, `key-taken`. */
export function enrolPeople(
  building: Building,
  { statement, standing }: Entry<Enrol>,
  index: number,
): WhyNot | undefined {
  const signer = standing.find(({ person }) => person.side === statement.side && person.role in enrols)
  if (!signer) return 'other-side'
  const roles = enrols[signer.person.role as keyof typeof enrols]
  const coming = new Map<string, Person>()
  for (const { key, role, card, box, area } of statement.keys) {
    if (!roles.includes(role)) return 'role-of-another-side'
    const kid = kidOf(key, building.sha256)
    if (building.people.has(kid) || coming.has(kid)) return 'key-taken'
    const scope = { ...(box !== undefined && { box }), ...(area !== undefined && { area }) }
    coming.set(kid, { kid, index, side: statement.side, role, card, ...scope })
  }
  for (const [kid, person] of coming) building.people.set(kid, person)
  return undefined
}
