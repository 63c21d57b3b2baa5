import { refuse } from '@countersign/tlog'
import { createRoute, z } from '@hono/zod-openapi'
import type { App } from '../http/app.ts'
import { atMost, needs } from '../http/needs.ts'
import { problem, problems } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import { ownerOf } from './owner.ts'
import { draftKey, kept, put, shownDraft } from './schema.ts'
import { type Saved, saveDraft } from './store.ts'

const route = (parts: Parts) =>
  createRoute({
    method: 'put',
    path: '/drafts/{key}',
    operationId: 'putDraft',
    tags: ['drafts'],
    summary: 'Save a version of a draft. No version is ever lost.',
    description:
      'Where another version has come since the one seen, the answer is 409 with `current`, that other version, and `version`, the number under which this one is kept beside it.',
    middleware: [needs('putDraft', parts), atMost(parts.limits.json)] as const,
    request: {
      params: z.object({ key: draftKey }),
      body: { required: true, content: { 'application/json': { schema: put } } },
    },
    responses: {
      200: { description: 'kept', content: { 'application/json': { schema: kept } } },
      ...problems,
    },
  })

export function putDraft(app: App, parts: Parts): void {
  app.openapi(route(parts), async c => {
    const { person } = c.get('session')
    const { key } = c.req.valid('param')
    const owner = ownerOf(person, key)
    if (!owner.ok) return problem(c, owner.refusal)
    const { version: seen, body } = c.req.valid('json')
    const text = JSON.stringify(body ?? null)
    const at = new Date(parts.now())
    const saved = await saveDraft(parts.database, {
      owner: owner.value,
      key,
      seen,
      body: text,
      kid: person.kid,
      at,
    })
    return saved.follows ? c.json({ version: saved.version }, 200) : problem(c, otherVersion, beside(saved))
  })
}

export const otherVersion = refuse(
  'other-version',
  'Another version was saved meanwhile. Both are kept: compare them, and save what is right.',
).refusal

export function beside({ version, current }: Saved) {
  return { version, current: shownDraft(current) }
}
