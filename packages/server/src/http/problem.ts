import type { Refusal } from '@countersign/tlog'
import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** What is answered instead of what was asked for (RFC 9457). `detail` says what to do. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string().openapi({ description: 'stable, for programs' }),
    detail: z.string().openapi({ description: 'what happened, and what to do' }),
    where: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  })
  .openapi('Problem')

/** The answers that every operation may give besides its own. */
export const problems = {
  default: {
    description: 'refused',
    content: { 'application/problem+json': { schema: problemSchema } },
  },
} as const

/** The status of each code; what is not named is 422: understood, and not acceptable. */
const statuses: Readonly<Record<string, ContentfulStatusCode>> = {
  malformed: 400,
  'no-session': 401,
  'bad-challenge': 401,
  'bad-signature': 401,
  'key-revoked': 401,
  'unknown-key': 422,
  'not-your-role': 403,
  'not-yours': 403,
  'bad-code': 403,
  'not-before-release': 403,
  'not-found': 404,
  'no-such-invitation': 404,
  'not-yet': 404,
  'no-definition': 409,
  'other-version': 409,
  'no-force': 409,
  withdrawn: 410,
  'already-answered': 409,
  'too-large': 413,
  quota: 429,
  'too-many': 429,
  bug: 500,
  busy: 503,
  stopping: 503,
  'disk-full': 503,
  'read-only': 503,
  'disk-failed': 503,
  'must-reopen': 503,
  'other-sequencer': 503,
  closed: 503,
}

const titles: Readonly<Record<number, string>> = {
  400: 'The request cannot be read',
  401: 'No session',
  403: 'Not allowed',
  404: 'Not here',
  409: 'Something has changed meanwhile',
  410: 'Taken from view',
  413: 'Too large',
  422: 'Not acceptable',
  429: 'Too much for now',
  500: 'A fault of the server',
  503: 'Not now',
}

export function statusOf(code: string): ContentfulStatusCode {
  return statuses[code] ?? 422
}

/** The refusal as an answer; with `Retry-After`, in seconds, where it is worth sending again. */
export function problem(c: Context, { code, message, where }: Refusal, more: object = {}): never {
  const status = statusOf(code)
  const seconds = where?.seconds ?? (status === 503 || code === 'not-yet' ? 1 : undefined)
  const body = {
    type: 'about:blank',
    title: titles[status] ?? 'Refused',
    status,
    code,
    detail: message,
    ...(where && { where }),
    ...more,
  }
  // A route states its own answers; that any of them may refuse is stated once, in `problems`.
  return c.body(JSON.stringify(body), status, {
    'Content-Type': 'application/problem+json',
    ...(seconds !== undefined && { 'Retry-After': String(seconds) }),
  }) as never
}
