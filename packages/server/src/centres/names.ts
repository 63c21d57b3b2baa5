import { expectedAtBox, namesOnForm } from '@countersign/election'
import { createRoute, z } from '@hono/zod-openapi'
import type { App } from '../http/app.ts'
import { problem, problems } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import { noBallot, round } from '../rounds/round.ts'

const route = createRoute({
  method: 'get',
  path: '/forms/names',
  operationId: 'readNamesOnForm',
  tags: ['centres'],
  summary: 'Where a round’s printed form has names and signatures, so that its photographs are masked there.',
  request: { query: z.object({ round }) },
  responses: {
    200: {
      description: 'on the second page, in millimetres from its upper left corner',
      content: {
        'application/json': {
          schema: z
            .object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })
            .openapi('PaperArea'),
        },
      },
    },
    ...problems,
  },
})

export function readNamesOnForm(app: App, { record }: Parts): void {
  app.openapi(route, c => {
    const { round: number } = c.req.valid('query')
    const { election } = record
    const state = election?.rounds.get(number)
    if (!election || !state) return problem(c, noBallot(number))
    const people = expectedAtBox(election.definition, state.ballot.statement)
    return c.json(namesOnForm(people.length), 200)
  })
}
