import { type Box, type Election, held, heldBoxes, sayFinding } from '@countersign/election'
import { z } from '@hono/zod-openapi'

/** Boxes in one answer of a list: more are asked for. */
const boxesInList = 100

const heldBox = z.object({
  box: z.string(),
  area: z.string(),
  ballots: z.number().int().nullable(),
  findings: z.array(z.object({ code: z.string(), en: z.string(), fa: z.string() })),
})
/** The boxes of each state that wait for people: how many, and the first of them with the reasons. */
export const heldSchema = z.record(z.string(), z.object({ boxes: z.number().int(), first: z.array(heldBox) }))

export function heldOf(election: Election, number: number): z.infer<typeof heldSchema> {
  const boxes = heldBoxes(election, number)
  return Object.fromEntries(
    held.map(state => {
      const of = boxes.get(state)!
      return [state, { boxes: of.length, first: of.slice(0, boxesInList).map(shownBox) }]
    }),
  )
}

function shownBox({ id, area, listed, supplied, judgement }: Readonly<Box>): z.infer<typeof heldBox> {
  const delivered = listed.delivered === undefined ? null : listed.delivered + supplied
  return {
    ...{ box: id, area, ballots: judgement.figures?.taken ?? delivered },
    findings: judgement.findings
      .filter(({ severity }) => severity !== 'informs')
      .map(finding => ({
        code: finding.code,
        en: sayFinding(finding, 'en'),
        fa: sayFinding(finding, 'fa'),
      })),
  }
}
