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
    const seconds = allowance.take(addressOf(c))
    if (seconds === 0) return next()
    return problem(
      c,
      refuse('too-many', `Too much has come from this address. Send it again in ${seconds} s.`, { seconds })
        .refusal,
    )
  }
}

/** The address at the other end of the connection; none where there is no connection, as in tests. */
function addressOf(c: Context): string {
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
