import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
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
import type { SourceFile } from '@countersign/publication/import/node'
import { payloadOf, sign, statementId } from '@countersign/record'
import {
  formatSkey,
  noteKey,
  ok,
  type Result,
  refuse,
  type SigningKey,
  sha256,
  verifierKey,
} from '@countersign/tlog'
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

/** What a record is made of. */
export interface Material {
  readonly file: ElectionFile
  readonly assembled: Assembled
  /** Tables that go into the record as they are, so that anyone can hold its rows against them. */
  readonly sources?: readonly SourceFile[]
}

/**
 * Makes the record of an archive in an empty folder: its keys, then every statement, signed and logged in order.
 * Refusals: `table-changed`; those of the log and of the encoding.
 */
export async function makeArchive(
  folder: string,
  { file, assembled, sources = [] }: Material,
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
  const kept = await keepSources(folder, sources)
  if (!kept.ok) return kept
  const definition = archiveDefinition(file, keys)
  const payload = payloadOf(definition)
  if (!payload.ok) return payload
  const id = statementId(payload.value)
  const total = assembled.results.length + assembled.announcements.length
  const all = statements(definition, archiveStatements(file, assembled, keys, id))
  const logged = await logAll(log.value, all, signing, done => heard(done, total))
  const closed = await log.value.close()
  if (!logged.ok) return logged
  if (!closed.ok) return closed
  return ok({ origin, vkey: keys.vkey, definition: id, treeSize: log.value.size })
}

/** Puts the tables among the record's blobs, under the digests that its rows name. */
async function keepSources(folder: string, sources: readonly SourceFile[]): Promise<Result<undefined>> {
  const blobs = join(folder, 'blob', 'sha256')
  if (sources.length > 0) await mkdir(blobs, { recursive: true })
  for (const { path, digest } of sources) {
    const bytes = await readFile(path)
    if (toHex(sha256(bytes)) !== digest)
      return refuse('table-changed', `${path} was changed while it was being imported.`, { path })
    await writeFile(join(blobs, digest), bytes)
  }
  return ok(undefined)
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
