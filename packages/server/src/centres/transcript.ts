import { type Statement, signersOfEntry } from '@countersign/election'
import { payloadOf } from '@countersign/record'
import { type Result, refuse } from '@countersign/tlog'
import { createRoute, z } from '@hono/zod-openapi'
import type { App } from '../http/app.ts'
import { toBase64 } from '../http/bytes.ts'
import { needs } from '../http/needs.ts'
import { problem, problems } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import { ownPacket } from './centre.ts'
import { figuresOf } from './lines.ts'
import { packetId } from './schema.ts'
import { type Packet, packetById } from './store.ts'

const route = (parts: Parts) =>
  createRoute({
    method: 'get',
    path: '/centres/packets/{id}/transcript',
    operationId: 'readTranscript',
    tags: ['centres'],
    summary: 'The transcript of a copy that two have read alike, to sign by two clerks on their own devices.',
    middleware: needs('readTranscript', parts),
    request: { params: packetId },
    responses: {
      200: {
        description: 'the statement',
        content: {
          'application/json': {
            schema: z
              .object({
                payload: z.string().openapi({ format: 'byte' }),
                people: z
                  .array(z.string())
                  .openapi({ description: 'side and card of those who keyed it in' }),
              })
              .openapi('TranscriptToSign'),
          },
        },
      },
      ...problems,
    },
  })

export function readTranscript(app: App, parts: Parts): void {
  app.openapi(route(parts), async c => {
    const packet = ownPacket(
      c.get('session').person,
      await packetById(parts.database, c.req.valid('param').id),
    )
    const payload = packet.ok ? transcriptOf(parts.record.election!.definitionId, packet.value) : packet
    if (!payload.ok) return problem(c, payload.refusal)
    const people = signersOfEntry((packet as { value: Packet }).value.entry)
    return c.json({ payload: toBase64(payload.value), people: [...people] }, 200)
  })
}

/** Refusal: `not-yet`, while people still read it differently. */
function transcriptOf(definition: string, packet: Packet): Result<Uint8Array> {
  const { entry, round, box, copy, serial, code } = packet
  if (entry.state !== 'agreeing' && entry.state !== 'done')
    return refuse('not-yet', 'Two people have not yet read this copy alike. Key it in first.')
  const transcript: Statement = {
    ...{ kind: 'transcript', definition, round, box, copy, serial, figures: figuresOf(entry.figures) },
    ...(code !== null && { code }),
  }
  return payloadOf(transcript)
}
