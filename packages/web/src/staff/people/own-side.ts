import { enrols, type PersonRole } from '@countersign/election'
import type { Person } from '../device/identity.ts'
import { useElection } from '../shell/election.ts'
import { usePerson } from '../shell/me.ts'

/** Roles whose keys enrol people of their own side. */
export const administrators = ['authority', 'supervisingBody', 'auditBoard', 'candidate'] as const

/** The side whose people this device invites and enrols, and the roles that it may give. */
export interface OwnSide {
  readonly person: Person
  readonly roles: readonly PersonRole[]
  /** The definition's statement ID. */
  readonly definition: string
}

/** Nothing where this device's key enrols nobody. */
export function useOwnSide(): OwnSide | undefined {
  const person = usePerson()
  const election = useElection()
  const roles = person && enrols[person.role as keyof typeof enrols]
  if (!person || !election?.id || roles === undefined || roles.length === 0) return undefined
  // An archivist enters figures as published: there are none in a live election.
  return { person, roles: roles.filter(role => role !== 'archivist'), definition: election.id }
}

/** Those who act at one box, and those who act in an area. Others may be given either, or neither. */
export const atABox: readonly PersonRole[] = ['leader', 'official', 'police']
export const inAnArea: readonly PersonRole[] = ['clerk', 'centreHead']
