import { refuse } from '@countersign/tlog'
import { createRoute, z } from '@hono/zod-openapi'
import type { App } from '../http/app.ts'
import { needs } from '../http/needs.ts'
import { problem, problems } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import { ownerOf } from './owner.ts'
import { draft, draftKey, shownDraft } from './schema.ts'
import { currentDraft, versionsOf } from './store.ts'

const one = (parts: Parts) =>
  createRoute({
    method: 'get',
    path: '/drafts/{key}',
    operationId: 'readDraft',
    tags: ['drafts'],
    summary: 'The version of a draft to go on from.',
    middleware: needs('readDraft', parts),
    request: { params: z.object({ key: draftKey }) },
    responses: {
      200: { description: 'the version', content: { 'application/json': { schema: draft } } },
      ...problems,
    },
  })

export function readDraft(app: App, parts: Parts): void {
  app.openapi(one(parts), async c => {
    const { key } = c.req.valid('param')
    const owner = ownerOf(c.get('session').person, key)
    if (!owner.ok) return problem(c, owner.refusal)
    const row = await currentDraft(parts.database, owner.value, key)
    return row ? c.json(shownDraft(row), 200) : problem(c, noDraft)
  })
}

export const noDraft = refuse('not-found', 'Nothing was saved here yet. Save it with version 0.').refusal

const versions = (parts: Parts) =>
  createRoute({
    method: 'get',
    path: '/drafts/{key}/versions',
    operationId: 'listDraftVersions',
    tags: ['drafts'],
    summary: 'Every version of a draft that anyone saved, from the first.',
    middleware: needs('listDraftVersions', parts),
    request: { params: z.object({ key: draftKey }) },
    responses: {
      200: { description: 'the versions', content: { 'application/json': { schema: z.array(draft) } } },
      ...problems,
    },
  })

export function listDraftVersions(app: App, parts: Parts): void {
  app.openapi(versions(parts), async c => {
    const { key } = c.req.valid('param')
    const owner = ownerOf(c.get('session').person, key)
    if (!owner.ok) return problem(c, owner.refusal)
    const rows = await versionsOf(parts.database, owner.value, key)
    return c.json(rows.map(shownDraft), 200)
  })
}
