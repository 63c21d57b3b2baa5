import { readFile } from 'node:fs/promises'
import { refuse } from '@countersign/tlog'
import { createRoute, z } from '@hono/zod-openapi'
import type { App } from '../http/app.ts'
import { needs } from '../http/needs.ts'
import { problem, problems } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import { digestParam } from './schema.ts'
import { pathOf } from './store.ts'

const route = (parts: Parts) =>
  createRoute({
    method: 'get',
    path: '/blobs/{digest}/original',
    operationId: 'readOriginal',
    tags: ['blobs'],
    summary: 'The original of a photograph, for the bodies that rule on its box. Who has read it is said.',
    middleware: needs('readOriginal', parts),
    request: { params: digestParam },
    responses: {
      200: {
        description: 'the file',
        content: {
          'application/octet-stream': { schema: z.any().openapi({ type: 'string', format: 'binary' }) },
        },
      },
      ...problems,
    },
  })

export function readOriginal(app: App, parts: Parts): void {
  app.openapi(route(parts), async c => {
    const { digest } = c.req.valid('param')
    const bytes = await readFile(pathOf(parts, 'sealed', digest)).catch(() => undefined)
    if (!bytes)
      return problem(
        c,
        refuse(
          'not-found',
          `The original ${digest} was not brought here: ask whoever signed that it is attached.`,
          { digest },
        ).refusal,
      )
    const { kid, role, side } = c.get('session').person
    parts.say('original-read', { digest, kid, role, side })
    return c.body(new Uint8Array(bytes), 200, {
      'Content-Type': 'application/octet-stream',
      'Cache-Control': 'no-store',
    }) as never
  })
}
