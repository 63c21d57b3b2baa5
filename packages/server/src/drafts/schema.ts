import { z } from '@hono/zod-openapi'
import type { DraftRow } from './store.ts'

export const draftKey = z
  .string()
  .regex(
    /^\d{1,3}\.[A-Za-z0-9][A-Za-z0-9._-]{0,31}\.[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/,
    'a draft’s key is <round>.<box>.<name>',
  )
  .openapi({
    param: { name: 'key', in: 'path' },
    description: '<round>.<box>.<name>',
    example: '1.26-0001.form',
  })

/** Any JSON: the application's own. */
export const body = z.unknown().openapi({ type: 'object', description: 'any JSON value' })

export const put = z.object({
  version: z.number().int().min(0).openapi({ description: 'the last version seen; 0 where none' }),
  body,
})

export const draft = z
  .object({
    version: z.number().int(),
    parent: z.number().int().openapi({ description: 'the version that its author had seen' }),
    follows: z
      .boolean()
      .openapi({ description: 'false: another had come between, and this one stands beside it' }),
    body,
    kid: z.string().openapi({ description: 'the key that saved it' }),
    at: z.number().int().openapi({ description: 'UTC seconds' }),
  })
  .openapi('Draft')

export const kept = z.object({ version: z.number().int() }).openapi('KeptDraft')

export function shownDraft({ version, parent, follows, body, kid, at }: DraftRow) {
  return {
    version,
    parent,
    follows: follows === 1,
    body: JSON.parse(body) as unknown,
    kid,
    at: Math.floor(at.getTime() / 1000),
  }
}
