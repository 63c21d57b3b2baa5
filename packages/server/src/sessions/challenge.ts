import { createRoute, z } from '@hono/zod-openapi'
import type { App } from '../http/app.ts'
import { toBase64 } from '../http/bytes.ts'
import { within } from '../http/needs.ts'
import { problems } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import { kid } from './schema.ts'

const route = (parts: Parts) =>
  createRoute({
    method: 'post',
    path: '/sessions/challenges',
    operationId: 'createChallenge',
    tags: ['sessions'],
    summary: 'Ask for a challenge to sign.',
    middleware: within(parts.limits.tries),
    request: { body: { required: true, content: { 'application/json': { schema: z.object({ kid }) } } } },
    responses: {
      200: {
        description: 'to be signed within two minutes, once',
        content: {
          'application/json': {
            schema: z.object({
              challenge: z.string().openapi({ format: 'byte', description: '32 bytes' }),
              expires: z.number().int().openapi({ description: 'UTC seconds' }),
            }),
          },
        },
      },
      ...problems,
    },
  })

export function createChallenge(app: App, parts: Parts): void {
  app.openapi(route(parts), c => {
    const { challenge, expires } = parts.challenges.make(c.req.valid('json').kid)
    return c.json({ challenge: toBase64(challenge), expires }, 200)
  })
}
