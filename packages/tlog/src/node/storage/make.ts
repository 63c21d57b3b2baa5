/** Making a log: its key, its policy, its first head and a checkpoint over nothing. */
import { dirname, join } from 'node:path'
import { isKeyName, parseVkey } from '../../note/key.ts'
import { formatPolicy } from '../../policy.ts'
import { type Result, refuse } from '../../result.ts'
import { utf8 } from '../../text.ts'
import { emptyRoot } from '../../tree/hash.ts'
import { type Disk, diskRefusal, putFile, realDisk } from './disk.ts'
import { newHead } from './head.ts'
import { claimHead, newestHead } from './heads.ts'
import { makeLogKey, temporaryKeyPath } from './keys.ts'
import { type OpenOptions, openLog } from './open.ts'
import type { Sequencer } from './sequencer.ts'

export type MakeOptions = OpenOptions & {
  /** The log's name: its origin line, and the name of its key. A URL without its scheme is usual. */
  readonly origin: string
  /** Where the public will read the log: it goes into the policy, and is asked before anything is signed. */
  readonly url?: string
}

/**
 * Makes a log in `dir`, which is made where it is missing, and opens it. Its policy knows the log, and no witness
 * yet. Refuses `bad-origin`; `exists` where there is a log, or a part of one; `other-origin`; and as `openLog`.
 */
export async function makeLog(dir: string, options: MakeOptions): Promise<Result<Sequencer>> {
  const disk = options.disk ?? realDisk
  const { origin, url } = options
  if (!isKeyName(origin))
    return refuse('bad-origin', `“${origin}” cannot name a log: it must not be empty or have spaces or “+”.`)
  try {
    await disk.makeFolder(dir)
    await disk.syncFolder(dirname(dir))
    if ((await newestHead(disk, dir)) > 0 || (await disk.read(join(dir, 'checkpoint'))) !== undefined)
      return refuse('exists', `${dir} has a log already. Open it, or choose another folder.`, { path: dir })
    const key = await makeLogKey(disk, dir, origin)
    if (!key.ok) return key
    await disk.makeFolder(join(dir, 'heads'), 0o700)
    await disk.syncFolder(dir)
    await makePolicy(disk, dir, key.value.vkey, url)
    const held = await claimHead(disk, dir, 1, newHead(origin, 0, emptyRoot), [])
    if (!held.ok) return held
    await held.value.file.close()
  } catch (error) {
    return diskRefusal(error, `No log was made in ${dir}`)
  }
  return openLog(dir, options)
}

async function makePolicy(disk: Disk, dir: string, vkey: string, url: string | undefined): Promise<void> {
  const path = join(dir, 'policy.txt')
  if ((await disk.read(path)) !== undefined) return
  const key = parseVkey(vkey)
  if (!key.ok) throw new Error(key.refusal.message)
  const log = url === undefined ? { key: key.value } : { key: key.value, url }
  const policy = { logs: [log], witnesses: new Map(), groups: new Map(), quorum: 'none' }
  await putFile(disk, temporaryKeyPath(dir), path, utf8(formatPolicy(policy)))
  await disk.syncFolder(dir)
}
