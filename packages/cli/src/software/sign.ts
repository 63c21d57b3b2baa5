import { parseStatement } from '@countersign/election'
import { readSeed, sign } from '@countersign/record'
import { ok, type Result, refuse, type SigningKey } from '@countersign/tlog'
import { sodiumNative } from '@countersign/tlog/node'
import { readSeedTable } from '../new/seeds.ts'
import type { Build } from './builds.ts'

/** Whose word on the verifier counts: two sides that watch each other. */
const bodies = ['authority', 'supervisingBody']

/**
 * The `software` statement of these builds for the election `definition`, signed with every sealed seed in the table
 * `file` that is a body's. Refusals: `no-seeds`, `bad-seed`, those of the statement and its encoding.
 */
export async function signedSoftware(
  definition: string,
  builds: readonly Build[],
  file: string,
): Promise<Result<Uint8Array>> {
  const keys = await bodiesKeys(file)
  if (!keys.ok) return keys
  const stated = builds.map(({ name, digest }) => ({ name, digest }))
  const statement = parseStatement({ kind: 'software', definition, round: 0, builds: stated })
  return statement.ok
    ? sign(statement.value, keys.value)
    : refuse(statement.refusal.code, statement.refusal.message)
}

async function bodiesKeys(file: string): Promise<Result<readonly SigningKey[]>> {
  const rows = readSeedTable(file)
  if (!rows.ok) return rows
  const keys: SigningKey[] = []
  for (const { role = '', seed = '' } of rows.value) {
    if (!bodies.includes(role)) continue
    const bytes = readSeed(seed)
    if (!bytes.ok) return refuse('bad-seed', `${file}: ${bytes.refusal.message}`)
    keys.push(await sodiumNative.signingKeyFromSeed(bytes.value))
  }
  if (keys.length > 0) return ok(keys)
  return refuse('no-seeds', `${file} holds no seed of the authority or a supervising body.`)
}
