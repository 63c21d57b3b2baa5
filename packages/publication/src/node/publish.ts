import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { type Election, found, withdrawnFiles } from '@countersign/election'
import { ok, type Result, refuse } from '@countersign/tlog'
import { chunksOf } from '../derived/chunks.ts'
import { toDerive } from '../derived/derive.ts'
import { exportsOf } from '../exports/exports.ts'
import { bytesOf, putIfOther } from './files.ts'
import { copyLog, putHead } from './log-files.ts'
import { readManifest, writeManifest } from './manifest.ts'
import { programName } from './program.ts'
import { beginVersion, dropOldVersions } from './version.ts'

/** What is published, and where. */
export interface Publication {
  /** The record's folder. */
  readonly record: string
  /** The folder to publish in: a record's public part, and what follows from it. */
  readonly folder: string
  /** The record's checkpoint and policy as they were when the state was made. */
  readonly checkpoint: Uint8Array
  readonly policy: Uint8Array
  readonly election: Election
  /** The root at the election's size, in base64. */
  readonly root: string
  /** What `verify` said of the log. */
  readonly grade: string
  /** Whether to make the exports. */
  readonly exports: boolean
  /** Versions to keep, this one included; at least 1. */
  readonly keep?: number
  readonly progress?: (what: string, done: number) => void
}

/** What was done. */
export interface Published {
  readonly treeSize: number
  readonly root: string
  /** Files of the version, and how many of them were not in the former. */
  readonly files: number
  readonly written: number
  /** Tiles and blobs copied. */
  readonly copied: number
  readonly exports: readonly string[]
}

/**
 * Publishes a version of a record. Everything that `derived/latest.json` names is in place before it is: a run that is
 * interrupted leaves the former publication as it was, and the next one goes on from there.
 * Refusals: `in-use` (another process publishes there), `older` (a later version is published there).
 */
export function publish(publication: Publication): Result<Published> {
  const { folder } = publication
  mkdirSync(folder, { recursive: true })
  const held = hold(folder)
  if (!held.ok) return held
  try {
    return publishHeld(publication)
  } finally {
    held.value()
  }
}

function publishHeld(publication: Publication): Result<Published> {
  const { record, folder, checkpoint, policy, election, root, grade, keep = 2, progress } = publication
  const former = readManifest(folder)
  const treeSize = election.size
  if (former && former.treeSize > treeSize)
    return refuse('older', `A later version (${former.treeSize} entries) is published in ${folder} already.`)
  const copied = copyLog(record, folder, withdrawnFiles(election))
  const program = programName()
  const version = beginVersion(folder, treeSize, program, former)
  const lasting = `derived/${treeSize}/`
  const changing: { readonly path: string; readonly bytes: Uint8Array }[] = []
  let done = 0
  const checked = found(election)
  const chunks = chunksOf(election, checked.findings)
  for (const file of toDerive(election, { root, found: checked, chunks })) {
    if (file.path.startsWith(lasting)) version.put({ ...file, path: file.path.slice(lasting.length) })
    else changing.push({ path: file.path, bytes: file.bytes() })
    progress?.('files written', ++done)
  }
  const exports = publication.exports ? exportsOf(election, chunks) : []
  for (const each of exports) {
    version.stream(each, () => progress?.('files written', done))
    progress?.('files written', ++done)
  }
  const { files, parts, written } = version.finish()
  putHead(folder, policy, checkpoint)
  for (const { path, bytes } of changing) putIfOther(join(folder, path), bytes, true)
  writeManifest(folder, { treeSize, root, grade, program, files, parts })
  dropOldVersions(folder, keep)
  return ok({
    treeSize,
    root,
    files: Object.keys(files).length,
    written,
    copied,
    exports: exports.map(({ path }) => `${lasting}${path}`),
  })
}

const lock = '.publishing'

/** Keeps other processes from publishing in a folder; what a process that has died held is free. */
function hold(folder: string): Result<() => void> {
  const path = join(folder, lock)
  for (;;) {
    try {
      const file = openSync(path, 'wx')
      writeSync(file, String(process.pid))
      closeSync(file)
      return ok(() => rmSync(path, { force: true }))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const holder = livingHolder(path)
    if (holder !== undefined)
      return refuse('in-use', `Another process (${holder}) is publishing in ${folder}.`, { process: holder })
    rmSync(path, { force: true })
  }
}

function livingHolder(path: string): number | undefined {
  const holder = Number(new TextDecoder().decode(bytesOf(path)))
  if (!Number.isSafeInteger(holder) || holder <= 0 || holder === process.pid) return undefined
  try {
    process.kill(holder, 0)
    return holder
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? holder : undefined
  }
}
