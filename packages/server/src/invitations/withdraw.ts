import { refuse } from '@countersign/tlog'
import { createRoute, z } from '@hono/zod-openapi'
import type { App } from '../http/app.ts'
import { needs } from '../http/needs.ts'
import { problem, problems } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import { stateOf } from './rows.ts'

const route = (parts: Parts) =>
  createRoute({
    method: 'delete',
    path: '/invitations/{id}',
    operationId: 'withdrawInvitation',
    tags: ['invitations'],
    summary: 'Take an invitation back before its key is enrolled.',
    middleware: needs('withdrawInvitation', parts),
    request: { params: z.object({ id: z.string().openapi({ param: { name: 'id', in: 'path' } }) }) },
    responses: { 204: { description: 'its code is good for nothing now' }, ...problems },
  })

export function withdrawInvitation(app: App, parts: Parts): void {
  const { database, record } = parts
  app.openapi(route(parts), async c => {
    const { id } = c.req.valid('param')
    const { side } = c.get('session').person
    const row = await database
      .selectFrom('invitations')
      .selectAll()
      .where('id', '=', id)
      .where('side', '=', side)
      .executeTakeFirst()
    if (!row) return problem(c, refuse('not-found', `Your side has no invitation ${id}.`, { id }).refusal)
    if (stateOf(row, record) === 'enrolled') return problem(c, enrolled)
    await database.updateTable('invitations').set({ state: 'withdrawn' }).where('id', '=', id).execute()
    return c.body(null, 204)
  })
}

const enrolled = refuse(
  'already-answered',
  'The key is enrolled. Revoke it by a `revoke` statement instead.',
).refusal
