import { createRoute, z } from '@hono/zod-openapi'
import { beside, otherVersion } from '../drafts/put.ts'
import { body, kept, put } from '../drafts/schema.ts'
import type { App } from '../http/app.ts'
import { atMost, needs } from '../http/needs.ts'
import { problem, problems } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import { keyOf, savedSetup, saveSetup } from './store.ts'

const read = (parts: Parts) =>
  createRoute({
    method: 'get',
    path: '/setup',
    operationId: 'readSetup',
    tags: ['setup'],
    summary: 'The setup document as it was last saved.',
    middleware: needs('readSetup', parts),
    responses: {
      200: {
        description: 'version 0 and null where nothing was saved',
        content: { 'application/json': { schema: z.object({ version: z.number().int(), body }) } },
      },
      ...problems,
    },
  })

export function readSetupDocument(app: App, parts: Parts): void {
  app.openapi(read(parts), async c => {
    const { version, value } = await savedSetup(parts, keyOf())
    return c.json({ version, body: value }, 200)
  })
}

const save = (parts: Parts) =>
  createRoute({
    method: 'put',
    path: '/setup',
    operationId: 'putSetup',
    tags: ['setup'],
    summary: 'Save a version of the setup document. No version is ever lost.',
    description:
      '409 as for a draft, with `current` and the `version` under which this one is kept beside it.',
    middleware: [needs('putSetup', parts), atMost(parts.limits.json)] as const,
    request: { body: { required: true, content: { 'application/json': { schema: put } } } },
    responses: {
      200: { description: 'kept', content: { 'application/json': { schema: kept } } },
      ...problems,
    },
  })

export function putSetupDocument(app: App, parts: Parts): void {
  app.openapi(save(parts), async c => {
    const { version: seen, body: value } = c.req.valid('json')
    const saved = await saveSetup(parts, { key: keyOf(), seen, value, kid: c.get('session').person.kid })
    return saved.follows ? c.json({ version: saved.version }, 200) : problem(c, otherVersion, beside(saved))
  })
}
