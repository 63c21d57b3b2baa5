import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ToDerive } from '../derived/derive.ts'
import type { Export } from '../exports/exports.ts'
import { bytesOf, putWhole, sameFile } from './files.ts'
import type { Manifest } from './manifest.ts'
import { type WrittenParts, writeParts } from './parts.ts'

export interface WrittenVersion {
  readonly files: Manifest['files']
  readonly parts: Manifest['parts']
  /** Files whose bytes are new; the others have a second name in the former version. */
  readonly written: number
}

/**
 * Begins the folder `derived/<tree size>` of a version beside its place. What the same program published in `former`
 * from the same things is not made again, and what has the same bytes not written; what an interrupted run left there
 * neither.
 */
export function beginVersion(
  folder: string,
  treeSize: number,
  program: string,
  former: Manifest | undefined,
) {
  const place = join(folder, 'derived', String(treeSize))
  const unfinished = `${place}.unfinished`
  putBack(place)
  const before = former?.program === program ? join(folder, 'derived', String(former.treeSize)) : undefined
  const resumed = existsSync(unfinished)
  const made = new Set<string>()
  const files: Record<string, string> = {}
  const parts: Record<string, WrittenParts> = {}
  let written = 0

  /** Gives a file its name, and takes it over where the former version has that. */
  function taken(path: string, name: string): boolean {
    files[path] = name
    return (
      before !== undefined &&
      former!.files[path] === name &&
      sameFile(join(before, path), target(unfinished, path, made))
    )
  }

  return {
    /** Puts a file of which all bytes are made at once. */
    put({ path, from, bytes }: ToDerive): void {
      if (from !== undefined && taken(path, from)) return
      const content = bytes()
      if (from === undefined && taken(path, digestOf(content))) return
      const full = target(unfinished, path, made)
      written++
      // What was left there may have a second name in the former version, and gives way to a new file.
      if (!resumed) writeFileSync(full, content)
      else if (Buffer.compare(bytesOf(full) ?? none, content) !== 0) putWhole(full, [content])
    },
    /** Puts a file that is made in parts. */
    stream({ path, from, parts: toMake }: Export, heard?: () => void): void {
      const had = former?.parts[path]
      const keep = (all: WrittenParts) => {
        if (all.some(([of]) => of !== null)) parts[path] = all
      }
      if (from !== undefined && taken(path, digestOf(from))) {
        keep(had ?? [])
        return
      }
      const full = target(unfinished, path, made)
      rmSync(full, { force: true })
      const done = writeParts(
        full,
        toMake(),
        before === undefined || had === undefined ? undefined : { path: join(before, path), parts: had },
        heard,
      )
      keep(done.parts)
      if (from !== undefined || !taken(path, done.name)) written++
    },
    /** Puts the whole folder in its place. */
    finish(): WrittenVersion {
      if (resumed) clearStrangers(unfinished, files)
      if (existsSync(place)) renameSync(place, `${place}.old`)
      renameSync(unfinished, place)
      rmSync(`${place}.old`, { recursive: true, force: true })
      return { files, parts, written }
    },
  }
}

const none = new Uint8Array()

function digestOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/** Where a file of the version goes, its folder made once. */
function target(folder: string, path: string, made: Set<string>): string {
  const full = join(folder, path)
  const parent = dirname(full)
  if (!made.has(parent)) mkdirSync(parent, { recursive: true })
  made.add(parent)
  return full
}

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
