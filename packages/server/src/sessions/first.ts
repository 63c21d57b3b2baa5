import { timingSafeEqual } from 'node:crypto'
import { kidOf } from '@countersign/record'
import { isStrictPublicKey, refuse } from '@countersign/tlog'
import { sodiumNative } from '@countersign/tlog/node'
import { createRoute, z } from '@hono/zod-openapi'
import type { App } from '../http/app.ts'
import { base64, bytesOf } from '../http/bytes.ts'
import { within } from '../http/needs.ts'
import { problem, problems } from '../http/problem.ts'
import { codeFrom } from '../invitations/code.ts'
import type { Parts } from '../parts.ts'
import { session } from './schema.ts'
import { beginSession, hashOf } from './session.ts'

const route = (parts: Parts) =>
  createRoute({
    method: 'post',
    path: '/sessions/first',
    operationId: 'createFirstSession',
    tags: ['sessions'],
    summary:
      'Begin the first session, with the setup code that the server printed, before there is a definition.',
    description:
      'What is signed: `countersign/first/v1\\n<origin>\\n<code, 28 characters without hyphens>\\n` in UTF-8. The key then may set the election up.',
    middleware: within(parts.limits.tries),
    request: {
      body: {
        required: true,
        content: {
          'application/json': {
            schema: z.object({ code: z.string().max(64), publicKey: base64(32), signature: base64(64) }),
          },
        },
      },
    },
    responses: {
      201: { description: 'the session', content: { 'application/json': { schema: session } } },
      ...problems,
    },
  })

export function createFirstSession(app: App, parts: Parts): void {
  const { record, database, now, say } = parts
  app.openapi(route(parts), async c => {
    const asked = c.req.valid('json')
    const code = codeFrom(asked.code)
    const publicKey = bytesOf(asked.publicKey)
    if (!isSetupCode(parts.setupCode(), code)) return problem(c, badCode)
    const signed = new TextEncoder().encode(`countersign/first/v1\n${record.origin}\n${code}\n`)
    if (!isStrictPublicKey(publicKey) || !sodiumNative.verify(publicKey, signed, bytesOf(asked.signature)))
      return problem(c, notSigned)
    const hex = Buffer.from(publicKey).toString('hex')
    await database.transaction().execute(async change => {
      await change.deleteFrom('founders').execute()
      await change
        .insertInto('founders')
        .values({ public_key: hex, since: new Date(now()) })
        .execute()
    })
    parts.spendSetupCode()
    const kid = kidOf(publicKey)
    const expires = await beginSession(c, parts, kid, hex)
    say('session-began', { kid, role: 'founder' })
    return c.json({ person: { kid, role: 'founder', side: '', card: '' }, expires }, 201)
  })
}

function isSetupCode(hash: string | undefined, code: string): boolean {
  return hash !== undefined && timingSafeEqual(Buffer.from(hash), Buffer.from(hashOf(code)))
}

const badCode = refuse(
  'bad-code',
  'This is not the setup code, or it was used. The server prints a new one each time it is started without a definition.',
).refusal
const notSigned = refuse('bad-signature', 'The key did not sign this code for this origin.').refusal
