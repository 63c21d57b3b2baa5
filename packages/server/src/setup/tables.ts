import { setupTables } from '@countersign/publication/setup'
import { refuse } from '@countersign/tlog'
import { createRoute, z } from '@hono/zod-openapi'
import { kept } from '../drafts/schema.ts'
import type { App } from '../http/app.ts'
import { atMost, needs } from '../http/needs.ts'
import { problem, problems } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import { keyOf, savedSetup, saveSetup } from './store.ts'

const params = z.object({ table: z.enum(setupTables).openapi({ param: { name: 'table', in: 'path' } }) })
const csv = { 'text/csv': { schema: z.string() } }

const read = (parts: Parts) =>
  createRoute({
    method: 'get',
    path: '/setup/tables/{table}',
    operationId: 'readSetupTable',
    tags: ['setup'],
    summary: 'A table of the setup as it was last saved.',
    middleware: needs('readSetupTable', parts),
    request: { params },
    responses: { 200: { description: 'the table', content: csv }, ...problems },
  })

export function readSetupTable(app: App, parts: Parts): void {
  app.openapi(read(parts), async c => {
    const { table } = c.req.valid('param')
    const { value } = await savedSetup(parts, keyOf(table))
    if (typeof value !== 'string')
      return problem(c, refuse('not-found', `No table of ${table} was saved yet.`, { table }).refusal)
    return c.body(value, 200, { 'Content-Type': 'text/csv; charset=utf-8' }) as never
  })
}

const save = (parts: Parts) =>
  createRoute({
    method: 'put',
    path: '/setup/tables/{table}',
    operationId: 'putSetupTable',
    tags: ['setup'],
    summary: 'Save a table of the setup, as CSV in UTF-8. The ones before are kept.',
    middleware: [needs('putSetupTable', parts), atMost(parts.limits.table)] as const,
    request: { params, body: { required: true, content: csv } },
    responses: {
      200: { description: 'kept', content: { 'application/json': { schema: kept } } },
      ...problems,
    },
  })

export function putSetupTable(app: App, parts: Parts): void {
  app.openapi(save(parts), async c => {
    const key = keyOf(c.req.valid('param').table)
    const value = await c.req.text()
    const { version: seen } = await savedSetup(parts, key)
    const saved = await saveSetup(parts, { key, seen, value, kid: c.get('session').person.kid })
    return c.json({ version: saved.version }, 200)
  })
}
