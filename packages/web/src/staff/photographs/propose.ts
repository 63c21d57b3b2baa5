import type { PaperArea } from '@countersign/election'
import { type FormPage, readPageCode } from '@countersign/record'
import { seenCodes } from '../codes/read-picture.ts'
import { inPicture } from './on-paper.ts'
import { pixelsOf, type Upright } from './picture.ts'
import type { Region } from './region.ts'

/** What a photograph is of, and what of it should be masked. */
export interface Proposed {
  /** The page of a form that is seen, where its code was read. */
  readonly page?: FormPage
  readonly regions: readonly Region[]
}

/** Proposes what to mask: on a form's pages with people, where they stand. A person decides. */
export async function propose(upright: Upright, names: PaperArea | undefined): Promise<Proposed> {
  for (const { text, corners } of await seenCodes(pixelsOf(upright))) {
    const page = readPageCode(text)
    if (!page.ok) continue
    const region = page.value.page > 1 && names ? inPicture(names, corners, upright) : undefined
    return { page: page.value, regions: region ? [region] : [] }
  }
  return { regions: [] }
}
