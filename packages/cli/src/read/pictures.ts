import { readFileSync } from 'node:fs'
import { readCodes } from '@countersign/paper/node'
import { type CodePart, type FormPage, readCode, readPageCode } from '@countersign/record'
import { ok, type Result, refuse } from '@countersign/tlog'

/** What is on one photograph or scan. */
export interface Picture {
  readonly file: string
  /** Codes that carry a part of a statement. */
  readonly parts: readonly CodePart[]
  /** Which pieces of paper it shows. */
  readonly pages: readonly FormPage[]
  /** Codes of ours that cannot be read, and why; a code of somebody else’s is no matter. */
  readonly damaged: readonly string[]
}

/** Reads every code on a picture. Refusals: `unreadable`, `no-picture` (neither JPEG nor PNG). */
export async function readPicture(file: string): Promise<Result<Picture>> {
  let bytes: Uint8Array
  try {
    bytes = new Uint8Array(readFileSync(file))
  } catch (error) {
    return refuse('unreadable', `${file}: ${(error as Error).message}`)
  }
  if (!isPicture(bytes))
    return refuse(
      'no-picture',
      `${file} is neither a JPEG nor a PNG; save it as one of these, and read it again.`,
    )
  const texts = await readCodes(bytes)
  const parts: CodePart[] = []
  const pages: FormPage[] = []
  const damaged: string[] = []
  for (const text of texts) {
    const page = readPageCode(text)
    if (page.ok) {
      pages.push(page.value)
      continue
    }
    const part = readCode(text)
    if (part.ok) parts.push(part.value)
    else if (part.refusal.code !== 'code-foreign') damaged.push(part.refusal.message)
  }
  return ok({ file, parts, pages, damaged })
}

function isPicture(bytes: Uint8Array): boolean {
  const opening = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  return opening.startsWith('ffd8ff') || opening === '89504e47'
}
