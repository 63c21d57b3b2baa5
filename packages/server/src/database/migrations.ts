import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { createCentreTables } from '../centres/tables.ts'
import { createDayTables } from '../day/tables.ts'

/** In order; a migration that has been released is never changed. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001': { up: first },
  '0002': { up: createCentreTables },
  '0003': { up: createDayTables },
}

async function first(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('sessions')
    .addColumn('token', 'text', column => column.primaryKey())
    .addColumn('kid', 'text', column => column.notNull())
    .addColumn('public_key', 'text', column => column.notNull())
    .addColumn('created', 'timestamptz', column => column.notNull())
    .addColumn('expires', 'timestamptz', column => column.notNull())
    .execute()
  await database.schema
    .createTable('founders')
    .addColumn('public_key', 'text', column => column.primaryKey())
    .addColumn('since', 'timestamptz', column => column.notNull())
    .execute()
  await database.schema
    .createTable('invitations')
    .addColumn('id', 'text', column => column.primaryKey())
    .addColumn('code', 'text', column => column.notNull().unique())
    .addColumn('side', 'text', column => column.notNull())
    .addColumn('role', 'text', column => column.notNull())
    .addColumn('card', 'text', column => column.notNull())
    .addColumn('box', 'text')
    .addColumn('area', 'text')
    .addColumn('name_hash', 'text')
    .addColumn('state', 'text', column => column.notNull())
    .addColumn('public_key', 'text')
    .addColumn('key_kind', 'text')
    .addColumn('created', 'timestamptz', column => column.notNull())
    .addColumn('answered', 'timestamptz')
    .execute()
  await database.schema
    .createIndex('invitations_of_side')
    .on('invitations')
    .columns(['side', 'state'])
    .execute()
  await database.schema
    .createTable('drafts')
    .addColumn('owner', 'text', column => column.notNull())
    .addColumn('key', 'text', column => column.notNull())
    .addColumn('version', 'integer', column => column.notNull())
    .addColumn('parent', 'integer', column => column.notNull())
    .addColumn('follows', 'integer', column => column.notNull())
    .addColumn('body', 'text', column => column.notNull())
    .addColumn('kid', 'text', column => column.notNull())
    .addColumn('at', 'timestamptz', column => column.notNull())
    .addPrimaryKeyConstraint('drafts_version', ['owner', 'key', 'version'])
    .execute()
}
