import type { Election } from '@countersign/election'
import { readPageCode } from '@countersign/record'
import { type Refusal, refuse } from '@countersign/tlog'
import { createRoute, z } from '@hono/zod-openapi'
import type { App } from '../http/app.ts'
import { needs } from '../http/needs.ts'
import { problem, problems } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import { centreOf, isIn, ownPacket } from './centre.ts'
import { personId } from './person-id.ts'
import { packetId, shown, shownPacket } from './schema.ts'
import { explain, keepPacket, packetById, sameCopy } from './store.ts'
import type { Arrival } from './tables.ts'

const take = (parts: Parts) =>
  createRoute({
    method: 'post',
    path: '/centres/packets',
    operationId: 'takePacket',
    tags: ['centres'],
    summary: 'Scan a packet in. One that came twice or belongs elsewhere is kept too, and asked about.',
    middleware: needs('takePacket', parts),
    request: {
      body: {
        required: true,
        content: {
          'application/json': {
            schema: z.object({
              code: z.string().max(300).openapi({ description: 'the text of the code on the form' }),
              written: z
                .string()
                .max(40)
                .optional()
                .openapi({ description: 'the short code of the form’s ID, where it stands on the paper' }),
              seals: z.array(z.string().max(40)).max(16).default([]),
            }),
          },
        },
      },
    },
    responses: {
      201: { description: 'kept', content: { 'application/json': { schema: shownPacket } } },
      ...problems,
    },
  })

export function takePacket(app: App, parts: Parts): void {
  app.openapi(take(parts), async c => {
    const { person } = c.get('session')
    const area = centreOf(person)
    if (!area.ok) return problem(c, area.refusal)
    const { code, seals, written } = c.req.valid('json')
    const page = readPageCode(code)
    if (!page.ok) return problem(c, page.refusal)
    const election = parts.record.election!
    if (!election.definitionId.startsWith(page.value.definition)) return problem(c, otherElection)
    const { round, box, serial } = page.value
    const copy = String(page.value.copy)
    const arrival = arrivalOf(election, { round, box, serial, area: area.value })
    const again = arrival !== 'foreign' && (await sameCopy(parts.database, { round, box, copy }))
    const packet = await keepPacket(parts.database, {
      ...{ id: Buffer.from(parts.random(16)).toString('hex'), round, box, copy, serial, area: area.value },
      ...{
        arrival: again ? 'again' : arrival,
        seals: JSON.stringify(seals),
        code: written ?? null,
        by: person.kid,
      },
      at: new Date(parts.now()),
    })
    return c.json(shown(packet, personId(person)), 201)
  })
}

const otherElection: Refusal = refuse(
  'other-election',
  'This form is of another election, or of a rehearsal. Lay it aside: it has no place in this count.',
).refusal

function arrivalOf(
  election: Election,
  { round, box, serial, area }: { round: number; box: string; serial: string; area: string },
): Arrival {
  if (!isIn(election, round, box, area)) return 'foreign'
  const { form } = election.rounds.get(round)!.boxes.get(box)!.listed
  return form === undefined || form === serial ? 'taken in' : 'other serial'
}

const answer = (parts: Parts) =>
  createRoute({
    method: 'post',
    path: '/centres/packets/{id}/explanation',
    operationId: 'explainPacket',
    tags: ['centres'],
    summary: 'Say what there is to say of a packet that was asked about.',
    middleware: needs('explainPacket', parts),
    request: {
      params: packetId,
      body: {
        required: true,
        content: { 'application/json': { schema: z.object({ explanation: z.string().min(1).max(500) }) } },
      },
    },
    responses: {
      200: { description: 'kept', content: { 'application/json': { schema: shownPacket } } },
      ...problems,
    },
  })

export function explainPacket(app: App, parts: Parts): void {
  app.openapi(answer(parts), async c => {
    const { person } = c.get('session')
    const packet = ownPacket(person, await packetById(parts.database, c.req.valid('param').id))
    if (!packet.ok) return problem(c, packet.refusal)
    const { explanation } = c.req.valid('json')
    await explain(parts.database, packet.value.id, explanation)
    return c.json(shown({ ...packet.value, explanation }, personId(person)), 200)
  })
}
