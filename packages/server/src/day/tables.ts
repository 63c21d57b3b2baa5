import type { Kysely } from 'kysely'

/** Check-ins as the places tell them during the day: the last list of each box. */
export interface DayTables {
  check_ins: {
    round: number
    box: string
    /** JSON: `[{at, checkIns}]`, in the order of their time. */
    counts: string
    /** The key that told them. */
    kid: string
    at: Date
  }
}

export async function createDayTables(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('check_ins')
    .addColumn('round', 'integer', column => column.notNull())
    .addColumn('box', 'text', column => column.notNull())
    .addColumn('counts', 'text', column => column.notNull())
    .addColumn('kid', 'text', column => column.notNull())
    .addColumn('at', 'timestamptz', column => column.notNull())
    .addPrimaryKeyConstraint('check_ins_of_box', ['round', 'box'])
    .execute()
}
