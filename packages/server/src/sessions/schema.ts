import { z } from '@hono/zod-openapi'

export const kid = z
  .string()
  .regex(/^[0-9a-f]{16}$/, 'a key’s ID is 16 hexadecimal digits')
  .openapi({ description: 'the key’s ID: the first 8 bytes of the SHA-256 of its 32, in hex' })

export const session = z
  .object({
    person: z.object({
      kid: z.string(),
      role: z.string().openapi({ description: 'as on the record; `founder` until there is a definition' }),
      side: z.string(),
      card: z.string(),
      box: z.string().optional(),
      area: z.string().optional(),
    }),
    expires: z.number().int().openapi({ description: 'UTC seconds' }),
  })
  .openapi('Session')
