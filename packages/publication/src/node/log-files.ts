import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { parseTilePath } from '@countersign/tlog'
import { copyOnce, putIfOther } from './files.ts'

/**
 * Copies what is new of a record's public part, all but its checkpoint. What is copied is not linked: nobody who
 * changes a published file changes the record.
 * @param withdrawn digests of files that a ruling takes from view
 * @returns how many files were copied
 */
export function copyLog(record: string, folder: string, withdrawn: ReadonlyMap<string, number>): number {
  const hidden = new Set([...withdrawn.keys()].map(digest => `blob/sha256/${digest}`))
  for (const path of hidden) rmSync(join(folder, path), { force: true })
  let copied = 0
  for (const path of lastingFiles(record))
    if (!hidden.has(path) && copyOnce(join(record, path), join(folder, path))) copied++
  return copied
}

/** Puts the record's policy and a checkpoint in place, once everything that the checkpoint stands for is there. */
export function putHead(folder: string, policy: Uint8Array, checkpoint: Uint8Array): void {
  putIfOther(join(folder, 'policy.txt'), policy)
  putIfOther(join(folder, 'checkpoint'), checkpoint, true)
}

/** What is public of a record and never changes once it is there. Its keys and heads are not. */
function lastingFiles(record: string): readonly string[] {
  const tiles = filesIn(record, 'tile').filter(path => parseTilePath(path).ok)
  const blobs = filesIn(record, 'blob').filter(path => /^blob\/sha256\/[0-9a-f]{64}$/.test(path))
  return [...tiles, ...blobs]
}

/** Every file under `part`, as paths from `folder`. */
function filesIn(folder: string, part: string): readonly string[] {
  if (!existsSync(join(folder, part))) return []
  return readdirSync(join(folder, part), { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .sort()
}
