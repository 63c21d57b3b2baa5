import { areaFindings, type Election } from '@countersign/election'
import { z } from '@hono/zod-openapi'
import { boxesUnder } from '../areas/under.ts'

/** Explanations in one answer for an area: the forms have them all. */
const most = 20

const name = z.record(z.string(), z.string())
const count = z.number().int()
const crowded = z.object({
  area: z.string(),
  name,
  taken: count,
  eligible: count,
  checkIns: count
    .nullable()
    .openapi({ description: 'by computer and on paper, as the forms there have them' }),
  explanations: z
    .array(z.object({ box: z.string().nullable(), text: z.string() }))
    .openapi({ description: 'of the forms there, and of rulings on the area' }),
})
/** The areas with more votes than eligible voters (A01), and whether without them the outcome is the same (A02). */
export const crowdedSchema = z.object({
  areas: z.array(crowded),
  outcomeWithout: z.enum(['same', 'changes']).nullable(),
})

export function crowdedOf(election: Election, number: number): z.infer<typeof crowdedSchema> {
  const found = areaFindings(election, election.rounds.get(number)!)
  const without = found.find(({ code }) => code === 'A02')?.part
  return {
    areas: found
      .filter(({ code }) => code === 'A01')
      .map(({ area, figures }) => {
        const { taken, eligible } = figures as { readonly taken: number; readonly eligible: number }
        return { ...areaNamed(election, area!), taken, eligible, ...saidIn(election, number, area!) }
      }),
    outcomeWithout: without === 'same' || without === 'changes' ? without : null,
  }
}

function areaNamed(election: Election, area: string) {
  return { area, name: { ...election.areas.get(area)!.area.name } as Record<string, string> }
}

/** What the record has to set beside the figures: who came, and what was said of it. */
function saidIn(election: Election, number: number, area: string) {
  let checkIns: number | null = 0
  const explanations: { box: string | null; text: string }[] = []
  for (const { id, judgement, forms } of boxesUnder(election, number, area)) {
    const { checkInsByComputer: computer, checkInsOnPaper: paper } = judgement.figures ?? {}
    if (judgement.figures)
      checkIns =
        checkIns === null || (computer ?? paper) === undefined
          ? null
          : checkIns + (computer ?? 0) + (paper ?? 0)
    for (const { text } of forms[0]?.statement.explanations ?? []) explanations.push({ box: id, text })
  }
  const rulings = [...election.entries.values()].flatMap(({ statement, force }) =>
    statement.kind === 'ruling' && statement.area === area && force !== undefined
      ? [{ box: null, text: statement.explanation }]
      : [],
  )
  return { checkIns, explanations: [...rulings, ...explanations].slice(0, most) }
}
