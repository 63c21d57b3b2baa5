import { kidOf } from '@countersign/record'
import { isStrictPublicKey, refuse } from '@countersign/tlog'
import { sodiumNative } from '@countersign/tlog/node'
import { createRoute, z } from '@hono/zod-openapi'
import type { App } from '../http/app.ts'
import { base64, bytesOf } from '../http/bytes.ts'
import { within } from '../http/needs.ts'
import { problem, problems } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import { codeFrom } from './code.ts'
import { invitationOf, noSuchInvitation } from './read.ts'
import { code } from './schema.ts'

const route = (parts: Parts) =>
  createRoute({
    method: 'post',
    path: '/invitations/{code}/key',
    operationId: 'answerInvitation',
    tags: ['invitations'],
    summary: 'Answer an invitation with the key of one’s device.',
    description:
      'What is signed: `countersign/invitation/v1\\n<origin>\\n<code, 28 characters without hyphens>\\n<public key in base64>\\n` in UTF-8. The same key again is answered as the first time.',
    middleware: within(parts.limits.tries),
    request: {
      params: z.object({ code }),
      body: {
        required: true,
        content: {
          'application/json': {
            schema: z.object({
              publicKey: base64(32),
              kind: z.enum(['webcrypto', 'wrapped', 'issued']),
              signature: base64(64),
            }),
          },
        },
      },
    },
    responses: {
      200: {
        description: 'the key waits for its side to enrol it',
        content: { 'application/json': { schema: z.object({ kid: z.string() }) } },
      },
      ...problems,
    },
  })

export function answerInvitation(app: App, parts: Parts): void {
  const { database, record, now, say } = parts
  app.openapi(route(parts), async c => {
    const typed = c.req.valid('param').code
    const { publicKey: text, kind, signature } = c.req.valid('json')
    const row = await invitationOf(parts, typed)
    if (!row || row.state === 'withdrawn') return problem(c, noSuchInvitation)
    const publicKey = bytesOf(text)
    const signed = new TextEncoder().encode(
      `countersign/invitation/v1\n${record.origin}\n${codeFrom(typed)}\n${text}\n`,
    )
    if (!isStrictPublicKey(publicKey) || !sodiumNative.verify(publicKey, signed, bytesOf(signature)))
      return problem(c, notSigned)
    const hex = Buffer.from(publicKey).toString('hex')
    const kid = kidOf(publicKey)
    const taken = await database
      .updateTable('invitations')
      .set({ state: 'answered', public_key: hex, key_kind: kind, answered: new Date(now()) })
      .where('id', '=', row.id)
      .where('state', '=', 'open')
      .executeTakeFirst()
    if (taken.numUpdatedRows === 0n && (await invitationOf(parts, typed))?.public_key !== hex)
      return problem(c, answered)
    say('key-answered', { kid, side: row.side, role: row.role, kind })
    return c.json({ kid }, 200)
  })
}

const notSigned = refuse(
  'bad-signature',
  'The key did not sign this invitation for this origin. Try again.',
).refusal
const answered = refuse(
  'already-answered',
  'Another key has answered this invitation. If it was not you, tell your side at once: it can withdraw it and invite you again.',
).refusal
