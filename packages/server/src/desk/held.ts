import { type Box, type Election, held, heldBoxes, sayFinding, settledOf, tally } from '@countersign/election'
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

/** What the boxes that are in dispute weigh: their ballots, and what these alone could still change. */
export const weightSchema = z
  .object({ boxes: z.number().int(), ballots: z.number().int().nullable(), canChange: z.unknown() })
  .openapi({
    description: 'of quarantined, conflicting and disputed boxes; `canChange` as `settled` of a total',
  })

/** As if nothing else were outstanding: the boxes in dispute are taken out, and any ballot of theirs is anybody's. */
export function heldWeight(election: Election, number: number): z.infer<typeof weightSchema> {
  const boxes = [...heldBoxes(election, number)].flatMap(([state, of]) => (state === 'missing' ? [] : of))
  const ballots = boxes.map(ballotsOf).reduce(sumOf, 0)
  const { candidates, ...rest } = tally(election, { round: number, total: 'undisputed' }).rounds[0]!
  const { rule } = election.rounds.get(number)!
  const standings = Object.entries(candidates).map(([candidate, votes]) => ({ candidate, votes }))
  return { boxes: boxes.length, ballots, canChange: settledOf(rule, standings, rest[rule.of], ballots) }
}

/** A box can hold what was delivered to it; null where that is not known. */
function ballotsOf({ listed, supplied }: Readonly<Box>): number | null {
  return listed.delivered === undefined ? null : listed.delivered + supplied
}

function sumOf(sum: number | null, ballots: number | null): number | null {
  return sum === null || ballots === null ? null : sum + ballots
}

export function heldOf(election: Election, number: number): z.infer<typeof heldSchema> {
  const boxes = heldBoxes(election, number)
  return Object.fromEntries(
    held.map(state => {
      const of = boxes.get(state)!
      return [state, { boxes: of.length, first: of.slice(0, boxesInList).map(shownBox) }]
    }),
  )
}

function shownBox(box: Readonly<Box>): z.infer<typeof heldBox> {
  const { id, area, judgement } = box
  return {
    ...{ box: id, area, ballots: judgement.figures?.taken ?? ballotsOf(box) },
    findings: judgement.findings
      .filter(({ severity }) => severity !== 'informs')
      .map(finding => ({
        code: finding.code,
        en: sayFinding(finding, 'en'),
        fa: sayFinding(finding, 'fa'),
      })),
  }
}
