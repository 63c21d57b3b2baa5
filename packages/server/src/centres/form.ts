import { formLayout } from '@countersign/election'
import { createRoute, z } from '@hono/zod-openapi'
import type { App } from '../http/app.ts'
import { problem, problems } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import { noBallot, round } from '../rounds/round.ts'

const said = z.object({ en: z.string(), fa: z.string() })

const route = createRoute({
  method: 'get',
  path: '/forms',
  operationId: 'readFormLayout',
  tags: ['centres'],
  summary: 'The lines of a round’s result form with figures, in the order of the paper.',
  request: { query: z.object({ round }) },
  responses: {
    200: {
      description: 'its sections',
      content: {
        'application/json': {
          schema: z
            .array(
              z.object({
                id: z.string(),
                title: said,
                lines: z.array(
                  z.object({ path: z.string(), label: said, number: z.number().int().optional() }),
                ),
              }),
            )
            .openapi('FormSections'),
        },
      },
    },
    ...problems,
  },
})

export function readFormLayout(app: App, { record }: Parts): void {
  app.openapi(route, c => {
    const { round: number } = c.req.valid('query')
    const state = record.election?.rounds.get(number)
    if (!record.election || !state) return problem(c, noBallot(number))
    const sections = formLayout(record.election.definition, state.ballot.statement).sections.map(
      ({ id, title, lines }) => ({
        ...{ id, title },
        lines: lines
          .filter(({ sort, path }) => sort === 'count' && path.startsWith('figures.'))
          .map(({ path, label, number }) => ({ path, label, ...(number !== undefined && { number }) })),
      }),
    )
    return c.json(
      sections.filter(({ lines }) => lines.length > 0),
      200,
    )
  })
}
