import { type Election, type Entry, reasons } from '@countersign/election'
import { readEntry } from '@countersign/record'
import { refuse } from '@countersign/tlog'
import { createRoute, z } from '@hono/zod-openapi'
import type { App } from '../http/app.ts'
import { toBase64 } from '../http/bytes.ts'
import { problem, problems } from '../http/problem.ts'
import type { Parts } from '../parts.ts'

export const statementId = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'the ID of a statement is 64 hexadecimal digits')
  .openapi({ param: { name: 'id', in: 'path' } })

const route = createRoute({
  method: 'get',
  path: '/statements/{id}',
  operationId: 'readStatement',
  tags: ['statements'],
  summary: 'Read a statement, its entries and whether it has force.',
  request: { params: z.object({ id: statementId }) },
  responses: {
    200: {
      description: 'the statement',
      content: {
        'application/json': {
          schema: z
            .object({
              id: z.string(),
              entries: z.array(z.number().int()).openapi({ description: 'the indexes of its entries' }),
              kind: z.string(),
              round: z.number().int(),
              force: z.union([z.literal(true), z.object({ code: z.string(), message: z.string() })]),
              checkpointed: z.boolean().openapi({ description: 'all its entries are under the checkpoint' }),
              payload: z.string().openapi({ format: 'byte' }),
            })
            .openapi('RecordedStatement'),
        },
      },
    },
    ...problems,
  },
})

export function readStatement(app: App, { record }: Parts): void {
  app.openapi(route, async c => {
    const { id } = c.req.valid('param')
    const entries = record.entriesOf(id)
    const [first] = entries
    if (first === undefined) return problem(c, noSuchStatement(id))
    const bytes = await record.entryAt(first)
    const read = bytes.ok ? readEntry(bytes.value) : bytes
    if (!read.ok) return problem(c, read.refusal)
    const { payload, statement } = read.value
    const answer = {
      id,
      entries: [...entries],
      kind: statement.kind,
      round: statement.round,
      force: forceOf(record.election!, id),
      checkpointed: entries.at(-1)! < record.published,
      payload: toBase64(payload),
    }
    return c.json(answer, 200)
  })
}

export function noSuchStatement(id: string) {
  return refuse(
    'not-found',
    `No statement ${id} is recorded. If it was sent, send it again: nothing is lost by it.`,
    { id },
  ).refusal
}

function forceOf({ entries }: Election, id: string): true | { code: string; message: string } {
  const { force, why } = entries.get(id) as Entry
  return force !== undefined ? true : { code: why!, message: reasons[why!].en }
}
