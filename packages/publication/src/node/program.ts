import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Names the program that publishes, by its sources: what another made of the same record may have other bytes, and is
 * made anew.
 */
export function programName(): string {
  const hash = createHash('sha256')
  for (const folder of [join(import.meta.dirname, '..'), folderOf('@countersign/election')])
    for (const path of sourcesIn(folder)) hash.update(readFileSync(path))
  return hash.digest('hex')
}

function folderOf(name: string): string {
  return fileURLToPath(new URL('.', import.meta.resolve(name)))
}

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /(?<!\.test)\.[jt]s$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
}
