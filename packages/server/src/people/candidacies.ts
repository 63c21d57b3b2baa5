import { createRoute, z } from '@hono/zod-openapi'
import type { App } from '../http/app.ts'
import { problems } from '../http/problem.ts'
import type { Parts } from '../parts.ts'

const candidacy = z
  .object({
    candidate: z.string(),
    name: z.record(z.string(), z.string()).openapi({ description: 'by language' }),
    card: z.string(),
    steps: z
      .array(z.object({ step: z.string(), ground: z.string().optional() }))
      .openapi({ description: 'after the filing, in order: approved, rejected, withdrawn, endorses' }),
  })
  .openapi('Candidacy')

const route = createRoute({
  method: 'get',
  path: '/candidacies',
  operationId: 'listCandidacies',
  tags: ['people'],
  summary: 'The candidacies that are filed, and what was decided of them.',
  responses: {
    200: { description: 'in order', content: { 'application/json': { schema: z.array(candidacy) } } },
    ...problems,
  },
})

export function listCandidacies(app: App, { record }: Parts): void {
  app.openapi(route, c => {
    const all = Array.from(record.election?.candidacies.values() ?? [], ({ filed, steps }) => ({
      candidate: filed.statement.candidate,
      name: { ...filed.statement.name } as Record<string, string>,
      card: filed.statement.card ?? '',
      steps: steps.map(({ statement: { step, ground } }) => ({
        step,
        ...(ground !== undefined && { ground }),
      })),
    }))
    return c.json(all, 200)
  })
}
