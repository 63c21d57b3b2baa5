import type { Election } from '@countersign/election'
import { createRoute, z } from '@hono/zod-openapi'
import type { App } from '../http/app.ts'
import { problem, problems } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import { perVersion } from '../record/per-version.ts'
import { regionsOf } from '../rounds/regions.ts'
import { noBallot, round } from '../rounds/round.ts'
import { publishedOf } from './published.ts'
import { boxesUnder } from './under.ts'

const count = z.number().int()
const areas = z
  .object({
    round: count,
    treeSize: count,
    candidates: z.array(z.object({ id: z.string(), number: count, name: z.record(z.string(), z.string()) })),
    areas: z.array(
      z.object({
        area: z.string(),
        name: z.record(z.string(), z.string()),
        boxes: count,
        reported: count.openapi({ description: 'of them, those with a form' }),
        bytes: count.openapi({ description: 'about how much `readAreaBoxes` gives for it' }),
      }),
    ),
  })
  .openapi('Areas')

const route = createRoute({
  method: 'get',
  path: '/areas',
  operationId: 'listAreas',
  tags: ['boxes'],
  summary: 'The highest areas: their boxes, how many have a form, and how much it is to keep them all.',
  request: { query: z.object({ round }) },
  responses: {
    200: { description: 'the areas', content: { 'application/json': { schema: areas } } },
    ...problems,
  },
})

export function listAreas(app: App, { record }: Parts): void {
  const once = perVersion<z.infer<typeof areas>['areas']>()
  app.openapi(route, c => {
    const { round: number } = c.req.valid('query')
    const { election } = record
    const ballot = election?.rounds.get(number)?.ballot.statement
    if (!election || !ballot) return problem(c, noBallot(number))
    const candidates = ballot.candidates.map(({ id, number, name }) => ({
      ...{ id, number, name: { ...name } as Record<string, string> },
    }))
    const listed = once(election, String(number), () =>
      regionsOf(election).map(area => areaOf(election, number, area)),
    )
    return c.json({ round: number, treeSize: election.size, candidates, areas: listed }, 200)
  })
}

/** Boxes that are looked at to say how large an area is. */
const sample = 20

function areaOf(election: Election, number: number, area: string) {
  const boxes = [...boxesUnder(election, number, area)]
  const step = Math.max(1, Math.floor(boxes.length / sample))
  const looked = boxes.filter((_, i) => i % step === 0)
  const bytes = looked.reduce((sum, box) => sum + JSON.stringify(publishedOf(box)).length, 0)
  return {
    area,
    name: { ...election.areas.get(area)!.area.name } as Record<string, string>,
    boxes: boxes.length,
    reported: boxes.filter(({ forms }) => forms.length > 0).length,
    bytes: looked.length === 0 ? 0 : Math.round((bytes / looked.length) * boxes.length),
  }
}
