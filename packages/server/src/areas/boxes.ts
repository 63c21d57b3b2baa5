import { refuse } from '@countersign/tlog'
import { createRoute, z } from '@hono/zod-openapi'
import { compress } from 'hono/compress'
import type { App } from '../http/app.ts'
import { problem, problems } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import { noBallot, round } from '../rounds/round.ts'
import { changes } from './changed.ts'
import { publishedOf, publishedSchema } from './published.ts'
import { boxesUnder } from './under.ts'

/** Boxes in one answer: some milliseconds of work, some hundred kilobytes. */
const most = 500

const answer = z
  .object({
    area: z.string(),
    round: z.number().int(),
    treeSize: z.number().int(),
    boxes: z.array(publishedSchema),
    next: z.string().nullable().openapi({ description: 'what to ask `after` for more; null at the end' }),
  })
  .openapi('PublishedBoxes')

const route = createRoute({
  method: 'get',
  path: '/areas/{area}/boxes',
  operationId: 'readAreaBoxes',
  tags: ['boxes'],
  summary: 'The boxes of an area as published, to compare copies with them where there is no network.',
  middleware: compress(),
  request: {
    params: z.object({
      area: z
        .string()
        .max(32)
        .openapi({ param: { name: 'area', in: 'path' } }),
    }),
    query: z.object({
      round,
      since: z.coerce
        .number()
        .int()
        .min(0)
        .default(0)
        .openapi({ description: 'the version that one has: only what has changed after it is told' }),
      after: z.string().max(32).optional().openapi({ description: '`next` of the answer before' }),
    }),
  },
  responses: {
    200: { description: `at most ${most} boxes`, content: { 'application/json': { schema: answer } } },
    ...problems,
  },
})

export function readAreaBoxes(app: App, { record }: Parts): void {
  const changedAt = changes()
  app.openapi(route, c => {
    const { area } = c.req.valid('param')
    const { round: number, since, after } = c.req.valid('query')
    const { election } = record
    const of = election?.rounds.get(number)
    if (!election || !of) return problem(c, noBallot(number))
    if (!election.areas.has(area)) return problem(c, noArea(area))
    const boxes: z.infer<typeof publishedSchema>[] = []
    let skipping = after !== undefined
    let next: string | null = null
    for (const box of boxesUnder(election, number, area)) {
      const changed = changedAt(of, box, election.size)
      if (!skipping && changed > since) {
        if (boxes.length === most) {
          next = boxes.at(-1)!.box
          break
        }
        boxes.push(publishedOf(box))
      }
      if (box.id === after) skipping = false
    }
    return c.json({ area, round: number, treeSize: election.size, boxes, next }, 200)
  })
}

function noArea(area: string) {
  return refuse('not-found', `There is no area ${area}. GET /areas names those that there are.`, { area })
    .refusal
}
