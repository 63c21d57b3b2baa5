import type { Building, Entry, Signature } from '../election.ts'
import type { WhyNot } from '../reasons.ts'
import type { Candidacy } from '../statements/candidacy.ts'
import type { Statement } from '../statements/statement.ts'
import { kidOf, type Person } from './person.ts'

/** The key that a filing carries, under which the filing itself is signed. */
export function filingPerson(building: Building, statement: Statement, index: number): Person | undefined {
  if (statement.kind !== 'candidacy' || statement.step !== 'filed') return undefined
  const { candidate, key, card } = statement
  return { kid: kidOf(key!, building.sha256), index, side: candidate, role: 'candidate', card: card! }
}

/** Why not: `already-filed`, `key-taken`, `not-filed`, `other-side`. */
export function takeCandidacy(building: Building, entry: Entry<Candidacy>): WhyNot | undefined {
  const { candidate, step } = entry.statement
  const standing = building.candidacies.get(candidate)
  if (step === 'filed') return file(building, entry)
  if (!standing) return 'not-filed'
  const decides = step === 'approved' || step === 'rejected'
  const right = entry.standing.some(({ person }) =>
    decides ? person.role === 'supervisingBody' : person.role === 'candidate' && person.side === candidate,
  )
  if (!right) return 'other-side'
  standing.steps.push(entry)
  return undefined
}

function file(building: Building, entry: Entry<Candidacy>): WhyNot | undefined {
  const { candidate } = entry.statement
  if (building.candidacies.has(candidate)) return 'already-filed'
  if (building.definition.bodies.some(({ id }) => id === candidate)) return 'already-filed'
  const filed = ({ person }: Signature) => person.role === 'candidate' && person.side === candidate
  const person = entry.standing.find(filed)?.person
  if (!person) return 'other-side'
  if (building.people.has(person.kid)) return 'key-taken'
  building.people.set(person.kid, person)
  building.candidacies.set(candidate, { filed: entry, steps: [] })
  return undefined
}
