import { changed, database, durable } from './database.ts'

/** A code that was scanned, and on which page: what is made of it is that page's. */
export interface Scanned {
  readonly seq?: number
  readonly page: string
  readonly text: string
  /** Milliseconds. */
  readonly at: number
}

/** A photograph of codes that has yet to be read. */
export interface Photograph {
  readonly seq?: number
  readonly page: string
  readonly picture: Blob
}

/** Keeps a code that was scanned; one that the page has already is kept once. */
export async function keepScanned(page: string, text: string): Promise<void> {
  const writing = (await database()).transaction(['scanned', 'settings'], 'readwrite', durable)
  const scanned = writing.objectStore('scanned')
  const begun = Number(await writing.objectStore('settings').get(beginning(page))) || 0
  const known = await scanned.index('page').getAll(page)
  const isNew = !known.some(({ seq = 0, text: other }) => other === text && seq > begun)
  if (isNew) await scanned.add({ page, text, at: Date.now() })
  await writing.done
  if (isNew) changed('scanned')
}

/** The codes that a page has scanned since it last began anew, the first first. */
export async function scannedOn(page: string): Promise<readonly string[]> {
  const kept = await database()
  const begun = Number(await kept.get('settings', beginning(page))) || 0
  const all = await kept.getAllFromIndex('scanned', 'page', page)
  return all.filter(({ seq = 0 }) => seq > begun).map(({ text }) => text)
}

/** From here on the page has scanned nothing. What it had stays on the device. */
export async function beginAnew(page: string): Promise<void> {
  const writing = (await database()).transaction(['scanned', 'settings'], 'readwrite', durable)
  const last = (await writing.objectStore('scanned').index('page').getAllKeys(page)).at(-1) ?? 0
  await writing.objectStore('settings').put(last, beginning(page))
  await writing.done
  changed('scanned')
}

function beginning(page: string): string {
  return `scanned anew ${page}`
}

/** Keeps photographs until they are read: a page may be left, and a battery may die, meanwhile. */
export async function keepPhotographs(
  page: string,
  pictures: readonly Blob[],
): Promise<readonly Photograph[]> {
  const writing = (await database()).transaction('photographs', 'readwrite', durable)
  const kept: Photograph[] = []
  for (const picture of pictures)
    kept.push({ page, picture, seq: await writing.store.add({ page, picture }) })
  await writing.done
  return kept
}

/** Photographs that nobody has read yet. */
export async function photographs(): Promise<readonly Photograph[]> {
  return (await database()).getAll('photographs')
}

/** Lets a photograph go, once what it showed is kept. */
export async function dropPhotograph({ seq }: Photograph): Promise<void> {
  await (await database()).delete('photographs', seq!)
}
