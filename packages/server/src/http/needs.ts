import { refuse } from '@countersign/tlog'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Buckets } from '../limits/bucket.ts'
import { mayAsk, type Operation } from '../operations.ts'
import type { Parts } from '../parts.ts'
import { sessionOf } from '../sessions/session.ts'
import type { Asked } from './app.ts'
import { problem } from './problem.ts'

/** Lets a request through whose session has a role that may ask for this. */
export function needs(operation: Operation, parts: Parts): MiddlewareHandler<Asked> {
  return async (c, next) => {
    const session = await sessionOf(c, parts)
    if (!mayAsk(operation, session?.person.role))
      return session
        ? problem(c, notYourRole(operation, session.person.role))
        : problem(
            c,
            refuse('no-session', 'This needs a session. Begin one with the key of this device.').refusal,
          )
    if (session) c.set('session', session)
    return next()
  }
}

function notYourRole(operation: Operation, role: string) {
  return refuse(
    'not-your-role',
    `A key with the role ${role} cannot do this. Ask someone whose role it is.`,
    { operation, role },
  ).refusal
}

/** Takes one from the address’s allowance. */
export function within(allowance: Buckets): MiddlewareHandler<Asked> {
  return async (c, next) => {
    const seconds = allowance.take(c.get('from'))
    if (seconds === 0) return next()
    return problem(
      c,
      refuse('too-many', `Too much has come from this address. Send it again in ${seconds} s.`, { seconds })
        .refusal,
    )
  }
}

/**
 * Where a request comes from: the other end of the connection, or what the proxy before the server says of it. None
 * where there is no connection, as in tests.
 */
export function addressOf(c: Context, proxied: boolean): string {
  // What a sender claims stands before what the proxy adds.
  if (proxied) return c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() ?? ''
  try {
    return getConnInfo(c).remote.address ?? ''
  } catch {
    return ''
  }
}

export function atMost(bytes: number): MiddlewareHandler<Asked> {
  return bodyLimit({
    maxSize: bytes,
    onError: c =>
      problem(
        c,
        refuse('too-large', `A body here is at most ${bytes} bytes. Send less at once.`, { bytes }).refusal,
      ),
  })
}
