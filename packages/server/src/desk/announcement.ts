import { centreSum } from '@countersign/election'
import { payloadOf } from '@countersign/record'
import { createRoute, z } from '@hono/zod-openapi'
import type { App } from '../http/app.ts'
import { toBase64 } from '../http/bytes.ts'
import { needs } from '../http/needs.ts'
import { problem, problems } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import { noBallot, round } from '../rounds/round.ts'

const route = (parts: Parts) =>
  createRoute({
    method: 'get',
    path: '/desk/announcement',
    operationId: 'readAnnouncement',
    tags: ['desk'],
    summary: 'A running announcement of the preliminary total, as the statement that the desk signs.',
    middleware: needs('readAnnouncement', parts),
    request: {
      query: z.object({
        round,
        area: z.string().max(32),
        en: z.string().max(100).default('Running announcement'),
        fa: z.string().max(100).default('اعلام موقت'),
      }),
    },
    responses: {
      200: {
        description: 'the statement: it names the version of the record and the totals',
        content: {
          'application/json': {
            schema: z
              .object({
                payload: z.string().openapi({ format: 'byte' }),
                boxes: z.number().int(),
                waiting: z.number().int(),
                treeSize: z.number().int(),
              })
              .openapi('AnnouncementToSign'),
          },
        },
      },
      ...problems,
    },
  })

export function readAnnouncement(app: App, parts: Parts): void {
  app.openapi(route(parts), c => {
    const { round: number, area, en, fa } = c.req.valid('query')
    const election = parts.record.election!
    const sum = centreSum(election, number, area)
    if (!sum) return problem(c, noBallot(number))
    const { treeSize, figures, boxes, waiting } = sum
    const payload = payloadOf({
      ...{ kind: 'announce', definition: election.definitionId, round: number, area, treeSize, figures },
      label: { en, fa },
    })
    if (!payload.ok) return problem(c, payload.refusal)
    return c.json({ payload: toBase64(payload.value), boxes, waiting, treeSize }, 200)
  })
}
