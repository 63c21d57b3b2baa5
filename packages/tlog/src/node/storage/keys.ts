/**
 * A log's own key, in the folder `keys/` that only its owner can read: `log.skey` signs (C2SP signed-note's
 * PRIVATE+KEY form), `log.vkey` verifies. Made per log, never published.
 */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { formatSkey, formatVkey, noteKey, parseSkey, verifierKey } from '../../note/key.ts'
import type { Signer } from '../../note/note.ts'
import { noteSignerFrom } from '../../note/signature.ts'
import { ok, type Result, refuse } from '../../result.ts'
import { utf8 } from '../../text.ts'
import { sodiumNative } from '../ed25519.ts'
import { codeOf, type Disk, putFile, writeFile } from './disk.ts'

/** A log's key: `vkey` is for everyone, `signer` for the sequencer. Its name is the log's origin. */
export type LogKey = { readonly origin: string; readonly vkey: string; readonly signer: Signer }

/** Makes the key of the log `origin` in `dir`, unless it has one already: then that one is read. */
export async function makeLogKey(disk: Disk, dir: string, origin: string): Promise<Result<LogKey>> {
  const folder = join(dir, 'keys')
  await disk.makeFolder(folder, 0o700)
  await disk.syncFolder(dir)
  const path = join(folder, 'log.skey')
  if ((await disk.read(path)) === undefined) {
    const seed = new Uint8Array(randomBytes(32))
    const { publicKey } = await sodiumNative.signingKeyFromSeed(seed)
    const skey = formatSkey({ ...verifierKey(origin, noteKey, publicKey), seed })
    const temporary = temporaryKeyPath(dir)
    await writeFile(disk, temporary, utf8(`${skey}\n`), 0o600)
    // By a link, which never replaces a key that is there: another process may just have made one.
    await disk.link(temporary, path).catch(error => {
      if (codeOf(error) !== 'EEXIST') throw error
    })
    await disk.remove(temporary)
  }
  const key = await readLogKey(disk, dir)
  if (!key.ok) return key
  if (key.value.origin !== origin)
    return refuse(
      'other-origin',
      `${dir} has the key of ${key.value.origin} already. Choose another folder.`,
      {
        path,
      },
    )
  await putFile(disk, temporaryKeyPath(dir), join(folder, 'log.vkey'), utf8(`${key.value.vkey}\n`))
  await disk.syncFolder(folder)
  return key
}

/** The key of the log in `dir`; or `no-key`, `bad-key`. */
export async function readLogKey(disk: Disk, dir: string): Promise<Result<LogKey>> {
  const path = join(dir, 'keys', 'log.skey')
  const file = await disk.read(path)
  if (file === undefined)
    return refuse('no-key', `${path} is missing. Make a log first, or put its key back.`, { path })
  const skey = new TextDecoder().decode(file).trim()
  const parsed = parseSkey(skey)
  if (!parsed.ok) return parsed
  const signer = await noteSignerFrom(skey, sodiumNative)
  if (!signer.ok) return signer
  const { publicKey } = await sodiumNative.signingKeyFromSeed(parsed.value.seed)
  const origin = signer.value.name
  return ok({ origin, vkey: formatVkey(verifierKey(origin, noteKey, publicKey)), signer: signer.value })
}

/** A path for what is written before it is put in its place by whoever makes the log. */
export function temporaryKeyPath(dir: string): string {
  return join(dir, 'keys', `new.${randomBytes(4).toString('hex')}`)
}
