import { isRehearsal } from '@countersign/election'
import { refuse } from '@countersign/tlog'
import { createRoute, z } from '@hono/zod-openapi'
import { nameOf } from '../election/names.ts'
import type { App } from '../http/app.ts'
import { within } from '../http/needs.ts'
import { problem, problems } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import { hashOf } from '../sessions/session.ts'
import { codeFrom } from './code.ts'
import { type InvitationRow, stateOf } from './rows.ts'
import { code } from './schema.ts'

const route = (parts: Parts) =>
  createRoute({
    method: 'get',
    path: '/invitations/{code}',
    operationId: 'readInvitation',
    tags: ['invitations'],
    summary: 'What an invitation is to, for whoever has its code.',
    middleware: within(parts.limits.tries),
    request: { params: z.object({ code }) },
    responses: {
      200: {
        description: 'the invitation',
        content: {
          'application/json': {
            schema: z
              .object({
                role: z.string(),
                card: z.string(),
                side: z.string(),
                sideName: z.record(z.string(), z.string()).openapi({ description: 'by language' }),
                box: z.string().optional(),
                area: z.string().optional(),
                election: z.record(z.string(), z.string()).openapi({ description: 'its name, by language' }),
                origin: z.string(),
                rehearsal: z.boolean(),
                state: z.enum(['open', 'answered', 'enrolled', 'withdrawn']),
              })
              .openapi('InvitationToYou'),
          },
        },
      },
      ...problems,
    },
  })

export function readInvitation(app: App, parts: Parts): void {
  const { record } = parts
  app.openapi(route(parts), async c => {
    const row = await invitationOf(parts, c.req.valid('param').code)
    if (!row || !record.election) return problem(c, noSuchInvitation)
    const { role, card, side, box, area } = row
    const answer = {
      role,
      card,
      side,
      sideName: nameOf(record.election, side),
      ...(box !== null && { box }),
      ...(area !== null && { area }),
      election: { ...record.election.definition.name } as Record<string, string>,
      origin: record.origin,
      rehearsal: isRehearsal(record.origin),
      state: stateOf(row, record),
    }
    return c.json(answer, 200)
  })
}

export function invitationOf({ database }: Parts, typed: string): Promise<InvitationRow | undefined> {
  return database
    .selectFrom('invitations')
    .selectAll()
    .where('code', '=', hashOf(codeFrom(typed)))
    .executeTakeFirst()
}

export const noSuchInvitation = refuse(
  'no-such-invitation',
  'There is no invitation with this code. Compare it with the card, letter by letter, or ask your side for another.',
).refusal
