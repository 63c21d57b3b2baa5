import { answered, server } from '../shell/api.ts'
import { tellCounts } from './counts.ts'
import { database, durable } from './database.ts'
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

/** A place's draft that is to be saved. */
export interface ToSave {
  /** Its name on the device. */
  readonly draft: string
  readonly round: number
  readonly box: string
  readonly name: 'open' | 'hourly' | 'close-poll' | 'form'
}

const list = 'to save'
/** What this tab has put on the list: not at every keystroke. */
const remembered = new Set<string>()

/** Remembers that a draft is to be saved with the server: now, or once there is a network, whichever page is open then. */
export async function wantSaved(wanted: ToSave): Promise<void> {
  if (remembered.has(wanted.draft)) return
  remembered.add(wanted.draft)
  await change(all => [...all.filter(({ draft }) => draft !== wanted.draft), wanted])
}

/** Saves every draft that is to be; what cannot be saved now stays for the next time. One tab at a time. */
export async function saveWanted(): Promise<void> {
  const run = async () => {
    for (const wanted of await wantedNow()) {
      const before = (await changesOf(wanted.draft)).length
      if (!(await save(wanted))) continue
      await change(all => all.filter(({ draft }) => draft !== wanted.draft))
      remembered.delete(wanted.draft)
      // What was entered meanwhile, here or taken in from elsewhere, is for the next time.
      if ((await changesOf(wanted.draft)).length !== before) await wantSaved(wanted)
    }
  }
  await (navigator.locks ? navigator.locks.request('countersign drafts', run) : run())
}

async function wantedNow(): Promise<readonly ToSave[]> {
  return ((await (await database()).get('settings', list)) as readonly ToSave[] | undefined) ?? []
}

async function change(next: (all: readonly ToSave[]) => readonly ToSave[]): Promise<void> {
  const writing = (await database()).transaction('settings', 'readwrite', durable)
  const all = ((await writing.store.get(list)) as readonly ToSave[] | undefined) ?? []
  await writing.store.put(next(all), list)
  await writing.done
}

/** Whether the server has it now. */
async function save({ draft, round, box, name }: ToSave): Promise<boolean> {
  const saved = await backUp(draft, `${round}.${box}.${name}`)
  return saved && (name !== 'hourly' || (await tellCounts(draft, round, box)))
}

/**
 * Saves a draft with the server, and takes in what another device of the place saved there: a device may die. Both
 * histories are kept; where they disagree, someone is asked. Gives whether the server has it all; without a network
 * it has not.
 * @param key `<round>.<box>.<name>`; @param again how often it may begin anew, when others save at the same time
 */
async function backUp(draft: string, key: string, again = 3): Promise<boolean> {
  const name = `backup ${draft}`
  const kept = await database()
  const seen = ((await kept.get('settings', name)) as Saved | undefined) ?? { version: 0, count: -1 }
  const theirs = await answered(server.GET('/drafts/{key}', { params: { path: { key } } }))
  if (!theirs.ok && theirs.refusal.code !== 'not-found') return false
  const version = theirs.ok ? theirs.value.version : 0
  if (theirs.ok && version !== seen.version)
    await takeIn((theirs.value.body as unknown as Body).changes.map(named(draft)))
  const changes = await changesOf(draft)
  if (changes.length === 0 || (version === seen.version && changes.length === seen.count)) return true
  const saved = await answered(
    server.PUT('/drafts/{key}', {
      params: { path: { key } },
      body: { version, body: { changes } satisfies Body as never },
    }),
  )
  if (saved.ok)
    await kept.put('settings', { version: saved.value.version, count: changes.length } satisfies Saved, name)
  else if (saved.refusal.code === 'other-version' && again > 0) return backUp(draft, key, again - 1)
  return saved.ok
}

function named(draft: string): (change: Change) => Change {
  return change => ({ ...change, draft })
}
