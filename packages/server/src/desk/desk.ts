import { type Election, type RoundTally, tally } from '@countersign/election'
import { createRoute, z } from '@hono/zod-openapi'
import type { App } from '../http/app.ts'
import { needs } from '../http/needs.ts'
import { problem, problems } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import { perVersion } from '../record/per-version.ts'
import { regionsOf } from '../rounds/regions.ts'
import { noBallot, round } from '../rounds/round.ts'
import { crowdedOf, crowdedSchema } from './crowded.ts'
import { heldOf, heldSchema, heldWeight, weightSchema } from './held.ts'

const count = z.number().int().nullable()
const total = z.object({
  total: z.string(),
  taken: count,
  valid: count,
  invalid: count,
  issued: count,
  eligible: count,
  candidates: z.record(z.string(), z.number().int()),
  outcome: z.unknown(),
  asItStands: z.unknown().openapi({ description: 'the outcome if nothing were outstanding' }),
  settled: z.unknown().openapi({ description: 'what the ballots outside this total can still change' }),
  boxes: z.record(z.string(), z.number().int()),
})

const named = z.object({ area: z.string(), name: z.record(z.string(), z.string()) })

const desk = z
  .object({
    round: z.number().int(),
    treeSize: z.number().int(),
    preliminary: total,
    reconciled: total,
    held: heldSchema,
    weight: weightSchema,
    names: z
      .record(z.string(), z.record(z.string(), z.string()))
      .openapi({ description: 'the candidates’ names, by ID' }),
    whole: z.string().openapi({ description: 'the area that is everything' }),
    crowded: crowdedSchema,
    path: z
      .array(named)
      .openapi({ description: 'of an area: itself and those that it lies in, the highest first' }),
    areas: z.array(
      named.extend({
        boxes: z.record(z.string(), z.number().int()),
        taken: count,
        reconciled: count,
      }),
    ),
  })
  .openapi('Desk')

const route = (parts: Parts) =>
  createRoute({
    method: 'get',
    path: '/desk',
    operationId: 'readDesk',
    tags: ['desk'],
    summary: 'A round as the national desk sees it: both totals, what is outstanding, what is held and why.',
    middleware: needs('readDesk', parts),
    request: {
      query: z.object({
        round,
        area: z
          .string()
          .max(32)
          .optional()
          .openapi({ description: 'whose areas are listed; the top if absent' }),
      }),
    },
    responses: {
      200: { description: 'the round', content: { 'application/json': { schema: desk } } },
      ...problems,
    },
  })

export function readDesk(app: App, parts: Parts): void {
  const once = perVersion<z.infer<typeof desk>>()
  app.openapi(route(parts), c => {
    const { round: number, area } = c.req.valid('query')
    const election = parts.record.election
    if (!election?.rounds.has(number)) return problem(c, noBallot(number))
    const answer = once(election, JSON.stringify([number, area]), () => deskOf(election, number, area))
    return c.json(answer, 200)
  })
}

function deskOf(election: Election, number: number, area: string | undefined): z.infer<typeof desk> {
  const of = (total: 'preliminary' | 'reconciled') =>
    shownTotal(tally(election, { round: number, total }).rounds[0]!)
  return {
    round: number,
    treeSize: election.size,
    preliminary: of('preliminary'),
    reconciled: of('reconciled'),
    held: heldOf(election, number),
    weight: heldWeight(election, number),
    names: namesOf(election, number),
    whole: topOf(election),
    crowded: crowdedOf(election, number),
    path: pathTo(election, area),
    areas: childrenOf(election, area).map(id => areaOf(election, number, id)),
  }
}

function shownTotal(round: RoundTally): z.infer<typeof total> {
  const { total: name, taken, valid, invalid, issued, eligible, outcome, asItStands, settled } = round
  return {
    ...{ total: name, taken, valid, invalid, issued, eligible, outcome, asItStands, settled },
    candidates: { ...round.candidates },
    boxes: { ...round.boxes },
  }
}

function namesOf({ rounds }: Election, number: number): z.infer<typeof desk>['names'] {
  const { candidates } = rounds.get(number)!.ballot.statement
  return Object.fromEntries(candidates.map(({ id, name }) => [id, { ...name } as Record<string, string>]))
}

function topOf({ areas }: Election): string {
  return [...areas.values()].find(node => node.area.parent === undefined)?.area.id ?? ''
}

function childrenOf(election: Election, area: string | undefined): readonly string[] {
  return area === undefined ? regionsOf(election) : (election.areas.get(area)?.children ?? [])
}

/** The highest area is everything, and stands on no way down. */
function pathTo(election: Election, area: string | undefined): z.infer<typeof named>[] {
  const path = area === undefined ? [] : (election.areas.get(area)?.path ?? [])
  return path
    .filter(id => election.areas.get(id)?.area.parent !== undefined)
    .map(id => nameOf(election, id))
    .reverse()
}

function nameOf({ areas }: Election, area: string): z.infer<typeof named> {
  return { area, name: { ...areas.get(area)!.area.name } as Record<string, string> }
}

function areaOf(election: Election, round: number, area: string): z.infer<typeof desk>['areas'][number] {
  const preliminary = tally(election, { area, round }).rounds[0]!
  const reconciled = tally(election, { area, round, total: 'reconciled' }).rounds[0]!
  return {
    ...nameOf(election, area),
    boxes: { ...preliminary.boxes },
    taken: preliminary.taken,
    reconciled: reconciled.taken,
  }
}
