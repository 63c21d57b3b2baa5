import { cp, mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import {
  entriesPath,
  ok,
  parseCheckpoint,
  parseNote,
  type Result,
  refuse,
  tilePath,
  tilesOf,
} from '@countersign/tlog'

/** How much a copy of a log has, and how many of its files are new. */
export type CopiedLog = { readonly size: number; readonly files: number }

/** A log that grows while it is copied is begun again so often. */
const attempts = 50

/**
 * Copies the log in `from` to the folder `to`, at the checkpoint that it has now; tiles that are there already stay.
 * The log may grow meanwhile: a tile that was grown over is looked for again at the next checkpoint. `checkpoint` is
 * written last, so that a copy that is cut short is the one before. Refusals: `no-record`, `not-copied`.
 */
export async function copyLog(from: string, to: string): Promise<Result<CopiedLog>> {
  let files = 0
  for (let attempt = 0; attempt < attempts; attempt++) {
    const note = await readFile(join(from, 'checkpoint')).catch(() => undefined)
    if (!note) return refuse('no-record', `There is no record in ${from}: it has no checkpoint.`)
    const size = sizeOf(note)
    if (size === undefined) return refuse('no-record', `The checkpoint in ${from} is malformed.`)
    // Tiles at the edge are the ones that are soon grown over.
    const paths = pathsOf(size).sort((a, b) => Number(isPartial(b)) - Number(isPartial(a)))
    let whole = true
    for (const path of paths) {
      const copied = await copyNew(join(from, path), join(to, path))
      if (copied === undefined) whole = false
      if (!whole) break
      if (copied) files++
    }
    if (!whole) continue
    await put(join(to, 'checkpoint'), note)
    return ok({ size, files })
  }
  return refuse(
    'not-copied',
    `The log in ${from} grew faster than it could be copied. Try again, or stop the server first.`,
  )
}

function sizeOf(note: Uint8Array): number | undefined {
  const parsed = parseNote(note)
  const checkpoint = parsed.ok ? parseCheckpoint(parsed.value.text) : parsed
  return checkpoint.ok ? checkpoint.value.size : undefined
}

function pathsOf(size: number): string[] {
  return tilesOf(size).flatMap(({ level, n, width }) => [
    tilePath(level, n, width),
    ...(level === 0 ? [entriesPath(n, width)] : []),
  ])
}

function isPartial(path: string): boolean {
  return path.includes('.p/')
}

/** @returns whether the file was copied, false where it was there; undefined where there is none to copy */
async function copyNew(from: string, to: string): Promise<boolean | undefined> {
  if (await stat(to).catch(() => undefined)) return false
  const bytes = await readFile(from).catch(() => undefined)
  if (!bytes) return undefined
  await put(to, bytes)
  return true
}

async function put(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(`${path}.new`, bytes)
  await rename(`${path}.new`, path)
}

/** Copies what else a record’s folder has: its policy, its published files, and, where `keys`, the key of the log. */
export async function copyBeside(from: string, to: string, keys: boolean): Promise<void> {
  for (const part of ['policy.txt', 'blob', ...(keys ? ['keys'] : [])]) {
    if (!(await stat(join(from, part)).catch(() => undefined))) continue
    await cp(join(from, part), join(to, part), { recursive: true, preserveTimestamps: true })
  }
}
