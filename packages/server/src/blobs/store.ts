import { copyFile, mkdir, open, rename, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ok, type Result } from '@countersign/tlog'
import { diskRefusal, putFile, realDisk } from '@countersign/tlog/node'
import type { Parts } from '../parts.ts'
import type { Place } from './allowed.ts'

type Folders = Pick<Parts, 'record' | 'sealed' | 'site'>

/** Where a file is kept; what is sealed is in no folder that is served. */
export function pathOf({ record, sealed }: Folders, place: Place, digest: string): string {
  return place === 'published'
    ? join(record.folder, 'blob', 'sha256', digest)
    : join(sealed, 'sha256', digest)
}

export function isKept(folders: Folders, place: Place, digest: string): Promise<boolean> {
  return stat(pathOf(folders, place, digest)).then(
    () => true,
    () => false,
  )
}

/**
 * Keeps a file under its digest, durable when this returns; what is published is in the site, too, at once: the
 * record does not grow by it, so that no new publication comes. Refusals: `disk-full`, `read-only`, `disk-failed`.
 * @param mark makes the temporary file's name this request's own
 */
export async function keep(
  folders: Folders,
  place: Place,
  digest: string,
  bytes: Uint8Array,
  mark: string,
): Promise<Result<undefined>> {
  const path = pathOf(folders, place, digest)
  const [folderMode, fileMode] = place === 'sealed' ? [0o700, 0o600] : [0o755, 0o644]
  try {
    await mkdir(dirname(path), { recursive: true, mode: folderMode })
    await putFile(realDisk, `${path}.${mark}.new`, path, bytes, fileMode)
    await syncFolder(dirname(path))
    if (place === 'published') await show(path, join(folders.site, 'blob', 'sha256', digest))
  } catch (error) {
    return diskRefusal(error, 'The file was not kept')
  }
  return ok(undefined)
}

async function show(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  await copyFile(from, `${to}.new`)
  await rename(`${to}.new`, to)
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  await folder.sync().finally(() => folder.close())
}
