import { z } from '@hono/zod-openapi'

export const digestParam = z.object({
  digest: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'a file’s digest is 64 hexadecimal digits')
    .openapi({ param: { name: 'digest', in: 'path' } }),
})
