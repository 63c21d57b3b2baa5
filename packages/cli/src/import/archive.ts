import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Statement, toHex } from '@countersign/election'
import {
  type Assembled,
  archiveDefinition,
  archiveStatements,
  type ElectionFile,
  type RecordKeys,
  type Signer,
} from '@countersign/publication/import'
import { payloadOf, sign, statementId } from '@countersign/record'
import { formatSkey, noteKey, ok, type Result, type SigningKey, verifierKey } from '@countersign/tlog'
import { makeLog, type Sequencer, sodiumNative } from '@countersign/tlog/node'

/** A record that was made: its log, its definition's ID (hexadecimal), the size of its tree. */
export interface Made {
  readonly origin: string
  readonly vkey: string
  readonly definition: string
  readonly treeSize: number
}

/** Hears how many of the statements are logged. */
export type Heard = (done: number, total: number) => void

/**
 * Makes the record of an archive in an empty folder: its keys, then every statement, signed and logged in order.
 * Refusals: those of the log and of the encoding.
 */
export async function makeArchive(
  folder: string,
  { file, assembled }: { readonly file: ElectionFile; readonly assembled: Assembled },
  {
    origin = `countersign.archive/${file.id}`,
    heard = () => {},
  }: { readonly origin?: string; readonly heard?: Heard } = {},
): Promise<Result<Made>> {
  const log = await makeLog(folder, { origin, ...seldom })
  if (!log.ok) return log
  const signing = { archive: await makeKey(folder, 'archive'), archivist: await makeKey(folder, 'archivist') }
  const keys: RecordKeys = {
    origin,
    vkey: log.value.vkey,
    archive: toHex(signing.archive.publicKey),
    archivist: toHex(signing.archivist.publicKey),
  }
  const definition = archiveDefinition(file, keys)
  const payload = payloadOf(definition)
  if (!payload.ok) return payload
  const id = statementId(payload.value)
  const total = assembled.results.length + assembled.announcements.length
  const logged = await logAll(
    log.value,
    statements(definition, archiveStatements(file, assembled, keys, id)),
    signing,
    done => heard(done, total),
  )
  const closed = await log.value.close()
  if (!logged.ok) return logged
  if (!closed.ok) return closed
  return ok({ origin, vkey: keys.vkey, definition: id, treeSize: log.value.size })
}

/** Nobody waits for a checkpoint while the record is being made. */
const seldom = { interval: 60_000, entries: 16_384 }
const batch = 1_000

function* statements(definition: Statement, rest: ReturnType<typeof archiveStatements>) {
  yield { by: 'archive' as Signer, statement: definition }
  yield* rest
}

async function logAll(
  log: Sequencer,
  toSign: Generator<{ readonly by: Signer; readonly statement: Statement }>,
  keys: Readonly<Record<Signer, SigningKey>>,
  heard: (done: number) => void,
): Promise<Result<undefined>> {
  let entries: Uint8Array[] = []
  let done = 0
  // One batch is on its way to the disk while the next is being signed.
  let adding: Promise<Result<unknown>> = Promise.resolve(ok(undefined))
  for (const { by, statement } of toSign) {
    const entry = await sign(statement, [keys[by]])
    if (!entry.ok) return entry
    if (entries.push(entry.value) < batch) continue
    const added = await adding
    if (!added.ok) return added
    adding = log.add(entries)
    done += entries.length
    heard(done)
    entries = []
  }
  const added = await adding
  if (!added.ok) return added
  const last = await log.add(entries)
  return last.ok ? ok(undefined) : last
}

/** A key made for this record alone, kept in its `keys/`, which only its owner can read. */
async function makeKey(folder: string, name: string): Promise<SigningKey> {
  const seed = new Uint8Array(randomBytes(32))
  const key = await sodiumNative.signingKeyFromSeed(seed)
  const skey = formatSkey({ ...verifierKey(name, noteKey, key.publicKey), seed })
  await writeFile(join(folder, 'keys', `${name}.skey`), `${skey}\n`, { mode: 0o600 })
  return key
}
