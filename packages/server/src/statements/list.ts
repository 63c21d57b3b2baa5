import type { Election, Statement } from '@countersign/election'
import { createRoute, z } from '@hono/zod-openapi'
import { entriesOf } from '../boxes/read.ts'
import type { App } from '../http/app.ts'
import { problems } from '../http/problem.ts'
import type { Parts } from '../parts.ts'

/** What needs people of two sides, or that people of other sides countersign or object to. */
const kinds = [
  'ruling',
  'tally',
  'recount',
  'correct',
  'complaint',
  'announce',
  'custody',
  'declare',
  'certify',
  'candidacy',
  'amend',
  'merge',
  'revoke',
  'policy',
  'software',
  'destroy',
  'close',
] as const

const statement = z
  .object({
    id: z.string(),
    kind: z.string(),
    index: z.number().int(),
    entry: z.string().openapi({ format: 'byte' }),
    force: z.union([z.literal(true), z.object({ code: z.string(), en: z.string(), fa: z.string() })]),
    sides: z.array(z.string()).openapi({ description: 'the bodies and candidates whose people have signed' }),
  })
  .openapi('StatementToSee')

const route = createRoute({
  method: 'get',
  path: '/statements',
  operationId: 'listStatements',
  tags: ['statements'],
  summary:
    'The statements of a kind in a round, the latest first: for those who sign with others, or object.',
  request: {
    query: z.object({
      kind: z.enum(kinds),
      round: z.coerce.number().int().min(0).default(1),
      area: z.string().max(32).optional(),
      box: z.string().max(32).optional(),
      waiting: z
        .enum(['true', 'false'])
        .default('false')
        .openapi({ description: 'only those that have no force yet' }),
    }),
  },
  responses: {
    200: { description: 'at most 100', content: { 'application/json': { schema: z.array(statement) } } },
    ...problems,
  },
})

const most = 100

export function listStatements(app: App, { record }: Parts): void {
  app.openapi(route, async c => {
    const { election } = record
    if (!election) return c.json([], 200)
    const { kind, round, area, box, waiting } = c.req.valid('query')
    const wanted = [...election.entries.values()]
      .filter(entry => entry.statement.kind === kind && entry.statement.round === round)
      .filter(entry => waiting === 'false' || (entry.force === undefined && !isAnswered(election, entry)))
      .filter(entry => box === undefined || (entry.statement as { readonly box?: string }).box === box)
      .filter(entry => area === undefined || isAbout(election, entry.statement as Statement, area))
      .slice(-most)
      .reverse()
    const shown = []
    for (const { id, signatures } of wanted) {
      const [first] = await entriesOf(record, election, [id])
      shown.push({ ...first!, sides: [...new Set(signatures.map(({ person }) => person.side))] })
    }
    return c.json(shown, 200)
  })
}

/** Whether the other side has signed a handover as it found it, so that nobody waits for this one any more. */
function isAnswered({ rounds }: Election, { statement }: { readonly statement: Statement }): boolean {
  if (statement.kind !== 'custody') return false
  const { round, box, packet, from, to, at } = statement
  const signed = rounds.get(round)?.boxes.get(box)?.custody ?? []
  return signed.some(
    ({ statement: other }) =>
      other.packet === packet && other.from === from && other.to === to && other.at === at,
  )
}

/** Whether a statement is about an area, or about a box that lies in it. */
function isAbout({ areas, rounds }: Election, statement: Statement, wanted: string): boolean {
  const { box, area } = statement as { readonly box?: string; readonly area?: string }
  if (box === undefined) return area === wanted
  const listed = rounds.get(statement.round)?.boxes.get(box)
  return listed !== undefined && (areas.get(listed.area)?.path.includes(wanted) ?? false)
}
