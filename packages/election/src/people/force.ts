import type { Quorum } from '../statements/roles.ts'
import type { Person } from './person.ts'

/** A raised quorum, from the definition. */
export interface Least {
  readonly people: number
  readonly sides: number
}

/** Whether any one of the quorums is met by these people, each of whom is already in scope. */
export function forceOf(quorums: readonly Quorum[], signers: readonly Person[], least?: Least): boolean {
  return quorums.some(quorum => met(quorum, signers, least))
}

function met(
  { roles, including, people, sides }: Quorum,
  signers: readonly Person[],
  least?: Least,
): boolean {
  const counted = signers.filter(({ role }) => roles.includes(role))
  if (including && !including.every(role => counted.some(person => person.role === role))) return false
  return (
    personsIn(counted) >= Math.max(people, least?.people ?? 0) &&
    sidesIn(counted) >= Math.max(sides, least?.sides ?? 0)
  )
}

/** People, not keys: a card counts once for its side. */
export function personsIn(signers: readonly Person[]): number {
  if (signers.length < 2) return signers.length
  return new Set(signers.map(({ side, card }) => `${side} ${card}`)).size
}

/** Bodies and candidates. */
export function sidesIn(signers: readonly Person[]): number {
  if (signers.length < 2) return signers.length
  return new Set(signers.map(({ side }) => side)).size
}
