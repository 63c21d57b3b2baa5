import { type Election, tally } from '@countersign/election'
import { createRoute, z } from '@hono/zod-openapi'
import { notArrived, packetsSent } from '../custody/sent.ts'
import type { Database } from '../database/open.ts'
import type { App } from '../http/app.ts'
import { problems } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import { round } from '../rounds/round.ts'
import { isIn } from './centre.ts'

const counts = z.record(z.string(), z.number().int())
const centre = z.object({
  area: z.string(),
  name: z.record(z.string(), z.string()),
  boxes: counts.openapi({ description: 'the boxes of the area by state' }),
  packets: counts.openapi({ description: 'its packets by what became of them' }),
  sent: z.number().int().openapi({ description: 'packets that were handed over and have not arrived' }),
})

const route = createRoute({
  method: 'get',
  path: '/centres/progress',
  operationId: 'readProgress',
  tags: ['centres'],
  summary: 'How far each centre is. No figure of a vote is in it.',
  request: { query: z.object({ round }) },
  responses: {
    200: {
      description: 'the centres',
      content: { 'application/json': { schema: z.array(centre.openapi('CentreProgress')) } },
    },
    ...problems,
  },
})

export function readProgress(app: App, { record, database, now }: Parts): void {
  const packetsNow = keptFor(1_000, now, (round: number) => packetCounts(database, round))
  const sentNow = keptFor(10_000, now, async (round: number) =>
    record.election ? notArrived(database, packetsSent(record.election, round), round) : [],
  )
  app.openapi(route, async c => {
    const { round: number } = c.req.valid('query')
    const { election } = record
    if (!election) return c.json([], 200)
    const [rows, sent] = await Promise.all([packetsNow(number), sentNow(number)])
    const byArea = Map.groupBy(rows, ({ area }) => area)
    const centres = [...centresOf(election)].map(area => ({
      area,
      name: { ...election.areas.get(area)!.area.name } as Record<string, string>,
      boxes: { ...tally(election, { area, round: number }).rounds[0]?.boxes },
      packets: countsOf(byArea.get(area) ?? []),
      sent: sent.filter(({ statement }) => isIn(election, number, statement.box, area)).length,
    }))
    return c.json(centres, 200)
  })
}

/** The same answer for everyone who asks within so many milliseconds: walls ask often, and a country has many packets. */
function keptFor<T>(
  most: number,
  now: () => number,
  count: (round: number) => Promise<T>,
): (round: number) => Promise<T> {
  const counted = new Map<number, { readonly at: number; readonly counts: Promise<T> }>()
  return round => {
    const before = counted.get(round)
    if (before && Math.abs(now() - before.at) < most) return before.counts
    const fresh = { at: now(), counts: count(round) }
    counted.set(round, fresh)
    fresh.counts.catch(() => counted.delete(round))
    return fresh.counts
  }
}

function packetCounts(database: Database, round: number): Promise<Counted[]> {
  return database
    .selectFrom('packets')
    .select(({ fn }) => ['area', 'arrival', 'state', fn.countAll<string>().as('packets')] as const)
    .where('round', '=', round)
    .groupBy(['area', 'arrival', 'state'])
    .execute()
}

/** The areas that have a centre: those where a clerk's or a head's key acts. */
function centresOf({ people, areas }: Election): Set<string> {
  const centres = new Set<string>()
  for (const { role, area } of people.values())
    if (area !== undefined && areas.has(area) && (role === 'clerk' || role === 'centreHead'))
      centres.add(area)
  return centres
}

type Counted = {
  readonly area: string
  readonly arrival: string
  readonly state: string
  readonly packets: string | number
}

/** What was taken in counts by the state of its entry; what was asked about, by why. */
function countsOf(rows: readonly Counted[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { arrival, state, packets } of rows) {
    const word = arrival === 'taken in' ? state : arrival
    counts[word] = (counts[word] ?? 0) + Number(packets)
  }
  return counts
}
