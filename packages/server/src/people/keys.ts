import { createRoute, z } from '@hono/zod-openapi'
import type { App } from '../http/app.ts'
import { problems } from '../http/problem.ts'
import type { Parts } from '../parts.ts'

const key = z
  .object({
    kid: z.string(),
    publicKey: z.string().openapi({ description: 'hex' }),
    side: z.string(),
    role: z.string(),
    box: z.string().optional(),
    area: z.string().optional(),
    revoked: z.boolean(),
  })
  .openapi('KeyOnRecord')

/** As many as a statement can have signers, for several statements at once. */
const most = 512

const route = createRoute({
  method: 'get',
  path: '/keys',
  operationId: 'readKeys',
  tags: ['people'],
  summary: 'The keys of these IDs that are on the record: to check signatures on a copy in hand.',
  request: {
    query: z.object({
      kids: z
        .string()
        .regex(/^[0-9a-f]{16}(,[0-9a-f]{16})*$/)
        .max(most * 17)
        .openapi({ description: 'key IDs, with commas between them' }),
    }),
  },
  responses: {
    200: {
      description: 'those that are known, in the order asked',
      content: { 'application/json': { schema: z.array(key) } },
    },
    ...problems,
  },
})

export function readKeys(app: App, { record }: Parts): void {
  app.openapi(route, c => {
    const found = c.req
      .valid('query')
      .kids.split(',')
      .flatMap(kid => {
        const person = record.election?.people.get(kid)
        const publicKey = record.keyOf(kid)
        if (!person || publicKey === undefined) return []
        const { side, role, box, area, revoked } = person
        return [
          {
            ...{ kid, publicKey, side, role, revoked: revoked !== undefined },
            ...(box !== undefined && { box }),
            ...(area !== undefined && { area }),
          },
        ]
      })
    return c.json(found, 200)
  })
}
