import { join } from 'node:path'
import { canonicalFile } from '../derived/canonical.ts'
import { bytesOf, putWhole } from './files.ts'
import type { WrittenParts } from './parts.ts'

/** What the publisher wrote last. It is the publisher's own note, and nobody else relies on it. */
export interface Manifest {
  readonly treeSize: number
  /** The tree's root there, in base64: what was verified, and need not be again. */
  readonly root: string
  /** What `verify` said of the log then. */
  readonly grade: string
  /** The program that wrote it; see `programName`. */
  readonly program: string
  /** Names the bytes of each file in the version's folder, by its path there: the same name, the same bytes. */
  readonly files: Readonly<Record<string, string>>
  /** In which parts each of the long files was written. */
  readonly parts: Readonly<Record<string, WrittenParts>>
}

const name = '.published.json'

/** The note of the last publication in `folder`; nothing where there is none, or none that can be read. */
export function readManifest(folder: string): Manifest | undefined {
  const bytes = bytesOf(join(folder, name))
  if (!bytes) return undefined
  try {
    const read = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Manifest>
    const { treeSize, root, grade, program = '', files, parts = {} } = read
    return Number.isSafeInteger(treeSize) && typeof root === 'string' && typeof grade === 'string' && files
      ? { treeSize: treeSize!, root, grade, program, files, parts }
      : undefined
  } catch {
    return undefined
  }
}

export function writeManifest(folder: string, manifest: Manifest): void {
  putWhole(join(folder, name), [canonicalFile(manifest)], true)
}
