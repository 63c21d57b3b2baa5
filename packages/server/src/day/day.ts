import type { Election, StatementNamed } from '@countersign/election'
import { payloadOf } from '@countersign/record'
import { createRoute, z } from '@hono/zod-openapi'
import type { Database } from '../database/open.ts'
import type { App } from '../http/app.ts'
import { toBase64 } from '../http/bytes.ts'
import { needs } from '../http/needs.ts'
import { problem, problems } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import { regionsOf } from '../rounds/regions.ts'
import { noBallot, round } from '../rounds/round.ts'
import type { Counted } from './counts.ts'

const far = {
  boxes: z.number().int(),
  opened: z.number().int(),
  closed: z.number().int(),
  told: z.number().int().openapi({ description: 'boxes that have told a count, or have closed' }),
  checkIns: z.number().int().openapi({ description: 'of those boxes' }),
}

const day = z
  .object({
    round: z.number().int(),
    at: z.number().int().openapi({ description: 'up to when, in UTC seconds' }),
    released: z.boolean(),
    until: z
      .number()
      .int()
      .nullable()
      .openapi({ description: 'the last extension of the hours everywhere, UTC seconds' }),
    ...far,
    areas: z
      .array(z.object({ area: z.string(), name: z.record(z.string(), z.string()), ...far }))
      .openapi({ description: 'the highest areas' }),
    payload: z.string().nullable().openapi({
      format: 'byte',
      description: 'the `turnout` that the authority signs; null while no box told a count',
    }),
  })
  .openapi('Day')

const route = (parts: Parts) =>
  createRoute({
    method: 'get',
    path: '/day',
    operationId: 'readDay',
    tags: ['day'],
    summary: 'How far the voting day is: boxes open and closed, and check-ins by region. No vote is in it.',
    middleware: needs('readDay', parts),
    request: { query: z.object({ round, at: z.coerce.number().int().min(0).optional() }) },
    responses: {
      200: { description: 'the day', content: { 'application/json': { schema: day } } },
      ...problems,
    },
  })

export function readDay(app: App, parts: Parts): void {
  const { record, database, now } = parts
  app.openapi(route(parts), async c => {
    const { round: number, at = Math.floor(now() / 1000) } = c.req.valid('query')
    const { election } = record
    const state = election?.rounds.get(number)
    if (!election || !state) return problem(c, noBallot(number))
    const told = await toldBy(database, number, at)
    const areas = regionsOf(election).map(area => ({
      area,
      name: { ...election.areas.get(area)!.area.name } as Record<string, string>,
      ...nothing,
    }))
    const byArea = new Map(areas.map(row => [row.area, row]))
    for (const box of state.boxes.values()) {
      const region = election.areas.get(box.area)!.path.find(id => byArea.has(id))
      if (region !== undefined) add(byArea.get(region)!, box, told.get(box.id))
    }
    const until = state.extensions.findLast(({ statement }) => statement.area === undefined)?.statement.until
    return c.json(
      {
        round: number,
        at,
        released: state.released !== undefined,
        until: until ?? null,
        ...sumOf(areas),
        areas,
        payload: turnoutOf(election, number, at, areas),
      },
      200,
    )
  })
}

type Far = { boxes: number; opened: number; closed: number; told: number; checkIns: number }
const nothing: Far = { boxes: 0, opened: 0, closed: 0, told: 0, checkIns: 0 }

interface Seen {
  readonly opens: readonly unknown[]
  readonly closes: readonly { readonly statement: StatementNamed<'close-poll'> }[]
}

/** A closed box counts with the check-ins of its closing, an open one with the last count that it told. */
function add(row: Far, { opens, closes }: Seen, count: number | undefined): void {
  const closing = closes.at(-1)?.statement
  const { checkInsByComputer, checkInsOnPaper } = closing ?? {}
  const known =
    checkInsByComputer === undefined && checkInsOnPaper === undefined
      ? count
      : (checkInsByComputer ?? 0) + (checkInsOnPaper ?? 0)
  row.boxes++
  if (opens.length > 0) row.opened++
  if (closing) row.closed++
  if (known === undefined) return
  row.told++
  row.checkIns += known
}

function sumOf(rows: readonly Far[]): Far {
  const sum = { ...nothing }
  for (const row of rows) for (const name of Object.keys(sum) as (keyof Far)[]) sum[name] += row[name]
  return sum
}

/** The last count of each box up to a moment. */
async function toldBy(database: Database, number: number, at: number): Promise<ReadonlyMap<string, number>> {
  const rows = await database
    .selectFrom('check_ins')
    .select(['box', 'counts'])
    .where('round', '=', number)
    .execute()
  const told = new Map<string, number>()
  for (const { box, counts } of rows) {
    const last = (JSON.parse(counts) as Counted[]).findLast(one => one.at <= at)
    if (last) told.set(box, last.checkIns)
  }
  return told
}

function turnoutOf(
  { definitionId }: Election,
  number: number,
  at: number,
  rows: readonly ({ readonly area: string } & Far)[],
): string | null {
  const areas = rows
    .filter(({ told }) => told > 0)
    .map(({ area, checkIns, told }) => ({ area, checkIns, boxes: told }))
  if (areas.length === 0) return null
  const payload = payloadOf({ kind: 'turnout', definition: definitionId, round: number, at, areas })
  if (!payload.ok) throw new Error(payload.refusal.message)
  return toBase64(payload.value)
}
