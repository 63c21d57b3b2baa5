import type { DoubleEntry } from '@countersign/election'
import { nothingKeyed } from '@countersign/election'
import { ok, type Result } from '@countersign/tlog'
import type { Selectable } from 'kysely'
import type { Database } from '../database/open.ts'
import type { CentreTables } from './tables.ts'

export type PacketRow = Selectable<CentreTables['packets']>

/** A packet with its double entry. */
export type Packet = Omit<PacketRow, 'entry' | 'state'> & { readonly entry: DoubleEntry }

export function packetOf({ entry, state: _, ...row }: PacketRow): Packet {
  return { ...row, entry: JSON.parse(entry) as DoubleEntry }
}

export type Arriving = Omit<PacketRow, 'entry' | 'state' | 'version' | 'explanation'>

export async function keepPacket(database: Database, arriving: Arriving): Promise<Packet> {
  const { state } = nothingKeyed
  const row = { ...arriving, explanation: null, entry: JSON.stringify(nothingKeyed), state, version: 0 }
  await database.insertInto('packets').values(row).execute()
  return packetOf(row)
}

export async function packetById(database: Database, id: string): Promise<Packet | undefined> {
  const row = await database.selectFrom('packets').selectAll().where('id', '=', id).executeTakeFirst()
  return row && packetOf(row)
}

/** The packets of a centre, as they came in. */
export async function packetsOf(database: Database, round: number, area: string): Promise<Packet[]> {
  const rows = await database
    .selectFrom('packets')
    .selectAll()
    .where('round', '=', round)
    .where('area', '=', area)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(packetOf)
}

/** Some packets of a centre that can be keyed in and whose entry is in one of these states, as they came in. */
export async function packetsToKey(
  database: Database,
  { round, area, states, from }: { round: number; area: string; states: readonly State[]; from: number },
): Promise<Packet[]> {
  const rows = await database
    .selectFrom('packets')
    .selectAll()
    .where('round', '=', round)
    .where('area', '=', area)
    .where('state', 'in', states)
    .where('arrival', 'in', ['taken in', 'other serial'])
    .where(where => where.or([where('arrival', '=', 'taken in'), where('explanation', 'is not', null)]))
    .orderBy('at')
    .orderBy('id')
    .offset(from)
    .limit(packetsAtOnce)
    .execute()
  return rows.map(packetOf)
}
type State = DoubleEntry['state']
/** As many as can wait for another person than the one who asks, and few enough to read at once. */
export const packetsAtOnce = 20

/** Whether this copy of the box is on some centre's desk already. */
export async function sameCopy(
  database: Database,
  { round, box, copy }: Pick<PacketRow, 'round' | 'box' | 'copy'>,
): Promise<boolean> {
  const row = await database
    .selectFrom('packets')
    .select('id')
    .where('round', '=', round)
    .where('box', '=', box)
    .where('copy', '=', copy)
    .where('arrival', '!=', 'foreign')
    .executeTakeFirst()
  return row !== undefined
}

type Taken = { readonly step: string; readonly by: string; readonly at: Date }

/**
 * Takes a step of a packet's double entry. Of two people who take one at once the second takes it from where the first
 * has left it. Every step is kept. Refusal: that of `take`.
 */
export async function stepOn(
  database: Database,
  id: string,
  take: (entry: DoubleEntry) => Result<DoubleEntry>,
  { step, by, at }: Taken,
): Promise<Result<Packet> | undefined> {
  for (;;) {
    const packet = await packetById(database, id)
    if (!packet) return undefined
    const next = take(packet.entry)
    if (!next.ok) return next
    const entry = JSON.stringify(next.value)
    const version = packet.version + 1
    const took = await database.transaction().execute(async change => {
      const updated = await change
        .updateTable('packets')
        .set({ entry, state: next.value.state, version })
        .where('id', '=', id)
        .where('version', '=', packet.version)
        .executeTakeFirst()
      if (updated.numUpdatedRows === 0n) return false
      await change.insertInto('keyings').values({ packet: id, version, step, entry, by, at }).execute()
      return true
    })
    if (took) return ok({ ...packet, entry: next.value, version })
  }
}

export async function explain(database: Database, id: string, explanation: string): Promise<void> {
  await database.updateTable('packets').set({ explanation }).where('id', '=', id).execute()
}
