import { createRoute, z } from '@hono/zod-openapi'
import { sql } from 'kysely'
import type { App } from '../http/app.ts'
import type { Parts } from '../parts.ts'

const state = z
  .object({
    ok: z.boolean(),
    record: z.object({ size: z.number().int(), checkpointed: z.number().int(), waiting: z.number().int() }),
    database: z.boolean(),
  })
  .openapi('Health')

const route = createRoute({
  method: 'get',
  path: '/health',
  operationId: 'readHealth',
  tags: ['health'],
  summary: 'Whether the server can record: 200, else 503.',
  responses: {
    200: { description: 'it can', content: { 'application/json': { schema: state } } },
    503: { description: 'it cannot', content: { 'application/json': { schema: state } } },
  },
})

export function readHealth(app: App, { record, database }: Parts): void {
  app.openapi(route, async c => {
    const answers = await sql`select 1`.execute(database).then(
      () => true,
      () => false,
    )
    const { size, published, waiting, halted } = record
    const ok = answers && halted === undefined
    const answer = { ok, record: { size, checkpointed: published, waiting }, database: answers }
    c.header('Cache-Control', 'no-store')
    return c.json(answer, ok ? 200 : 503)
  })
}

const metrics = createRoute({
  method: 'get',
  path: '/metrics',
  operationId: 'readMetrics',
  tags: ['health'],
  summary: 'Counts and times, for Prometheus.',
  responses: {
    200: { description: 'in its text format', content: { 'text/plain': { schema: z.string() } } },
  },
})

export function readMetrics(app: App, parts: Parts): void {
  app.openapi(metrics, async c => c.text(await parts.metrics.registry.metrics(), 200))
}
