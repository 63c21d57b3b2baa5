import {
  dropPhotograph,
  keepPhotographs,
  keepScanned,
  type Photograph,
  photographs,
} from '../device/scanned.ts'

/** Reads photographs of codes for a page. What they show is kept even if the page is left, or closed, before. */
export async function readPhotographs(page: string, pictures: readonly Blob[]): Promise<readonly string[]> {
  const kept = await keepPhotographs(page, pictures)
  return (await Promise.all(kept.map(readOne))).flat()
}

/** Reads what was left unread when the pages were last closed. */
export async function readLeftPhotographs(): Promise<void> {
  for (const photograph of await photographs()) await readOne(photograph)
}

async function readOne(photograph: Photograph): Promise<readonly string[]> {
  const texts = await textsIn(photograph.picture)
  for (const text of texts) await keepScanned(photograph.page, text)
  await dropPhotograph(photograph)
  return texts
}

/** The texts of the codes in a picture; none in a file that is no picture. */
export async function textsIn(picture: Blob): Promise<readonly string[]> {
  const { codesIn } = await import('./read-picture.ts')
  return codesIn(picture).catch(() => [])
}
