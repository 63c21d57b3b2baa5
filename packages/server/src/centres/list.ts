import { createRoute, z } from '@hono/zod-openapi'
import type { App } from '../http/app.ts'
import { needs } from '../http/needs.ts'
import { problem, problems } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import { round } from '../rounds/round.ts'
import { centreOf, ownPacket } from './centre.ts'
import { personId } from './person-id.ts'
import { packetId, shown, shownPacket } from './schema.ts'
import { packetById, packetsOf } from './store.ts'

const all = (parts: Parts) =>
  createRoute({
    method: 'get',
    path: '/centres/packets',
    operationId: 'listPackets',
    tags: ['centres'],
    summary: 'The packets of one’s centre, as they came in.',
    middleware: needs('listPackets', parts),
    request: { query: z.object({ round }) },
    responses: {
      200: { description: 'the packets', content: { 'application/json': { schema: z.array(shownPacket) } } },
      ...problems,
    },
  })

export function listPackets(app: App, parts: Parts): void {
  app.openapi(all(parts), async c => {
    const { person } = c.get('session')
    const area = centreOf(person)
    if (!area.ok) return problem(c, area.refusal)
    const packets = await packetsOf(parts.database, c.req.valid('query').round, area.value)
    return c.json(
      packets.map(packet => shown(packet, personId(person))),
      200,
    )
  })
}

const one = (parts: Parts) =>
  createRoute({
    method: 'get',
    path: '/centres/packets/{id}',
    operationId: 'readPacket',
    tags: ['centres'],
    summary: 'One packet, with what one has keyed of it oneself.',
    middleware: needs('readPacket', parts),
    request: { params: packetId },
    responses: {
      200: { description: 'the packet', content: { 'application/json': { schema: shownPacket } } },
      ...problems,
    },
  })

export function readPacket(app: App, parts: Parts): void {
  app.openapi(one(parts), async c => {
    const { person } = c.get('session')
    const packet = ownPacket(person, await packetById(parts.database, c.req.valid('param').id))
    return packet.ok ? c.json(shown(packet.value, personId(person)), 200) : problem(c, packet.refusal)
  })
}
