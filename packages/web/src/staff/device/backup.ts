import { answered, server } from '../shell/api.ts'
import { database } from './database.ts'
import { type Change, changesOf, takeIn } from './history.ts'

/** How far a draft is saved with the server. */
interface Saved {
  /** The server's number of the version that was last seen. */
  readonly version: number
  /** Changes in it. */
  readonly count: number
}

/** A draft as the server keeps it: the whole history, so that two devices' versions can always be joined. */
interface Body {
  readonly changes: readonly Change[]
}

/**
 * Saves a draft with the server, and takes in what another device of the place saved there: a device may die. Both
 * histories are kept; where they disagree, someone is asked. Without a network nothing happens.
 * @param key `<round>.<box>.<name>`; @param again how often it may begin anew, when others save at the same time
 */
export async function backUp(draft: string, key: string, again = 3): Promise<void> {
  const name = `backup ${draft}`
  const kept = await database()
  const seen = ((await kept.get('settings', name)) as Saved | undefined) ?? { version: 0, count: -1 }
  const theirs = await answered(server.GET('/drafts/{key}', { params: { path: { key } } }))
  if (!theirs.ok && theirs.refusal.code !== 'not-found') return
  const version = theirs.ok ? theirs.value.version : 0
  if (theirs.ok && version !== seen.version)
    await takeIn((theirs.value.body as unknown as Body).changes.map(named(draft)))
  const changes = await changesOf(draft)
  if (changes.length === 0 || (version === seen.version && changes.length === seen.count)) return
  const saved = await answered(
    server.PUT('/drafts/{key}', {
      params: { path: { key } },
      body: { version, body: { changes } satisfies Body as never },
    }),
  )
  if (saved.ok)
    await kept.put('settings', { version: saved.value.version, count: changes.length } satisfies Saved, name)
  else if (saved.refusal.code === 'other-version' && again > 0) await backUp(draft, key, again - 1)
}

function named(draft: string): (change: Change) => Change {
  return change => ({ ...change, draft })
}
