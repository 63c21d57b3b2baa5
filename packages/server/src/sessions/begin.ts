import { fromHex } from '@countersign/election'
import { refuse } from '@countersign/tlog'
import { sodiumNative } from '@countersign/tlog/node'
import { createRoute, z } from '@hono/zod-openapi'
import type { App } from '../http/app.ts'
import { base64, bytesOf } from '../http/bytes.ts'
import { within } from '../http/needs.ts'
import { problem, problems } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import { personOf } from './person.ts'
import { publicKeyOf } from './public-key.ts'
import { kid, session } from './schema.ts'
import { beginSession } from './session.ts'

const route = (parts: Parts) =>
  createRoute({
    method: 'post',
    path: '/sessions',
    operationId: 'createSession',
    tags: ['sessions'],
    summary: 'Begin a session: the key signs the challenge.',
    description:
      'What is signed: `countersign/session/v1\\n<origin>\\n<challenge in base64>\\n` in UTF-8. The cookie `session` then carries it for a day.',
    middleware: within(parts.limits.tries),
    request: {
      body: {
        required: true,
        content: {
          'application/json': { schema: z.object({ kid, challenge: base64(32), signature: base64(64) }) },
        },
      },
    },
    responses: {
      201: { description: 'the session', content: { 'application/json': { schema: session } } },
      ...problems,
    },
  })

export function createSession(app: App, parts: Parts): void {
  const { record, challenges, say } = parts
  app.openapi(route(parts), async c => {
    const { kid, challenge, signature } = c.req.valid('json')
    if (!challenges.use(kid, bytesOf(challenge))) return problem(c, badChallenge)
    const publicKey = await publicKeyOf(parts, kid)
    const signed = new TextEncoder().encode(`countersign/session/v1\n${record.origin}\n${challenge}\n`)
    if (publicKey === undefined || !sodiumNative.verify(fromHex(publicKey), signed, bytesOf(signature)))
      return problem(c, notSigned)
    const person = await personOf(parts, kid, publicKey)
    if (!person) return problem(c, revoked)
    const expires = await beginSession(c, parts, kid, publicKey)
    say('session-began', { kid, role: person.role })
    return c.json({ person, expires }, 201)
  })
}

const badChallenge = refuse(
  'bad-challenge',
  'The challenge has run out, or was used. Ask for another.',
).refusal
const notSigned = refuse(
  'bad-signature',
  'No enrolled key has signed this challenge. If the key is new, it must be enrolled first by its side.',
).refusal
const revoked = refuse(
  'key-revoked',
  'The key was revoked. Ask your side for another invitation, and answer it on the device that you have now.',
).refusal
