import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { ok, type Result, refuse } from '@countersign/tlog'
import { PGlite } from '@electric-sql/pglite'
import { type Dialect, Kysely, PGliteDialect, PostgresDialect } from 'kysely'
import { Migrator } from 'kysely/migration'
import pg from 'pg'
import { lock } from './lock.ts'
import { migrations } from './migrations.ts'
import type { Tables } from './tables.ts'

export type Database = Kysely<Tables>

/** An open database; `durable` unless it is the embedded one, which never waits for the disk. */
export type OpenDatabase = {
  readonly database: Database
  readonly engine: 'PGlite' | 'PostgreSQL'
  readonly durable: boolean
  close(): Promise<void>
}

/**
 * Opens the database and brings its tables up to date: PostgreSQL at `url`, else PGlite in `folder`, which this process
 * then holds; or one that is made already (`pglite`); or in memory. Refusals: `in-use`, `database`.
 */
export async function openDatabase({
  url: given,
  folder,
  pglite,
}: {
  readonly url?: string | undefined
  readonly folder?: string | undefined
  readonly pglite?: PGlite
}): Promise<Result<OpenDatabase>> {
  // An empty variable of the environment is none.
  const url = given === '' ? undefined : given
  const held = url === undefined && folder !== undefined ? lock(join(folder, 'lock')) : ok(() => {})
  if (!held.ok) return held
  const database = new Kysely<Tables>({ dialect: url === undefined ? embedded(folder, pglite) : server(url) })
  const close = async () => {
    await database.destroy()
    held.value()
  }
  try {
    await migrate(database)
  } catch (error) {
    await close().catch(() => {})
    return refuse(
      'database',
      `The database cannot be used: ${(error as Error).message}. Look at DATABASE_URL, or at the folder.`,
    )
  }
  const embed = url === undefined
  return ok({ database, engine: embed ? 'PGlite' : 'PostgreSQL', durable: !embed, close })
}

function embedded(folder: string | undefined, pglite?: PGlite): Dialect {
  if (pglite) return new PGliteDialect({ pglite })
  if (folder !== undefined) mkdirSync(folder, { recursive: true })
  return new PGliteDialect({
    pglite: new PGlite(folder === undefined ? 'memory://' : join(folder, 'pglite')),
  })
}

function server(url: string): Dialect {
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  // A connection that breaks while it is idle is replaced by the next query.
  pool.on('error', () => {})
  return new PostgresDialect({ pool })
}

async function migrate(database: Database): Promise<void> {
  const migrator = new Migrator({ db: database, provider: { getMigrations: async () => migrations } })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}
