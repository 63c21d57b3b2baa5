import { createRoute } from '@hono/zod-openapi'
import type { App } from '../http/app.ts'
import { needs } from '../http/needs.ts'
import { problems } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import { session } from './schema.ts'
import { endSession as end } from './session.ts'

const read = (parts: Parts) =>
  createRoute({
    method: 'get',
    path: '/sessions/current',
    operationId: 'readSession',
    tags: ['sessions'],
    summary: 'Whose session this is.',
    middleware: needs('readSession', parts),
    responses: {
      200: { description: 'the session', content: { 'application/json': { schema: session } } },
      ...problems,
    },
  })

export function readSession(app: App, parts: Parts): void {
  app.openapi(read(parts), c => c.json(c.get('session'), 200))
}

const remove = (parts: Parts) =>
  createRoute({
    method: 'delete',
    path: '/sessions/current',
    operationId: 'endSession',
    tags: ['sessions'],
    summary: 'End this session.',
    middleware: needs('endSession', parts),
    responses: { 204: { description: 'it has ended' }, ...problems },
  })

export function endSession(app: App, parts: Parts): void {
  app.openapi(remove(parts), async c => {
    await end(c, parts)
    return c.body(null, 204)
  })
}
