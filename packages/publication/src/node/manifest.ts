import { join } from 'node:path'
import { canonicalFile } from '../derived/canonical.ts'
import { bytesOf, putWhole } from './files.ts'

/** What the publisher wrote last. It is the publisher's own note, and nobody else relies on it. */
export interface Manifest {
  readonly treeSize: number
  /** The tree's root there, in base64: what was verified, and need not be again. */
  readonly root: string
  /** What `verify` said of the log then. */
  readonly grade: string
  /** SHA-256 (hexadecimal) of each file in the version's folder, by its path there. */
  readonly files: Readonly<Record<string, string>>
}

const name = '.published.json'

/** The note of the last publication in `folder`; nothing where there is none, or none that can be read. */
export function readManifest(folder: string): Manifest | undefined {
  const bytes = bytesOf(join(folder, name))
  if (!bytes) return undefined
  try {
    const { treeSize, root, grade, files } = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Manifest>
    return Number.isSafeInteger(treeSize) && typeof root === 'string' && typeof grade === 'string' && files
      ? { treeSize: treeSize!, root, grade, files }
      : undefined
  } catch {
    return undefined
  }
}

export function writeManifest(folder: string, manifest: Manifest): void {
  putWhole(join(folder, name), [canonicalFile(manifest)], true)
}
