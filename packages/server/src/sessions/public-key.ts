import { kidOf } from '@countersign/record'
import type { Parts } from '../parts.ts'

/** The public key, in hex, that has this ID: on the record, or the founder’s until there is a definition. */
export async function publicKeyOf({ record, database }: Parts, kid: string): Promise<string | undefined> {
  if (record.election) return record.keyOf(kid)
  const rows = await database.selectFrom('founders').select('public_key').execute()
  return rows.find(({ public_key }) => kidOf(Buffer.from(public_key, 'hex')) === kid)?.public_key
}
