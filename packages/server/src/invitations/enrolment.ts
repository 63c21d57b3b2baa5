import type { Election, PersonRole } from '@countersign/election'
import { kidOf, payloadOf } from '@countersign/record'
import { refuse } from '@countersign/tlog'
import { createRoute, z } from '@hono/zod-openapi'
import type { App } from '../http/app.ts'
import { toBase64 } from '../http/bytes.ts'
import { needs } from '../http/needs.ts'
import { problem, problems } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import type { InvitationRow } from './rows.ts'

const route = (parts: Parts) =>
  createRoute({
    method: 'get',
    path: '/invitations/enrolment',
    operationId: 'readEnrolment',
    tags: ['invitations'],
    summary: 'An `enrol` statement of those who have answered, to be signed on one’s own device.',
    description: 'At most 400 keys at once; when it is recorded, ask again while `left` is not zero.',
    middleware: needs('readEnrolment', parts),
    responses: {
      200: {
        description: 'the statement’s bytes',
        content: {
          'application/json': {
            schema: z.object({
              payload: z.string().openapi({ format: 'byte' }),
              invitations: z.array(z.string()),
              left: z.number().int(),
            }),
          },
        },
      },
      ...problems,
    },
  })

/** Keys of one statement: so many fit into an entry with long identifiers and a hash of the name. */
const most = 400

export function readEnrolment(app: App, parts: Parts): void {
  const { database, record } = parts
  app.openapi(route(parts), async c => {
    const election = record.election!
    const { side } = c.get('session').person
    const rows = await database
      .selectFrom('invitations')
      .selectAll()
      .where('side', '=', side)
      .where('state', '=', 'answered')
      .orderBy('id')
      .execute()
    const coming = rows.filter(
      ({ public_key }) => !election.people.has(kidOf(Buffer.from(public_key!, 'hex'))),
    )
    if (coming.length === 0) return problem(c, nobody)
    const now = coming.slice(0, most)
    const payload = payloadOf(enrolment(election, side, now))
    if (!payload.ok) return problem(c, payload.refusal)
    const invitations = now.map(({ id }) => id)
    return c.json({ payload: toBase64(payload.value), invitations, left: coming.length - now.length }, 200)
  })
}

function enrolment({ definitionId }: Election, side: string, rows: readonly InvitationRow[]) {
  const keys = rows.map(({ public_key, role, card, box, area, name_hash }) => ({
    key: public_key!,
    role: role as PersonRole,
    card,
    ...(name_hash !== null && { nameHash: name_hash }),
    ...(box !== null && { box }),
    ...(area !== null && { area }),
  }))
  return { kind: 'enrol', definition: definitionId, round: 0, side, keys } as const
}

const nobody = refuse(
  'not-found',
  'Nobody has answered since the last enrolment. Ask again when someone has.',
).refusal
