import { isRehearsal } from '@countersign/election'
import { createRoute, z } from '@hono/zod-openapi'
import type { App } from '../http/app.ts'
import type { Parts } from '../parts.ts'

const about = z
  .object({
    id: z.string().nullable().openapi({ description: 'the definition’s ID; null until it is recorded' }),
    origin: z.string(),
    vkey: z.string().openapi({ description: 'the log’s verifier key' }),
    operator: z.string().openapi({
      description:
        'the public key, in hex, of the log’s operator: a definition lists it to have `time` stated',
    }),
    rehearsal: z.boolean(),
    name: z
      .record(z.string(), z.string())
      .openapi({ description: 'by language; empty until the definition is recorded' }),
    rounds: z.array(z.object({ number: z.number().int(), date: z.string() })),
    released: z
      .record(z.string(), z.boolean())
      .openapi({ description: 'by round: whether votes are public' }),
    size: z.number().int().openapi({ description: 'entries recorded' }),
    checkpointed: z.number().int().openapi({ description: 'entries under the checkpoint' }),
    time: z.number().int().openapi({ description: 'the server’s clock, UTC seconds' }),
  })
  .openapi('Election')

const route = createRoute({
  method: 'get',
  path: '/election',
  operationId: 'readElection',
  tags: ['election'],
  summary: 'Which election this is, and how far it is.',
  responses: { 200: { description: 'the election', content: { 'application/json': { schema: about } } } },
})

export function readElection(app: App, { record, now }: Parts): void {
  app.openapi(route, c => {
    const { election, origin, vkey, operator, size, published } = record
    const rounds = election?.definition.rounds ?? []
    const answer = {
      id: election?.definitionId ?? null,
      origin,
      vkey,
      operator,
      rehearsal: isRehearsal(origin),
      name: { ...election?.definition.name } as Record<string, string>,
      rounds: rounds.map(({ number, date }) => ({ number, date })),
      released: Object.fromEntries(
        rounds.map(({ number }) => [number, election?.rounds.get(number)?.released !== undefined]),
      ),
      size,
      checkpointed: published,
      time: Math.floor(now() / 1000),
    }
    c.header('Cache-Control', 'no-store')
    return c.json(answer, 200)
  })
}
