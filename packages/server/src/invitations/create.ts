import { type Election, enrols } from '@countersign/election'
import { ok, type Result, refuse } from '@countersign/tlog'
import { createRoute, z } from '@hono/zod-openapi'
import type { App } from '../http/app.ts'
import { atMost, needs } from '../http/needs.ts'
import { problem, problems } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import type { SessionPerson } from '../sessions/person.ts'
import { hashOf } from '../sessions/session.ts'
import { makeCode } from './code.ts'
import { invited } from './schema.ts'

const route = (parts: Parts) =>
  createRoute({
    method: 'post',
    path: '/invitations',
    operationId: 'createInvitations',
    tags: ['invitations'],
    summary: 'Invite people into one’s own side.',
    description: 'The codes are shown this once: only their hashes are kept. All are made, or none.',
    middleware: [needs('createInvitations', parts), atMost(parts.limits.json)] as const,
    request: {
      body: {
        required: true,
        content: { 'application/json': { schema: z.array(invited).min(1).max(5000) } },
      },
    },
    responses: {
      201: {
        description: 'the invitations, in the same order',
        content: {
          'application/json': {
            schema: z.array(
              z
                .object({
                  id: z.string(),
                  code: z.string(),
                  url: z.string(),
                  role: z.string(),
                  card: z.string(),
                  box: z.string().optional(),
                  area: z.string().optional(),
                })
                .openapi('MadeInvitation'),
            ),
          },
        },
      },
      ...problems,
    },
  })

export type Invited = z.infer<typeof invited>

export function createInvitations(app: App, parts: Parts): void {
  const { database, random, now, record, address } = parts
  app.openapi(route(parts), async c => {
    const { person } = c.get('session')
    const people = c.req.valid('json')
    for (const [i, one] of people.entries()) {
      const allowed = mayInvite(record.election!, person, one)
      if (!allowed.ok)
        return problem(c, { ...allowed.refusal, where: { ...allowed.refusal.where, line: i + 1 } })
    }
    const created = new Date(now())
    const made = people.map(({ nameHash, ...one }) => ({
      ...one,
      nameHash,
      id: Buffer.from(random(8)).toString('hex'),
      code: makeCode(random(28)),
    }))
    const rows = made.map(({ id, code, role, card, box, area, nameHash }) => ({
      id,
      code: hashOf(code),
      side: person.side,
      role,
      card,
      box: box ?? null,
      area: area ?? null,
      name_hash: nameHash ?? null,
      state: 'open' as const,
      public_key: null,
      key_kind: null,
      created,
      answered: null,
    }))
    await database.transaction().execute(async change => {
      for (let at = 0; at < rows.length; at += 500)
        await change
          .insertInto('invitations')
          .values(rows.slice(at, at + 500))
          .execute()
    })
    const answer = made.map(({ nameHash: _, ...one }) => ({
      ...one,
      url: `${address()}/staff/#/join/${one.code}`,
    }))
    return c.json(answer, 201)
  })
}

/** Refusals: `not-yours` (a role that this side does not give), `no-such-box`, `no-such-area`, `needs-box`. */
export function mayInvite(
  election: Election,
  { side, role: inviter }: Pick<SessionPerson, 'side' | 'role'>,
  { role, card, box, area }: Invited,
): Result<void> {
  const where = { card }
  const roles: readonly string[] = enrols[inviter as keyof typeof enrols] ?? []
  if (!roles.includes(role))
    return refuse(
      'not-yours',
      `${side} cannot give the role ${role}. It gives: ${roles.join(', ') || 'none'}.`,
      where,
    )
  if (box !== undefined && ![...election.lists.values()].some(({ boxes }) => boxes.has(box)))
    return refuse('no-such-box', `Box ${box} is not on the list of boxes. Look at its ID.`, { ...where, box })
  if (area !== undefined && !election.areas.has(area))
    return refuse('no-such-area', `Area ${area} is not in the tree of areas. Look at its ID.`, {
      ...where,
      area,
    })
  if (box === undefined && atOneBox.has(role))
    return refuse('needs-box', `The role ${role} is for one box. Name the box.`, where)
  return ok(undefined)
}

const atOneBox: ReadonlySet<string> = new Set(['leader', 'official', 'police'])
