import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Compared } from '@countersign/record'
import type { LogReader } from '@countersign/tlog'
import type { CopyInHand } from './copies.ts'

/**
 * Puts what a court needs beside each other in a folder a box: the copy as signed, the published entry, and the proof
 * that this entry is in the log. Gives the folders.
 */
export async function writeEvidence(
  out: string,
  found: readonly { readonly inHand: CopyInHand; readonly compared: Compared }[],
  log: LogReader,
): Promise<readonly string[]> {
  const folders: string[] = []
  for (const { inHand, compared } of found) {
    if (compared.verdict === 'identical') continue
    const folder = join(out, `${compared.round}-${compared.box}`)
    mkdirSync(folder, { recursive: true })
    writeFileSync(
      join(folder, 'compared.json'),
      `${JSON.stringify({ file: inHand.file, ...compared }, null, 2)}\n`,
    )
    if (inHand.entry) writeFileSync(join(folder, 'copy.cbor'), inHand.entry)
    else writeFileSync(join(folder, 'copy.json'), `${JSON.stringify(inHand.copy, null, 2)}\n`)
    if (compared.entry !== undefined) {
      const published = await log.entry(compared.entry)
      const proof = await log.proofFile(compared.entry)
      if (published.ok) writeFileSync(join(folder, 'published.cbor'), published.value)
      if (proof.ok) writeFileSync(join(folder, 'published.tlog-proof'), proof.value)
    }
    folders.push(folder)
  }
  return folders
}
