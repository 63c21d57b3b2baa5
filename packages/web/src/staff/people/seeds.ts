import { type Refusal, type Statement, toHex } from '@countersign/election'
import { issuedOf } from '@countersign/publication/setup'
import { formatSeed } from '@countersign/record'
import { noble } from '@countersign/tlog'
import { toBase64 } from '../device/base64.ts'
import { changed, database, durable } from '../device/database.ts'
import type { Identity } from '../device/identity.ts'
import { sayStatement } from '../device/say.ts'
import { type Answer, ask } from '../shell/api.ts'
import { queries, useStored } from '../shell/stored.ts'
import type { Card } from './invitations.ts'

/** A sealed seed to print: until it is forgotten here, this device could sign for its holder. */
export interface Seed extends Pick<Card, 'id' | 'role' | 'card' | 'box' | 'area' | 'name'> {
  readonly serial: string
  /** As it is printed. */
  readonly seed: string
  /** In hexadecimal. */
  readonly publicKey: string
}

/** Seeds that are kept on this device until they are printed. */
export function useSeeds(): readonly Seed[] | undefined {
  return useStored('settings', 'seeds', async () => kept())
}

/**
 * Makes a sealed seed for each of these, answers their invitations with its key, marked as issued, and says on the
 * record which seeds were printed. The side enrols them afterwards as it does all who answered.
 */
export async function makeSeeds(
  identity: Identity,
  {
    side,
    definition,
    origin,
  }: { readonly side: string; readonly definition: string; readonly origin: string },
  cards: readonly Card[],
): Promise<Refusal | undefined> {
  const made: Seed[] = []
  let refusal: Refusal | undefined
  for (const { id, code, role, card, box, area, name } of cards) {
    const bytes = crypto.getRandomValues(new Uint8Array(32))
    const key = await noble.signingKeyFromSeed(bytes)
    const publicKey = toBase64(key.publicKey)
    const text = `countersign/invitation/v1\n${origin}\n${code}\n${publicKey}\n`
    const signature = toBase64(await key.sign(new TextEncoder().encode(text)))
    const seed: Seed = {
      id,
      role,
      card,
      ...(box !== undefined && { box }),
      ...(area !== undefined && { area }),
      ...(name !== undefined && { name }),
      serial: `${side.slice(0, 12)}-${id}`,
      seed: formatSeed(bytes),
      publicKey: toHex(key.publicKey),
    }
    bytes.fill(0)
    // On the disk before the server knows its key: an answer without its seed would be a dead card.
    await keep([...(await kept()), seed])
    const answer = await answerInvitation(code, { publicKey, kind: 'issued', signature })
    if (!answer.ok) {
      refusal = answer.refusal
      break
    }
    made.push(seed)
  }
  for (const statement of issuedOf(
    definition,
    side,
    made.map(({ serial, publicKey: key }) => ({ serial, key })),
  )) {
    const refused = await sayStatement(identity, statement satisfies Statement)
    if (refused) return refused
  }
  await queries.invalidateQueries({ queryKey: ['invitations'] })
  return refusal
}

/** Many seeds come from one address: where the server asks for a pause it gets one. */
async function answerInvitation(code: string, key: object): Promise<Answer<unknown>> {
  const answer = await ask('POST', `invitations/${code}/key`, key)
  if (answer.ok || answer.refusal.code !== 'too-many') return answer
  await new Promise(go => setTimeout(go, 1_000 * (answer.retryAfter ?? 1)))
  return answerInvitation(code, key)
}

/** Forgets the seeds: from then on they are on paper alone. */
export async function forgetSeeds(): Promise<void> {
  await (await database()).delete('settings', 'seeds')
  changed('settings')
}

async function kept(): Promise<readonly Seed[]> {
  return ((await (await database()).get('settings', 'seeds')) as readonly Seed[] | undefined) ?? []
}

async function keep(seeds: readonly Seed[]): Promise<void> {
  const writing = (await database()).transaction('settings', 'readwrite', durable)
  await writing.store.put(seeds, 'seeds')
  await writing.done
  changed('settings')
}
