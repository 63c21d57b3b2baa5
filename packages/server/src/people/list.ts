import { createRoute, z } from '@hono/zod-openapi'
import type { App } from '../http/app.ts'
import { problems } from '../http/problem.ts'
import type { Parts } from '../parts.ts'

const person = z
  .object({
    kid: z.string(),
    side: z.string(),
    role: z.string(),
    card: z.string(),
    box: z.string().optional(),
    area: z.string().optional(),
    revoked: z.boolean(),
    refused: z.boolean().openapi({ description: 'an agent whom the authority has refused' }),
  })
  .openapi('Person')

const route = createRoute({
  method: 'get',
  path: '/people',
  operationId: 'listPeople',
  tags: ['people'],
  summary: 'Whose keys are on the record. No name is.',
  request: {
    query: z.object({
      role: z.string().optional(),
      side: z.string().optional(),
      box: z.string().optional(),
      after: z.string().optional().openapi({ description: 'the key ID of the last one seen' }),
      limit: z.coerce.number().int().min(1).max(10_000).default(1000),
    }),
  },
  responses: {
    200: {
      description: 'in the order in which their keys were recorded',
      content: { 'application/json': { schema: z.array(person) } },
    },
    ...problems,
  },
})

export function listPeople(app: App, { record }: Parts): void {
  app.openapi(route, c => {
    const { role, side, box, after, limit } = c.req.valid('query')
    const found: z.infer<typeof person>[] = []
    let seen = after === undefined
    for (const [kid, each] of record.election?.people ?? []) {
      const wanted =
        seen &&
        (role === undefined || each.role === role) &&
        (side === undefined || each.side === side) &&
        (box === undefined || each.box === box)
      seen ||= kid === after
      if (!wanted) continue
      const { box: at, area } = each
      found.push({
        kid,
        side: each.side,
        role: each.role,
        card: each.card,
        ...(at !== undefined && { box: at }),
        ...(area !== undefined && { area }),
        revoked: each.revoked !== undefined,
        refused: each.refused !== undefined,
      })
      if (found.length === limit) break
    }
    return c.json(found, 200)
  })
}
