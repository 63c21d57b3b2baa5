import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { rename } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { ok, type Result, refuse } from '@countersign/tlog'
import type { Kysely } from 'kysely'
import type { Database } from '../database/open.ts'

/** Sessions end with the server that they were begun with. */
const left = new Set(['sessions'])

type AnyTable = Kysely<Record<string, Record<string, unknown>>>

/** Every row of every table, a line of JSON each, in one transaction: any engine can read it back. @returns how many */
export async function writeTables(database: Database, path: string): Promise<number> {
  const file = createWriteStream(`${path}.new`, { mode: 0o600 })
  let rows = 0
  const tables = await tablesOf(database)
  await (database as unknown as AnyTable)
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async reading => {
      for (const table of tables)
        for (const row of await reading.selectFrom(table).selectAll().execute()) {
          if (!file.write(`${JSON.stringify({ table, row })}\n`)) await once(file, 'drain')
          rows++
        }
    })
  file.end()
  await once(file, 'close')
  await rename(`${path}.new`, path)
  return rows
}

/** Puts the rows of a file into an empty database. Refusal: `not-empty`. @returns how many */
export async function readTables(database: Database, path: string): Promise<Result<number>> {
  const all = database as unknown as AnyTable
  for (const table of await tablesOf(database))
    if (await all.selectFrom(table).selectAll().limit(1).executeTakeFirst())
      return refuse('not-empty', `The database has rows in ${table} already. Restore into an empty one.`)
  let rows = 0
  await all.transaction().execute(async change => {
    for await (const line of createInterface({
      input: createReadStream(path),
      crlfDelay: Number.POSITIVE_INFINITY,
    })) {
      const { table, row } = JSON.parse(line) as { table: string; row: Record<string, unknown> }
      await change.insertInto(table).values(row).execute()
      rows++
    }
  })
  return ok(rows)
}

async function tablesOf(database: Database): Promise<readonly string[]> {
  const tables = await database.introspection.getTables()
  return tables
    .map(({ name }) => name)
    .filter(name => !left.has(name))
    .sort()
}
