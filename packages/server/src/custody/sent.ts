import type { Election, Entry, StatementNamed } from '@countersign/election'
import type { Database } from '../database/open.ts'

export type Handing = Entry<StatementNamed<'custody'>>

/**
 * The packets of a round that somebody says to have handed over, by box and copy, with the last statement of each. One
 * side's signature is enough: what was sent and never signed for is what is looked for.
 */
export function packetsSent({ entries }: Election, round: number): ReadonlyMap<string, Handing> {
  const sent = new Map<string, Handing>()
  for (const entry of entries.values())
    if (isHanding(entry) && entry.statement.round === round && entry.statement.packet !== undefined)
      sent.set(nameOf(entry.statement.box, entry.statement.packet), entry)
  return sent
}

function isHanding(entry: Entry): entry is Handing {
  return entry.statement.kind === 'custody'
}

/** Those of them that no centre has taken in. */
export async function notArrived(
  database: Database,
  sent: ReadonlyMap<string, Handing>,
  round: number,
): Promise<readonly Handing[]> {
  if (sent.size === 0) return []
  const rows = await database
    .selectFrom('packets')
    .select(['box', 'copy'])
    .where('round', '=', round)
    .where('arrival', '!=', 'foreign')
    .execute()
  const arrived = new Set(rows.map(({ box, copy }) => nameOf(box, copy)))
  return [...sent].flatMap(([name, entry]) => (arrived.has(name) ? [] : [entry]))
}

function nameOf(box: string, packet: string): string {
  return `${box} ${packet}`
}
