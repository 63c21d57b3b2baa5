import { refuse } from '@countersign/tlog'
import { createRoute, z } from '@hono/zod-openapi'
import type { App } from '../http/app.ts'
import { problem, problems } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import { noSuchStatement, statementId } from './get.ts'

const route = createRoute({
  method: 'get',
  path: '/statements/{id}/proof',
  operationId: 'readProof',
  tags: ['statements'],
  summary: 'The proof that an entry of a statement is under the checkpoint (C2SP tlog-proof).',
  request: {
    params: z.object({ id: statementId }),
    query: z.object({
      entry: z.coerce.number().int().min(0).optional().openapi({
        description: 'the index of one of its entries; the first unless it is given',
      }),
    }),
  },
  responses: {
    200: {
      description: 'a proof file, which can be checked offline with the entry at hand',
      content: { 'text/plain': { schema: z.string() } },
    },
    ...problems,
  },
})

export function readProof(app: App, { record }: Parts): void {
  app.openapi(route, async c => {
    const { id } = c.req.valid('param')
    const entries = record.entriesOf(id)
    const index = c.req.valid('query').entry ?? entries[0]
    if (index === undefined) return problem(c, noSuchStatement(id))
    if (!entries.includes(index))
      return problem(
        c,
        refuse('not-found', `Entry ${index} is not one of this statement: ${entries.join(', ')}.`).refusal,
      )
    const proof = await record.proofOf(index)
    return proof.ok ? c.text(proof.value, 200) : problem(c, proof.refusal)
  })
}
