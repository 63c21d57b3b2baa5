import { createRoute, z } from '@hono/zod-openapi'
import { centreOf, isIn } from '../centres/centre.ts'
import type { App } from '../http/app.ts'
import { toBase64 } from '../http/bytes.ts'
import { needs } from '../http/needs.ts'
import { problem, problems } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import { round } from '../rounds/round.ts'
import { notArrived, packetsSent } from './sent.ts'

const awaited = z
  .object({
    id: z.string(),
    index: z.number().int(),
    entry: z.string().openapi({ format: 'byte' }),
    box: z.string(),
    packet: z.string(),
    signed: z.array(z.string()).openapi({ description: 'the keys that have signed it' }),
  })
  .openapi('AwaitedPacket')

const route = (parts: Parts) =>
  createRoute({
    method: 'get',
    path: '/centres/awaited',
    operationId: 'listAwaited',
    tags: ['custody'],
    summary: 'Packets of one’s centre that were handed over and have not arrived.',
    middleware: needs('listAwaited', parts),
    request: { query: z.object({ round }) },
    responses: {
      200: {
        description: 'the handovers, as recorded',
        content: { 'application/json': { schema: z.array(awaited) } },
      },
      ...problems,
    },
  })

export function listAwaited(app: App, { record, database, ...parts }: Parts): void {
  app.openapi(route({ record, database, ...parts }), async c => {
    const area = centreOf(c.get('session').person)
    if (!area.ok) return problem(c, area.refusal)
    const election = record.election!
    const { round: number } = c.req.valid('query')
    const missing = await notArrived(database, packetsSent(election, number), number)
    const shown = []
    for (const { id, index, statement, signatures } of missing) {
      if (!isIn(election, number, statement.box, area.value)) continue
      const bytes = await record.entryAt(index)
      if (!bytes.ok) throw new Error(bytes.refusal.message)
      shown.push({
        ...{ id, index, entry: toBase64(bytes.value), box: statement.box, packet: statement.packet! },
        signed: signatures.map(({ person }) => person.kid),
      })
    }
    return c.json(shown, 200)
  })
}
