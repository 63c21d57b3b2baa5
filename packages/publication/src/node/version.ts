import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { bytesOf, putWhole, sameFile } from './files.ts'
import type { Manifest } from './manifest.ts'

/** A file of a version: its path in the version's folder, and its bytes, whole or in parts. */
export interface VersionFile {
  readonly path: string
  readonly parts: () => Iterable<Uint8Array>
}

export interface WrittenVersion {
  readonly files: Manifest['files']
  /** Files whose bytes are new; the others have a second name in the former version. */
  readonly written: number
}

/**
 * Begins the folder `derived/<tree size>` of a version beside its place. What is in `former` with the same bytes is
 * not written again; what an interrupted run left there neither.
 */
export function beginVersion(folder: string, treeSize: number, former: Manifest | undefined) {
  const place = join(folder, 'derived', String(treeSize))
  const unfinished = `${place}.unfinished`
  putBack(place)
  const before = former && join(folder, 'derived', String(former.treeSize))
  const resumed = existsSync(unfinished)
  const made = new Set<string>()
  const files: Record<string, string> = {}
  let written = 0

  function isSame(path: string): boolean {
    return before !== undefined && former!.files[path] === files[path] && existsSync(join(before, path))
  }

  function target(path: string): string {
    const full = join(unfinished, path)
    const parent = dirname(full)
    if (!made.has(parent)) mkdirSync(parent, { recursive: true })
    made.add(parent)
    return full
  }

  return {
    /** Puts a file of which all bytes are at hand. */
    put(path: string, content: Uint8Array): void {
      const full = target(path)
      const hash = createHash('sha256').update(content).digest('hex')
      files[path] = hash
      if (isSame(path)) sameFile(join(before!, path), full)
      else {
        written++
        if (!resumed || Buffer.compare(bytesOf(full) ?? none, content) !== 0) putWhole(full, [content])
      }
    },
    /** Puts a file that is made in parts. */
    stream({ path, parts }: VersionFile): void {
      const full = target(path)
      files[path] = putWhole(full, parts())
      if (isSame(path)) sameFile(join(before!, path), full)
      else written++
    },
    /** Puts the whole folder in its place. */
    finish(): WrittenVersion {
      clearStrangers(unfinished, files)
      if (existsSync(place)) renameSync(place, `${place}.old`)
      renameSync(unfinished, place)
      rmSync(`${place}.old`, { recursive: true, force: true })
      return { files, written }
    },
  }
}

const none = new Uint8Array()

/** Ends what a run that was interrupted between two renamings left. */
function putBack(place: string): void {
  if (!existsSync(`${place}.old`)) return
  if (existsSync(place)) rmSync(`${place}.old`, { recursive: true })
  else renameSync(`${place}.old`, place)
}

/** Removes what an interrupted run of another program left, and this one has no use for. */
function clearStrangers(folder: string, files: Manifest['files']): void {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const full = join(entry.parentPath, entry.name)
    const path = full.slice(folder.length + 1).replaceAll('\\', '/')
    if (entry.isFile() && files[path] === undefined) rmSync(full)
  }
}

/**
 * Removes all versions but the newest `keep`, and what was never finished. Pages that are being read may still use the
 * version before the last.
 */
export function dropOldVersions(folder: string, keep: number): void {
  const names = readdirSync(join(folder, 'derived'))
  const sizes = names.filter(name => /^\d+$/.test(name)).sort((a, b) => Number(b) - Number(a))
  const unfinished = names.filter(name => /^\d+\.(unfinished|old)$/.test(name))
  for (const name of [...sizes.slice(keep), ...unfinished])
    rmSync(join(folder, 'derived', name), { recursive: true, force: true })
}
