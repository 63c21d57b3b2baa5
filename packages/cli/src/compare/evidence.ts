import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type ComparedCopy, evidenceOf, type OwnCount } from '@countersign/record'
import type { LogReader } from '@countersign/tlog'

/** Writes the evidence of each copy that is not identical into a folder of its own. Gives the folders. */
export async function writeEvidence(
  out: string,
  copies: readonly ComparedCopy[],
  log: LogReader,
  count?: OwnCount,
): Promise<readonly string[]> {
  const folders = new Set<string>()
  for await (const [path, bytes] of evidenceOf(copies, log, count)) {
    const file = join(out, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, bytes)
    if (path.includes('/')) folders.add(dirname(file))
  }
  return [...folders]
}
