import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ok, type Result, refuse, type TileSource } from '@countersign/tlog'
import { fromFiles, openLog, restoreLog } from '@countersign/tlog/node'
import { type OpenDatabase, openDatabase } from '../database/open.ts'
import { type CopiedLog, copyBeside, copyLog } from './log.ts'
import { readTables, writeTables } from './tables.ts'

const rows = 'database.jsonl'

/** What was backed up; `rows` is absent where the database was not at hand. */
export type BackedUp = CopiedLog & { readonly rows?: number }

/**
 * Copies the record in the data folder `data` to the folder `to`, and the rows of its database where one is given. The
 * server may run meanwhile. What it has answered since its last checkpoint, a second at most, is not in the copy: the
 * devices keep it until they have its proof. Refusals: those of `copyLog`.
 */
export async function backUp(
  data: string,
  to: string,
  { database, keys = true }: { readonly database?: OpenDatabase | undefined; readonly keys?: boolean },
): Promise<Result<BackedUp>> {
  await mkdir(join(to, 'record'), { recursive: true, mode: 0o700 })
  const log = await copyLog(join(data, 'record'), join(to, 'record'))
  if (!log.ok) return log
  await copyBeside(join(data, 'record'), join(to, 'record'), keys)
  await copySealed(data, to)
  if (!database) return log
  return ok({ ...log.value, rows: await writeTables(database.database, join(to, rows)) })
}

/** The originals of photographs: in no folder that is served, and lost with the disk if nobody copies them. */
async function copySealed(from: string, to: string): Promise<void> {
  const sealed = join(from, 'sealed')
  if (existsSync(sealed)) await cp(sealed, join(to, 'sealed'), { recursive: true, preserveTimestamps: true })
}

export type RestoreOptions = {
  /** What the public holds of the log: it may be ahead of the backup, and nothing is signed before it is extended. */
  readonly published: readonly TileSource[]
  /** Go on though nobody is asked what they hold. Only for whoever knows that nothing came after the backup. */
  readonly unasked?: boolean
  readonly databaseUrl?: string | undefined
  /** An empty one that is open; else the one at `databaseUrl`, or a new one in the data folder. */
  readonly database?: OpenDatabase
  readonly onProgress?: (done: number, total: number) => void
}

/** How many entries there are now, how many of them came from what is published, and the rows of the database. */
export type Restored = { readonly size: number; readonly copied: number; readonly rows: number }

/**
 * Makes the data folder `data` from the backup in `from`. Nothing is signed until the tree extends every checkpoint
 * that is published, and those that the places of its policy hold.
 * Refusals: `exists`, `no-backup`, `unasked`, and those of `restoreLog`, `openLog`, `openDatabase` and `readTables`;
 * after one, nothing is left in `data` but what was there.
 */
export async function restoreBackup(
  from: string,
  data: string,
  options: RestoreOptions,
): Promise<Result<Restored>> {
  const record = join(data, 'record')
  if (existsSync(record) && (await readdir(record)).length > 0)
    return refuse('exists', `${record} has a record already. Restore into another folder.`)
  if (!existsSync(join(from, 'record/checkpoint')))
    return refuse('no-backup', `There is no backup in ${from}.`)
  if (options.published.length === 0 && !options.unasked)
    return refuse(
      'unasked',
      'If the log went on after this backup was made, going on from it would sign a second history. Name what is published of it, or say that nothing came after.',
    )
  const restored = await restoreRecord(from, record, options)
  const done = restored.ok ? await restoreRows(from, data, options) : restored
  if (done.ok) await copySealed(from, data)
  if (done.ok && restored.ok) return ok({ ...restored.value, rows: done.value })
  await rm(record, { recursive: true, force: true })
  return done as Result<never>
}

async function restoreRecord(
  from: string,
  record: string,
  { published, unasked = false, onProgress = () => {} }: RestoreOptions,
): Promise<Result<{ readonly size: number; readonly copied: number }>> {
  await mkdir(record, { recursive: true })
  await copyBeside(join(from, 'record'), record, true)
  let copied = 0
  for (const [i, source] of [fromFiles(join(from, 'record')), ...published].entries()) {
    const restored = await restoreLog(record, source, { onProgress })
    if (!restored.ok) return restored
    if (i > 0) copied += restored.value.copied
  }
  // Opening asks the places of the policy; who has just named what is published has asked.
  const log = await openLog(record, { unasked: unasked || published.length > 0 })
  if (!log.ok) return log
  const { size } = log.value
  const closed = await log.value.close()
  return closed.ok ? ok({ size, copied }) : closed
}

async function restoreRows(
  from: string,
  data: string,
  { databaseUrl, database: given }: RestoreOptions,
): Promise<Result<number>> {
  const path = join(from, rows)
  if (!existsSync(path)) return ok(0)
  if (given) return readTables(given.database, path)
  const database = await openDatabase({ url: databaseUrl, folder: join(data, 'database') })
  if (!database.ok) return database
  const read = await readTables(database.value.database, path)
  await database.value.close()
  return read
}
