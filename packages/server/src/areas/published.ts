import type { Box, Figures } from '@countersign/election'
import { totalsWith } from '@countersign/record'
import { z } from '@hono/zod-openapi'

const byNumber = z.record(z.string(), z.number().int())
const figures = z
  .object({ votes: byNumber, invalidBy: byNumber, notTakenBy: byNumber })
  .partial()
  .catchall(z.number().int())
  .openapi({ description: 'whole numbers, as the form has them; what it does not give is absent' })

export const publishedSchema = z
  .object({
    box: z.string(),
    area: z.string(),
    state: z.string(),
    in: z
      .array(z.enum(['preliminary', 'reconciled']))
      .openapi({ description: 'the totals that its figures are in' }),
    figures: figures
      .optional()
      .openapi({ description: 'those that count, where they are others than the first form’s' }),
    forms: z.array(
      z.object({
        id: z.string(),
        entry: z.number().int(),
        figures,
        kids: z.array(z.string()).openapi({ description: 'the keys that have signed it' }),
      }),
    ),
  })
  .openapi('PublishedBox')

/** A box as a copy of its form is compared with it. */
export function publishedOf({ id, area, forms, judgement }: Readonly<Box>): z.infer<typeof publishedSchema> {
  const { state, source, figures } = judgement
  return {
    ...{ box: id, area, state },
    in: [...totalsWith(judgement)],
    ...(figures && source?.id !== forms[0]?.id && { figures: plain(figures) }),
    forms: forms.map(({ id, index, statement, signatures }) => ({
      ...{ id, entry: index, figures: plain(statement.figures) },
      kids: signatures.map(({ person }) => person.kid),
    })),
  }
}

function plain(figures: Figures): z.infer<typeof publishedSchema>['forms'][number]['figures'] {
  return figures as z.infer<typeof publishedSchema>['forms'][number]['figures']
}
