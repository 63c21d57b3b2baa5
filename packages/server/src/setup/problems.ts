import { maySign, problems as problemsOf, sayProblem } from '@countersign/publication/setup'
import { createRoute, z } from '@hono/zod-openapi'
import type { App } from '../http/app.ts'
import { needs } from '../http/needs.ts'
import { problem, problems } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import { currentSetup } from './store.ts'

const route = (parts: Parts) =>
  createRoute({
    method: 'get',
    path: '/setup/problems',
    operationId: 'readSetupProblems',
    tags: ['setup'],
    summary: 'Everything that is wrong with the setup, before anything of it is signed.',
    middleware: needs('readSetupProblems', parts),
    request: { query: z.object({ language: z.enum(['en', 'fa']).default('en') }) },
    responses: {
      200: {
        description: 'in the order of the work',
        content: {
          'application/json': {
            schema: z.object({
              maySign: z
                .boolean()
                .openapi({ description: 'nothing of it keeps the definition from being signed' }),
              problems: z.array(
                z
                  .object({
                    code: z.string(),
                    where: z.string(),
                    stops: z.boolean(),
                    message: z.string(),
                    todo: z.string(),
                  })
                  .openapi('SetupProblem'),
              ),
            }),
          },
        },
      },
      ...problems,
    },
  })

export function readSetupProblems(app: App, parts: Parts): void {
  app.openapi(route(parts), async c => {
    const setup = await currentSetup(parts)
    if (!setup.ok) return problem(c, setup.refusal)
    const found = problemsOf(setup.value)
    const { language } = c.req.valid('query')
    return c.json({ maySign: maySign(found), problems: found.map(each => sayProblem(each, language)) }, 200)
  })
}
