import { createRoute, z } from '@hono/zod-openapi'
import type { App } from '../http/app.ts'
import { needs } from '../http/needs.ts'
import { problem, problems } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import { ownPacket } from './centre.ts'
import { packetId } from './schema.ts'
import { packetById } from './store.ts'

const route = (parts: Parts) =>
  createRoute({
    method: 'get',
    path: '/centres/packets/{id}/history',
    operationId: 'readPacketHistory',
    tags: ['centres'],
    summary:
      'Every step of a packet’s double entry, with all that was keyed. For the head, once both have keyed.',
    middleware: needs('readPacketHistory', parts),
    request: { params: packetId },
    responses: {
      200: {
        description: 'the steps, from the first',
        content: {
          'application/json': {
            schema: z.array(
              z
                .object({
                  version: z.number().int(),
                  step: z.string(),
                  by: z.string().openapi({ description: 'the key' }),
                  at: z.number().int().openapi({ description: 'UTC seconds' }),
                  entry: z.unknown(),
                })
                .openapi('PacketStep'),
            ),
          },
        },
      },
      ...problems,
    },
  })

export function readPacketHistory(app: App, parts: Parts): void {
  app.openapi(route(parts), async c => {
    const packet = ownPacket(
      c.get('session').person,
      await packetById(parts.database, c.req.valid('param').id),
    )
    if (!packet.ok) return problem(c, packet.refusal)
    const rows = await parts.database
      .selectFrom('keyings')
      .selectAll()
      .where('packet', '=', packet.value.id)
      .orderBy('version')
      .execute()
    const steps = rows.map(({ version, step, by, at, entry }) => ({
      ...{ version, step, by, at: Math.floor(at.getTime() / 1000) },
      entry: JSON.parse(entry) as unknown,
    }))
    return c.json(steps, 200)
  })
}
