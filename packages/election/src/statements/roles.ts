import { oneOf } from './values.ts'

/** What a body is in the election. Its keys, listed in the definition, act in this role. */
export const bodyRole = oneOf({
  authority: 1,
  supervisingBody: 2,
  higherAuthority: 3,
  auditBoard: 4,
  operator: 5,
})

/** What an enrolled person does. */
export const personRole = oneOf({
  archivist: 1,
  leader: 2,
  official: 3,
  police: 4,
  supervisor: 5,
  agent: 6,
  clerk: 7,
  centreHead: 8,
  desk: 9,
  representative: 10,
  auditor: 11,
})

type Words<T> = T extends { readonly write: (value: infer W) => unknown } ? W : never
export type BodyRole = Words<typeof bodyRole>
export type PersonRole = Words<typeof personRole>
/** A candidate's own key acts as `candidate`. */
export type Role = BodyRole | PersonRole | 'candidate'

/**
 * Who must have signed. It counts people (card numbers) and sides (bodies and candidates), never keys;
 * a signature counts only from someone in one of `roles`, whose scope covers the statement's box or area.
 */
export interface Quorum {
  readonly roles: readonly Role[]
  /** Roles of which one each must be among the signers. */
  readonly including?: readonly Role[]
  readonly people: number
  readonly sides: number
}

/** One signature by someone in one of these roles. */
export function one(...roles: readonly Role[]): readonly Quorum[] {
  return [{ roles, people: 1, sides: 1 }]
}

const ofBodies = ['authority', 'supervisingBody', 'desk', 'centreHead', 'supervisor'] as const

/** Two people of two bodies; two of one ministry are one. */
export const twoBodies: readonly Quorum[] = [{ roles: ofBodies, people: 2, sides: 2 }]

/** Who acts at a polling place. */
export const atTheBox = ['leader', 'official', 'police', 'supervisor', 'agent'] as const

/** The leader, and one person of another body or candidate. */
export const leaderAndAnother: readonly Quorum[] = [
  { roles: atTheBox, including: ['leader'], people: 2, sides: 2 },
]

/** Which roles a side may enrol. */
export const enrols: Readonly<Record<BodyRole | 'candidate', readonly PersonRole[]>> = {
  authority: ['archivist', 'leader', 'official', 'police', 'clerk', 'centreHead', 'desk'],
  supervisingBody: ['supervisor', 'representative'],
  higherAuthority: [],
  auditBoard: ['auditor'],
  operator: [],
  candidate: ['agent', 'representative'],
}
