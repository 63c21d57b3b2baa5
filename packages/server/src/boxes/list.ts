import { createRoute, z } from '@hono/zod-openapi'
import { heldOf, heldSchema } from '../desk/held.ts'
import type { App } from '../http/app.ts'
import { problem, problems } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import { noBallot } from '../rounds/round.ts'

const route = createRoute({
  method: 'get',
  path: '/boxes',
  operationId: 'listHeldBoxes',
  tags: ['boxes'],
  summary: 'The boxes of a round that wait for a ruling, or for their form, and why; by state.',
  request: { query: z.object({ round: z.coerce.number().int().min(1).default(1) }) },
  responses: {
    200: {
      description: 'the boxes',
      content: { 'application/json': { schema: heldSchema.openapi('HeldBoxes') } },
    },
    ...problems,
  },
})

export function listHeldBoxes(app: App, { record }: Parts): void {
  app.openapi(route, c => {
    const { round } = c.req.valid('query')
    if (!record.election?.rounds.has(round)) return problem(c, noBallot(round))
    return c.json(heldOf(record.election, round), 200)
  })
}
