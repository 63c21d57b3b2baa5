import { createRoute, z } from '@hono/zod-openapi'
import type { App } from '../http/app.ts'
import { needs } from '../http/needs.ts'
import { problems } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import { shown } from './rows.ts'
import { invitation } from './schema.ts'

const route = (parts: Parts) =>
  createRoute({
    method: 'get',
    path: '/invitations',
    operationId: 'listInvitations',
    tags: ['invitations'],
    summary: 'The invitations of one’s own side.',
    middleware: needs('listInvitations', parts),
    request: {
      query: z.object({
        box: z.string().optional(),
        area: z.string().optional(),
        after: z.string().optional().openapi({ description: 'the ID of the last one seen' }),
        limit: z.coerce.number().int().min(1).max(10_000).default(10_000),
      }),
    },
    responses: {
      200: { description: 'ordered by ID', content: { 'application/json': { schema: z.array(invitation) } } },
      ...problems,
    },
  })

export function listInvitations(app: App, parts: Parts): void {
  const { database, record } = parts
  app.openapi(route(parts), async c => {
    const { box, area, after, limit } = c.req.valid('query')
    let query = database
      .selectFrom('invitations')
      .selectAll()
      .where('side', '=', c.get('session').person.side)
      .orderBy('id')
      .limit(limit)
    if (box !== undefined) query = query.where('box', '=', box)
    if (area !== undefined) query = query.where('area', '=', area)
    if (after !== undefined) query = query.where('id', '>', after)
    return c.json(
      (await query.execute()).map(row => shown(row, record)),
      200,
    )
  })
}
