import { toHex } from '@countersign/election'
import { refuse, sha256 } from '@countersign/tlog'
import { createRoute, z } from '@hono/zod-openapi'
import type { App } from '../http/app.ts'
import { atMost, needs, within } from '../http/needs.ts'
import { problem, problems } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import { faultOf, placeOf } from './allowed.ts'
import { digestParam } from './schema.ts'
import { isKept, keep } from './store.ts'

const kept = z
  .object({
    digest: z.string(),
    bytes: z.number().int(),
    place: z.enum(['published', 'sealed']),
  })
  .openapi('KeptFile')

const route = (parts: Parts) =>
  createRoute({
    method: 'put',
    path: '/blobs/{digest}',
    operationId: 'putBlob',
    tags: ['blobs'],
    summary: 'Bring a file that a recorded statement names by its digest, as anyone’s relay.',
    description:
      'A photograph’s masked copy is published, its original is kept sealed. The answer comes once the file is durable; sent again, it is there already.',
    middleware: [
      within(parts.limits.writes),
      needs('putBlob', parts),
      atMost(Math.max(parts.limits.blob, parts.limits.sealed)),
    ] as const,
    request: {
      params: digestParam,
      query: z.object({
        statement: z
          .string()
          .regex(/^[0-9a-f]{64}$/)
          .openapi({ description: 'the ID of the statement that names it' }),
      }),
      body: {
        required: true,
        content: {
          'application/octet-stream': { schema: z.any().openapi({ type: 'string', format: 'binary' }) },
        },
      },
    },
    responses: {
      200: { description: 'kept', content: { 'application/json': { schema: kept } } },
      ...problems,
    },
  })

export function putBlob(app: App, parts: Parts): void {
  app.openapi(route(parts), async c => {
    const { digest } = c.req.valid('param')
    const { statement } = c.req.valid('query')
    const { election } = parts.record
    const place = placeOf(election, digest, statement)
    if (!place.ok) return problem(c, place.refusal)
    const bytes = new Uint8Array(await c.req.arrayBuffer())
    if (toHex(sha256(bytes)) !== digest)
      return problem(
        c,
        refuse(
          'other-digest',
          'These bytes are not the file of this digest; perhaps some were lost. Send it again.',
          { digest },
        ).refusal,
      )
    const isPhotograph = election!.entries.get(statement)!.statement.kind === 'attach'
    const fault = faultOf(bytes, place.value, isPhotograph, parts.limits)
    if (fault) return problem(c, fault)
    const done = { digest, bytes: bytes.length, place: place.value }
    if (await isKept(parts, place.value, digest)) return c.json(done, 200)
    const mark = Buffer.from(parts.random(8)).toString('hex')
    const written = await keep(parts, place.value, digest, bytes, mark)
    if (!written.ok) return problem(c, written.refusal)
    parts.say('file-kept', { ...done, statement })
    return c.json(done, 200)
  })
}
