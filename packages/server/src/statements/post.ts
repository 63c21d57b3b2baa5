import { decodeEntries, maxEntrySize, type Refusal, type Result, refuse } from '@countersign/tlog'
import { createRoute, z } from '@hono/zod-openapi'
import type { App } from '../http/app.ts'
import { atMost, needs, within } from '../http/needs.ts'
import { problem, problems } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import type { Placed } from '../record/intake.ts'

const placed = z
  .object({
    id: z.string().openapi({ description: 'the statement’s ID, in hex' }),
    index: z.number().int(),
    again: z.boolean().openapi({ description: 'all of it was recorded before, at this index' }),
  })
  .openapi('Placed')

const notTaken = z
  .object({
    refusal: z.object({
      code: z.string(),
      message: z.string(),
      where: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    }),
  })
  .openapi('NotTaken')

const one = 'application/cose'
const several = 'application/vnd.countersign.entries'

const binary = { schema: z.any().openapi({ type: 'string', format: 'binary' }) }

const route = createRoute({
  method: 'post',
  path: '/statements',
  operationId: 'postStatements',
  tags: ['statements'],
  summary: 'Send statements to the record, as anyone’s relay.',
  description:
    'One entry, or several, each preceded by its length as two bytes, big-endian; their order is kept. The answer comes once they are durable. Sent again, an entry keeps its first index.',
  request: { body: { content: { [one]: binary, [several]: binary } } },
  responses: {
    200: {
      description: 'what became of each entry, in their order',
      content: {
        'application/json': { schema: z.object({ results: z.array(z.union([placed, notTaken])) }) },
      },
    },
    ...problems,
  },
})

/** Takes entries to the record. One that is refused is a problem; of several, each has its own answer. */
export function postStatements(app: App, parts: Parts): void {
  const { record, limits, metrics, say, now } = parts
  app.use(route.path, async (c, next) => (c.req.method === 'POST' ? within(limits.writes)(c, next) : next()))
  app.use(route.path, needs('postStatements', parts), atMost(limits.entries))
  app.on('POST', route.path, async c => {
    const entries = entriesIn(c.req.header('content-type'), new Uint8Array(await c.req.arrayBuffer()))
    if (!entries.ok) return problem(c, entries.refusal)
    const start = now()
    const results = await record.take(entries.value.entries)
    metrics.answered.observe((now() - start) / 1000)
    for (const result of results) count(result)
    const indexes = results.flatMap(result => (result.ok && !result.value.again ? [result.value.index] : []))
    if (indexes.length > 0)
      say('recorded', { entries: indexes.length, first: indexes[0], last: indexes.at(-1) })
    const [first] = results
    if (!entries.value.several && first && !first.ok) return problem(c, first.refusal)
    return c.json({
      results: results.map(result => (result.ok ? result.value : { refusal: result.refusal })),
    })
  })
  app.openAPIRegistry.registerPath(route)

  function count(result: Result<Placed>): void {
    if (result.ok && !result.value.again) metrics.recorded.inc()
    if (result.ok) return
    metrics.refused.inc({ code: result.refusal.code })
    say('refused', { ...result.refusal }, 'warning')
  }
}

type Entries = { readonly entries: readonly Uint8Array[]; readonly several: boolean }

function entriesIn(type: string | undefined, body: Uint8Array): Result<Entries, Refusal> {
  const media = type?.split(';')[0]?.trim().toLowerCase()
  if (media === one) {
    if (body.length > maxEntrySize)
      return refuse('too-large', `An entry is at most ${maxEntrySize} bytes.`, { bytes: maxEntrySize })
    return { ok: true, value: { entries: [body], several: false } }
  }
  if (media !== several) return refuse('malformed', `Send one entry as ${one}, or several as ${several}.`)
  const decoded = decodeEntries(body)
  if (!decoded.ok || decoded.value.length === 0)
    return refuse(
      'malformed',
      'The entries cannot be told apart: each is preceded by its length as two bytes, big-endian.',
    )
  return { ok: true, value: { entries: decoded.value, several: true } }
}
