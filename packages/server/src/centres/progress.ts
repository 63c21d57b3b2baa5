import { type Election, tally } from '@countersign/election'
import { createRoute, z } from '@hono/zod-openapi'
import type { App } from '../http/app.ts'
import { problems } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import { round } from './schema.ts'

const counts = z.record(z.string(), z.number().int())
const centre = z.object({
  area: z.string(),
  name: z.record(z.string(), z.string()),
  boxes: counts.openapi({ description: 'the boxes of the area by state' }),
  packets: counts.openapi({ description: 'its packets by what became of them' }),
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

export function readProgress(app: App, { record, database }: Parts): void {
  app.openapi(route, async c => {
    const { round: number } = c.req.valid('query')
    const { election } = record
    if (!election) return c.json([], 200)
    const rows = await database
      .selectFrom('packets')
      .select(['area', 'arrival', 'entry'])
      .where('round', '=', number)
      .execute()
    const byArea = Map.groupBy(rows, ({ area }) => area)
    const centres = [...centresOf(election)].map(area => ({
      area,
      name: { ...election.areas.get(area)!.area.name } as Record<string, string>,
      boxes: { ...tally(election, { area, round: number }).rounds[0]?.boxes },
      packets: countOf((byArea.get(area) ?? []).map(stateOf)),
    }))
    return c.json(centres, 200)
  })
}

/** The areas that have a centre: those where a clerk's or a head's key acts. */
function centresOf({ people, areas }: Election): Set<string> {
  const centres = new Set<string>()
  for (const { role, area } of people.values())
    if (area !== undefined && areas.has(area) && (role === 'clerk' || role === 'centreHead'))
      centres.add(area)
  return centres
}

function stateOf({ arrival, entry }: { readonly arrival: string; readonly entry: string }): string {
  return arrival === 'taken in' ? (JSON.parse(entry) as { state: string }).state : arrival
}

function countOf(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1
  return counts
}
