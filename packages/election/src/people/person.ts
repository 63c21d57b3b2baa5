import { fromHex, toHex } from '../hex.ts'
import type { Definition } from '../statements/definition.ts'
import type { Role } from '../statements/roles.ts'

export type Sha256 = (bytes: Uint8Array) => Uint8Array

/** Someone who can sign, as one key. Two keys with one card of one side are one person. */
export interface Person {
  readonly kid: string
  /** The entry that gave the key; it signs at greater indexes only. −1: listed in the definition. */
  readonly index: number
  readonly side: string
  readonly role: Role
  readonly card: string
  readonly box?: string
  readonly area?: string
  /** The entry that revoked the key. */
  revoked?: number
  /** The entry by which the authority did not admit the agent; absent once it has. */
  refused?: number
}

/** SHA256(public key), its first 8 bytes: the name of a key in the record. */
export function kidOf(publicKey: string, sha256: Sha256): string {
  return toHex(sha256(fromHex(publicKey)).subarray(0, 8))
}

/** The bodies' own keys. They are valid from index 0, for the definition too. */
export function bodyPeople(definition: Definition, sha256: Sha256): Map<string, Person> {
  const people = new Map<string, Person>()
  for (const body of definition.bodies)
    for (const { key, card } of body.keys) {
      const kid = kidOf(key, sha256)
      people.set(kid, { kid, index: -1, side: body.id, role: body.role, card })
    }
  return people
}
