import { type Name, type Statement, toHex } from '@countersign/election'
import { sha256 } from '@countersign/tlog'
import type { PersonRole } from '../tables/roster.ts'
import { chunks } from './chunks.ts'

/** Someone of a side who has made a key and answered. */
export interface AnsweredPerson {
  /** Ed25519 public key, 32 bytes in hexadecimal. */
  readonly key: string
  readonly role: PersonRole
  readonly card: string
  readonly box?: string
  readonly area?: string
  readonly nameHash?: string
}

/** The statements by which a side gives its people their keys: at most 500 in one. */
export function enrolmentOf(
  definition: string,
  side: string,
  people: readonly AnsweredPerson[],
): readonly Statement[] {
  const keys = people.map(({ key, role, card, nameHash, box, area }) => ({
    key,
    role,
    card,
    ...(nameHash !== undefined && { nameHash }),
    ...(box !== undefined && { box }),
    ...(area !== undefined && { area }),
  }))
  return chunks('enrol', keys).map(part => ({ kind: 'enrol', definition, round: 0, side, keys: part }))
}

/** What a candidate signs to stand: the filing carries the candidate's own key. */
export function filingOf(
  definition: string,
  {
    candidate,
    name,
    key,
    card,
  }: {
    readonly candidate: string
    readonly name: Name
    readonly key: string
    readonly card: string
  },
): Statement {
  return { kind: 'candidacy', definition, round: 0, candidate, step: 'filed', name, key, card }
}

/** Seeds that a side has printed and sealed, or made for a trial, by serial. */
export function issuedOf(
  definition: string,
  side: string,
  seeds: readonly { readonly serial: string; readonly key: string }[],
): readonly Statement[] {
  const parts = Array.from({ length: Math.ceil(seeds.length / 500) }, (_, i) =>
    seeds.slice(500 * i, 500 * i + 500),
  )
  return parts.map(part => ({ kind: 'issued', definition, round: 0, side, seeds: part }))
}

/**
 * The hash by which a side can later show whose key it was: of the salt, which its administrator keeps with the name,
 * and the name in NFC. The name itself enters no record and no server.
 * @param salt 16 random bytes, new for each person
 */
export function nameHashOf(name: string, salt: Uint8Array): string {
  const text = new TextEncoder().encode(name.normalize('NFC'))
  const bytes = new Uint8Array(salt.length + text.length)
  bytes.set(salt)
  bytes.set(text, salt.length)
  return toHex(sha256(bytes))
}
