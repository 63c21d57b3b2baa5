import { centreSum } from '@countersign/election'
import { payloadOf } from '@countersign/record'
import { createRoute, z } from '@hono/zod-openapi'
import type { App } from '../http/app.ts'
import { toBase64 } from '../http/bytes.ts'
import { needs } from '../http/needs.ts'
import { problem, problems } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import { noBallot, round } from '../rounds/round.ts'
import { centreOf } from './centre.ts'

const route = (parts: Parts) =>
  createRoute({
    method: 'get',
    path: '/centres/tally',
    operationId: 'readCentreTally',
    tags: ['centres'],
    summary: 'The sum of a centre’s forms as the record has them, as the statement that its head signs.',
    middleware: needs('readCentreTally', parts),
    request: { query: z.object({ round }) },
    responses: {
      200: {
        description: 'the statement, and how many boxes it still waits for',
        content: {
          'application/json': {
            schema: z
              .object({
                payload: z.string().openapi({ format: 'byte' }),
                boxes: z.number().int(),
                waiting: z.number().int(),
                treeSize: z.number().int(),
              })
              .openapi('TallyToSign'),
          },
        },
      },
      ...problems,
    },
  })

export function readCentreTally(app: App, parts: Parts): void {
  app.openapi(route(parts), c => {
    const area = centreOf(c.get('session').person)
    if (!area.ok) return problem(c, area.refusal)
    const election = parts.record.election!
    const { round: number } = c.req.valid('query')
    const sum = centreSum(election, number, area.value)
    if (!sum) return problem(c, noBallot(number))
    const { waiting, ...stated } = sum
    const definition = election.definitionId
    const payload = payloadOf({ kind: 'tally', definition, round: number, area: area.value, ...stated })
    if (!payload.ok) return problem(c, payload.refusal)
    const { boxes, treeSize } = stated
    return c.json({ payload: toBase64(payload.value), boxes, waiting, treeSize }, 200)
  })
}
