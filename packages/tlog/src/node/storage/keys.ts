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
import { type Disk, putFile } from './disk.ts'

/** A log's key: `vkey` is for everyone, `signer` for the sequencer. Its name is the log's origin. */
export type LogKey = { readonly origin: string; readonly vkey: string; readonly signer: Signer }

/** Makes the key of the log `origin` in `dir`, unless it has one already: then that one is read. */
export async function makeLogKey(disk: Disk, dir: string, origin: string): Promise<Result<LogKey>> {
  const folder = join(dir, 'keys')
  await disk.makeFolder(folder, 0o700)
  await disk.syncFolder(dir)
  if ((await disk.read(join(folder, 'log.skey'))) === undefined) {
    const seed = new Uint8Array(randomBytes(32))
    const { publicKey } = await sodiumNative.signingKeyFromSeed(seed)
    const key = verifierKey(origin, noteKey, publicKey)
    await putKey(disk, folder, 'log.skey', formatSkey({ ...key, seed }))
    await disk.syncFolder(folder)
  }
  const key = await readLogKey(disk, dir)
  if (!key.ok) return key
  if (key.value.origin !== origin)
    return refuse(
      'other-origin',
      `${dir} has the key of ${key.value.origin} already. Choose another folder.`,
      {
        path: join(folder, 'log.skey'),
      },
    )
  await putKey(disk, folder, 'log.vkey', key.value.vkey)
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

async function putKey(disk: Disk, folder: string, name: string, text: string): Promise<void> {
  const temporary = join(folder, `${name}.${randomBytes(4).toString('hex')}`)
  await putFile(disk, temporary, join(folder, name), utf8(`${text}\n`), 0o600)
}
