import { z } from '@hono/zod-openapi'

const identifier = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/, 'not an identifier: letters, digits, “.”, “_” and “-”')

/** Whom a side invites: a role, a card number, and where. */
export const invited = z
  .object({
    role: z.string(),
    card: identifier,
    box: identifier.optional(),
    area: identifier.optional(),
    nameHash: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional()
      .openapi({
        description: 'salted hash of the person’s name, made on the inviter’s device; no name is sent',
      }),
  })
  .openapi('Invited')

export const invitation = z
  .object({
    id: z.string(),
    role: z.string(),
    card: z.string(),
    box: z.string().optional(),
    area: z.string().optional(),
    state: z.enum(['open', 'answered', 'enrolled', 'withdrawn']),
    kid: z.string().optional().openapi({ description: 'the key that answered' }),
    keyKind: z.string().optional(),
    created: z.number().int(),
    answered: z.number().int().optional(),
  })
  .openapi('Invitation')

export const code = z
  .string()
  .max(64)
  .openapi({ param: { name: 'code', in: 'path' } })
