import type { Election } from '@countersign/election'
import type { Database } from '../database/open.ts'
import type { Actor } from '../operations.ts'
import type { Parts } from '../parts.ts'

/** Whose session it is: as the record has them. The founder has neither card nor scope. */
export type SessionPerson = {
  readonly kid: string
  readonly role: Actor
  readonly side: string
  readonly card: string
  readonly box?: string
  readonly area?: string
}

/**
 * Who the key is now: someone enrolled or listed whose key is not revoked; or, until there is a definition, the founder.
 * Asked at each request, so that a revocation ends every session of its key.
 */
export async function personOf(
  { record, database }: Pick<Parts, 'record' | 'database'>,
  kid: string,
  publicKey: string,
): Promise<SessionPerson | undefined> {
  if (record.election) return onRecord(record.election, kid)
  return (await isFounder(database, publicKey)) ? { kid, role: 'founder', side: '', card: '' } : undefined
}

function onRecord(election: Election, kid: string): SessionPerson | undefined {
  const person = election.people.get(kid)
  if (!person || person.revoked !== undefined) return undefined
  const { role, side, card, box, area } = person
  return { kid, role, side, card, ...(box !== undefined && { box }), ...(area !== undefined && { area }) }
}

async function isFounder(database: Database, publicKey: string): Promise<boolean> {
  const row = await database
    .selectFrom('founders')
    .select('public_key')
    .where('public_key', '=', publicKey)
    .executeTakeFirst()
  return row !== undefined
}
