import { refuse } from '@countersign/tlog'
import { createRoute, z } from '@hono/zod-openapi'
import type { App } from '../http/app.ts'
import { atMost, needs } from '../http/needs.ts'
import { problem, problems } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import { noBallot, round } from '../rounds/round.ts'

/** How many a place has checked in by a moment, by computer and on paper together. */
export const counted = z
  .object({
    at: z.number().int().min(0).openapi({ description: 'UTC seconds' }),
    checkIns: z
      .number()
      .int()
      .min(0)
      .max(2 ** 32 - 1),
  })
  .openapi('Counted')

export type Counted = z.infer<typeof counted>

const route = (parts: Parts) =>
  createRoute({
    method: 'put',
    path: '/places/{box}/counts',
    operationId: 'putCounts',
    tags: ['day'],
    summary: 'The hourly counts of a box so far, all of them; they take the place of those sent before.',
    middleware: [needs('putCounts', parts), atMost(parts.limits.json)] as const,
    request: {
      params: z.object({ box: z.string().openapi({ param: { name: 'box', in: 'path' } }) }),
      body: {
        required: true,
        content: { 'application/json': { schema: z.object({ round, counts: z.array(counted).max(200) }) } },
      },
    },
    responses: {
      200: {
        description:
          'kept for the sum of the region; nothing of it is on the record before the authority signs',
        content: { 'application/json': { schema: z.object({ counts: z.number().int() }) } },
      },
      ...problems,
    },
  })

export function putCounts(app: App, parts: Parts): void {
  const { record, database, now } = parts
  app.openapi(route(parts), async c => {
    const { box } = c.req.valid('param')
    const { person } = c.get('session')
    if (person.box !== box)
      return problem(
        c,
        refuse('not-yours', `This key acts at box ${person.box}, not ${box}. Nothing was saved.`, { box })
          .refusal,
      )
    const { round: number, counts } = c.req.valid('json')
    if (!record.election?.rounds.get(number)?.boxes.has(box)) return problem(c, noBallot(number))
    const row = {
      counts: JSON.stringify([...counts].sort((a, b) => a.at - b.at)),
      kid: person.kid,
      at: new Date(now()),
    }
    await database
      .insertInto('check_ins')
      .values({ round: number, box, ...row })
      .onConflict(same => same.columns(['round', 'box']).doUpdateSet(row))
      .execute()
    return c.json({ counts: counts.length }, 200)
  })
}
