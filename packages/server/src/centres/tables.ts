import type { DoubleEntry } from '@countersign/election'
import type { Kysely } from 'kysely'

type State = DoubleEntry['state']

/** What a centre has on its desk. */
export interface CentreTables {
  /** Every packet that was scanned in, also one that came twice or belongs elsewhere. */
  packets: {
    id: string
    round: number
    box: string
    /** The copy, by its number in the definition. */
    copy: string
    serial: string
    /** The code of the form's ID that was written on the paper by hand, where it was. */
    code: string | null
    /** The area of the centre that took it in: that of the clerk's key. */
    area: string
    arrival: Arrival
    /** What was said of it where something was to be asked. */
    explanation: string | null
    seals: string
    /** Its double entry, as JSON; the last of its `keyings`. */
    entry: string
    /** The state of that, to look for it and to count it. */
    state: State
    version: number
    by: string
    at: Date
  }
  /** Every step of a packet's double entry; none is ever changed or removed. */
  keyings: { packet: string; version: number; step: string; entry: string; by: string; at: Date }
}

/** `again`: the same copy of this box is here already; `foreign`: of another centre, or of no box on the list. */
export type Arrival = 'taken in' | 'again' | 'foreign' | 'other serial'

export async function createCentreTables(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('packets')
    .addColumn('id', 'text', column => column.primaryKey())
    .addColumn('round', 'integer', column => column.notNull())
    .addColumn('box', 'text', column => column.notNull())
    .addColumn('copy', 'text', column => column.notNull())
    .addColumn('serial', 'text', column => column.notNull())
    .addColumn('code', 'text')
    .addColumn('area', 'text', column => column.notNull())
    .addColumn('arrival', 'text', column => column.notNull())
    .addColumn('explanation', 'text')
    .addColumn('seals', 'text', column => column.notNull())
    .addColumn('entry', 'text', column => column.notNull())
    .addColumn('state', 'text', column => column.notNull())
    .addColumn('version', 'integer', column => column.notNull())
    .addColumn('by', 'text', column => column.notNull())
    .addColumn('at', 'timestamptz', column => column.notNull())
    .execute()
  await database.schema
    .createIndex('packets_of_area')
    .on('packets')
    .columns(['round', 'area', 'state', 'arrival'])
    .execute()
  await database.schema.createIndex('packets_of_box').on('packets').columns(['round', 'box']).execute()
  await database.schema
    .createTable('keyings')
    .addColumn('packet', 'text', column => column.notNull())
    .addColumn('version', 'integer', column => column.notNull())
    .addColumn('step', 'text', column => column.notNull())
    .addColumn('entry', 'text', column => column.notNull())
    .addColumn('by', 'text', column => column.notNull())
    .addColumn('at', 'timestamptz', column => column.notNull())
    .addPrimaryKeyConstraint('keyings_version', ['packet', 'version'])
    .execute()
}
