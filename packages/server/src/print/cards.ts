import { type Election, roleWords } from '@countersign/election'
import { type Card, cardSheets, placesOf, sideNamed, whereIs } from '@countersign/paper'
import { createRoute, z } from '@hono/zod-openapi'
import type { App } from '../http/app.ts'
import { atMost, needs } from '../http/needs.ts'
import { problem, problems } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import { noBallot, round } from '../rounds/round.ts'
import { answerPdf, occasionOf, pdf, speaks } from './pdf.ts'

const roles = Object.keys(roleWords) as [Card['role'], ...Card['role'][]]

const card = z
  .object({
    role: z.enum(roles),
    card: z.string().max(32),
    box: z.string().max(32).optional(),
    link: z.url().max(300),
    code: z.string().max(64),
  })
  .openapi('CardToPrint')

const route = (parts: Parts) =>
  createRoute({
    method: 'post',
    path: '/print/cards',
    operationId: 'printCards',
    tags: ['print'],
    summary: 'Invitation cards as PDF, ten to a page.',
    description:
      'Their links and codes are with whoever made the invitations, and are sent here to be set in type: nothing of them is kept.',
    middleware: [needs('printCards', parts), atMost(parts.limits.json)] as const,
    request: {
      query: z.object({ round, ...speaks }),
      body: {
        required: true,
        content: { 'application/json': { schema: z.array(card).min(1).max(300) } },
      },
    },
    responses: { 200: pdf, ...problems },
  })

export function printCards(app: App, parts: Parts): void {
  const { record, now } = parts
  app.openapi(route(parts), async c => {
    const { round: number, ...spoken } = c.req.valid('query')
    const occasion = occasionOf(record, number, spoken)
    if (!record.election || !occasion) return problem(c, noBallot(number))
    const { language } = spoken
    const election = record.election as Election
    const { side: id } = c.get('session').person
    const side = sideNamed(election, id, language) ?? id
    const places = new Map<string, ReturnType<typeof placesOf>[number] | undefined>()
    const placeOf = (box: string) => {
      if (!places.has(box)) places.set(box, placesOf(election, number, { box })[0])
      return places.get(box)
    }
    const cards = c.req.valid('json').map(({ box, ...rest }) => ({
      ...rest,
      side,
      ...(box !== undefined && { where: whereIs(box, placeOf(box), language) }),
    }))
    return answerPdf(c, [cardSheets(occasion, cards)], 'cards', Math.floor(now() / 1000))
  })
}
