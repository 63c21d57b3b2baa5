import { refuse } from '@countersign/tlog'
import { z } from '@hono/zod-openapi'

/** The round that is asked about; the first where none is named. */
export const round = z.coerce.number().int().min(1).default(1)

export function noBallot(round: number) {
  return refuse('not-found', `Round ${round} has no ballot yet. Ask again when it is recorded.`, { round })
    .refusal
}
