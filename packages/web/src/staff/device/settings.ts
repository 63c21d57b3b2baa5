import { changed, database } from './database.ts'

/** The key ID that acts now, where the device has several. */
export async function currentKid(): Promise<string | undefined> {
  return (await (await database()).get('settings', 'current')) as string | undefined
}

export async function setCurrentKid(kid: string): Promise<void> {
  await (await database()).put('settings', kid, 'current')
  changed('settings')
}

/** Asks the browser never to clear what is kept here; gives whether it promised. */
export async function askToStay(): Promise<boolean> {
  if (navigator.storage?.persist === undefined) return false
  return (await navigator.storage.persisted()) || navigator.storage.persist()
}
