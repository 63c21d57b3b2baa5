import type { Selectable } from 'kysely'
import type { Database } from '../database/open.ts'
import type { Tables } from '../database/tables.ts'

export type DraftRow = Selectable<Tables['drafts']>

export type Saved = { readonly version: number; readonly current: DraftRow; readonly follows: boolean }

export type Saving = {
  readonly owner: string
  readonly key: string
  /** The last version that its author has seen; 0 where none. */
  readonly seen: number
  /** JSON. */
  readonly body: string
  readonly kid: string
  readonly at: Date
}

/**
 * Keeps a version. Where another has come since the one that its author saw, both stay: this one stands beside, and
 * `current` is the other. What was sent twice is kept once.
 */
export async function saveDraft(database: Database, saving: Saving): Promise<Saved> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await database.transaction().execute(change => save(change, saving))
    } catch (error) {
      // Someone else has just taken this version's number.
      if ((error as { code?: string }).code !== '23505' || attempt === 10) throw error
    }
  }
}

async function save(database: Database, { owner, key, seen, body, kid, at }: Saving): Promise<Saved> {
  const former = await versionsOf(database, owner, key)
  const current = former.findLast(({ follows }) => follows === 1)
  const same = former.find(row => row.parent === seen && row.body === body && row.kid === kid)
  if (same)
    return { version: same.version, current: current!, follows: same.follows === 1 && same === current }
  const version = (former.at(-1)?.version ?? 0) + 1
  const follows = seen === (current?.version ?? 0)
  const row: DraftRow = { owner, key, version, parent: seen, follows: follows ? 1 : 0, body, kid, at }
  await database.insertInto('drafts').values(row).execute()
  return { version, current: follows ? row : (current ?? row), follows }
}

/** The version that the next one goes on from. */
export async function currentDraft(
  database: Database,
  owner: string,
  key: string,
): Promise<DraftRow | undefined> {
  return database
    .selectFrom('drafts')
    .selectAll()
    .where('owner', '=', owner)
    .where('key', '=', key)
    .where('follows', '=', 1)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Every version, from the first. */
export function versionsOf(database: Database, owner: string, key: string): Promise<DraftRow[]> {
  return database
    .selectFrom('drafts')
    .selectAll()
    .where('owner', '=', owner)
    .where('key', '=', key)
    .orderBy('version')
    .execute()
}
