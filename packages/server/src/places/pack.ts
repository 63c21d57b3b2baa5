import { type Election, openedAt } from '@countersign/election'
import { decodeEnvelope } from '@countersign/record'
import { ok, type Result, refuse } from '@countersign/tlog'
import { createRoute, z } from '@hono/zod-openapi'
import type { App } from '../http/app.ts'
import { toBase64 } from '../http/bytes.ts'
import { needs } from '../http/needs.ts'
import { problem, problems } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import type { LiveRecord } from '../record/live-record.ts'

const bytes = z.string().openapi({ format: 'byte' })

const pack = z
  .object({
    definition: bytes.openapi({ description: 'its payload' }),
    box: z
      .object({
        id: z.string(),
        area: z.string(),
        form: z.string().optional(),
        delivered: z.number().int().optional(),
      })
      .loose(),
    areas: z
      .array(z.object({ id: z.string(), level: z.string(), name: z.record(z.string(), z.string()) }))
      .openapi({ description: 'the area of the box and those above it, nearest first' }),
    ballot: bytes.openapi({ description: 'its payload' }),
    keys: z
      .array(
        z.object({
          kid: z.string(),
          publicKey: z.string().openapi({ description: 'hex' }),
          role: z.string(),
          side: z.string(),
          card: z.string(),
          revoked: z.boolean(),
          counts: z.boolean().openapi({
            description:
              'whether its signatures of the box’s day count: also of a key revoked once the box was open, and the form is then held for a ruling',
          }),
        }),
      )
      .openapi({ description: 'of everyone who may sign for this box' }),
    released: z.boolean(),
    entries: z
      .array(z.object({ id: z.string(), kind: z.string(), index: z.number().int(), entry: bytes }))
      .openapi({ description: 'what is recorded of this box in this round already' }),
    time: z.number().int().openapi({ description: 'the server’s clock, UTC seconds' }),
  })
  .openapi('PlacePack')

const route = (parts: Parts) =>
  createRoute({
    method: 'get',
    path: '/places/{box}/pack',
    operationId: 'readPack',
    tags: ['places'],
    summary: 'What a device at a box needs, to work through the day and the night without a network.',
    middleware: needs('readPack', parts),
    request: {
      params: z.object({ box: z.string().openapi({ param: { name: 'box', in: 'path' } }) }),
      query: z.object({ round: z.coerce.number().int().min(1).default(1) }),
    },
    responses: {
      200: { description: 'the pack', content: { 'application/json': { schema: pack } } },
      ...problems,
    },
  })

export function readPack(app: App, parts: Parts): void {
  app.openapi(route(parts), async c => {
    const { box } = c.req.valid('param')
    const { person } = c.get('session')
    if (person.box !== undefined && person.box !== box)
      return problem(
        c,
        refuse('not-yours', `This key acts at box ${person.box}, not ${box}.`, { box }).refusal,
      )
    const { round } = c.req.valid('query')
    if (person.area !== undefined && !isWithin(parts.record.election!, round, box, person.area))
      return problem(
        c,
        refuse('not-yours', `This key acts in ${person.area}, where box ${box} is not.`, { box }).refusal,
      )
    const made = await packOf(parts.record, box, round)
    return made.ok
      ? c.json({ ...made.value, time: Math.floor(parts.now() / 1000) }, 200)
      : problem(c, made.refusal)
  })
}

/** Whether a box lies in an area; of a box that is not on the list, its absence is said. */
function isWithin({ rounds, areas }: Election, round: number, id: string, area: string): boolean {
  const box = rounds.get(round)?.boxes.get(id)
  return box === undefined || (areas.get(box.area)?.path.includes(area) ?? false)
}

type Pack = Omit<z.infer<typeof pack>, 'time'>

/** Refusals: `not-found`, where the round has no ballot yet or the box is not on its list. */
async function packOf(record: LiveRecord, id: string, number: number): Promise<Result<Pack>> {
  const election = record.election!
  const round = election.rounds.get(number)
  if (!round)
    return refuse('not-found', `Round ${number} has no ballot yet. Ask again when it is recorded.`, {
      round: number,
    })
  const box = round.boxes.get(id)
  if (!box) return refuse('not-found', `Box ${id} is not on the list of round ${number}.`, { box: id })
  const definition = await payloadAt(record, election.definitionId)
  const ballot = await payloadAt(record, round.ballot.id)
  const entries = await entriesOf(record, [...box.opens, ...box.closes, ...box.commits, ...box.forms])
  const { path } = election.areas.get(box.area)!
  return ok({
    definition,
    box: { ...box.listed, area: box.area },
    areas: path.flatMap(at => {
      const area = election.areas.get(at)?.area
      return area
        ? [{ id: area.id, level: area.level, name: { ...area.name } as Record<string, string> }]
        : []
    }),
    ballot,
    keys: keysFor(record, election, box, path),
    released: round.released !== undefined,
    entries,
  })
}

/** The payload, in base64, of a statement that is recorded. */
async function payloadAt(record: LiveRecord, id: string): Promise<string> {
  const entry = await record.entryAt(record.entriesOf(id)[0]!)
  const envelope = entry.ok ? decodeEnvelope(entry.value) : entry
  if (!envelope.ok) throw new Error(envelope.refusal.message)
  return toBase64(envelope.value.payload)
}

async function entriesOf(
  record: LiveRecord,
  statements: readonly { readonly id: string; readonly statement: { readonly kind: string } }[],
): Promise<Pack['entries']> {
  const entries: Pack['entries'] = []
  for (const { id, statement } of statements)
    for (const index of record.entriesOf(id)) {
      const entry = await record.entryAt(index)
      if (!entry.ok) throw new Error(entry.refusal.message)
      entries.push({ id, kind: statement.kind, index, entry: toBase64(entry.value) })
    }
  return entries
}

type Opened = Parameters<typeof openedAt>[0] & { readonly id: string }

/** Everyone whose key reaches the box and who acts at boxes. */
function keysFor(
  record: LiveRecord,
  { people }: Election,
  box: Opened,
  path: readonly string[],
): Pack['keys'] {
  const here: Pack['keys'] = []
  const opened = openedAt(box)
  for (const { kid, role, side, card, box: own, area, revoked } of people.values()) {
    const reaches = own !== undefined ? own === box.id : area !== undefined && path.includes(area)
    if (!reaches || !atTheBox.has(role)) continue
    const counts = revoked === undefined || (opened !== undefined && opened <= revoked)
    const publicKey = record.keyOf(kid)!
    here.push({ kid, publicKey, role, side, card, revoked: revoked !== undefined, counts })
  }
  return here
}

const atTheBox: ReadonlySet<string> = new Set(['leader', 'official', 'police', 'supervisor', 'agent'])
