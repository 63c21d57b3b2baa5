import {
  beginEntry,
  type DoubleEntry,
  finishEntry,
  giveUpEntry,
  type Keyed,
  keyEntry,
  settleEntry,
} from '@countersign/election'
import { type Result, refuse } from '@countersign/tlog'
import { createRoute, z } from '@hono/zod-openapi'
import type { App } from '../http/app.ts'
import { atMost, needs } from '../http/needs.ts'
import { problem, problems } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import { round } from '../rounds/round.ts'
import type { SessionPerson } from '../sessions/person.ts'
import { centreOf, ownPacket } from './centre.ts'
import { keyedLines } from './lines.ts'
import { personId } from './person-id.ts'
import { keyed, packetId, shown, shownPacket } from './schema.ts'
import { type Packet, packetById, packetsAtOnce, packetsToKey, stepOn } from './store.ts'

const entryStep = z
  .object({
    step: z.enum(['begin', 'key', 'finish', 'giveUp', 'settle']),
    figures: keyed.default({}),
  })
  .openapi('EntryStep')

const route = (parts: Parts) =>
  createRoute({
    method: 'post',
    path: '/centres/packets/{id}/steps',
    operationId: 'stepPacket',
    tags: ['centres'],
    summary: 'Take a step of a packet’s double entry (docs/double-entry.md).',
    middleware: [needs('stepPacket', parts), atMost(parts.limits.json)] as const,
    request: {
      params: packetId,
      body: { required: true, content: { 'application/json': { schema: entryStep } } },
    },
    responses: {
      200: { description: 'taken', content: { 'application/json': { schema: shownPacket } } },
      ...problems,
    },
  })

export function stepPacket(app: App, parts: Parts): void {
  app.openapi(route(parts), async c => {
    const { person } = c.get('session')
    const packet = ownPacket(person, await packetById(parts.database, c.req.valid('param').id))
    if (!packet.ok) return problem(c, packet.refusal)
    const { step, figures } = c.req.valid('json')
    const taken = await taking(parts, packet.value, person, step, figures)
    return taken.ok ? c.json(shown(taken.value, personId(person)), 200) : problem(c, taken.refusal)
  })
}

async function taking(
  parts: Parts,
  { id, round }: Packet,
  person: SessionPerson,
  step: z.infer<typeof entryStep>['step'],
  figures: Keyed,
): Promise<Result<Packet>> {
  const lines = keyedLines(parts.record.election!, round).map(({ path }) => path)
  const strange = Object.keys(figures).find(path => !lines.includes(path))
  if (strange !== undefined)
    return refuse('no-such-line', `The form of round ${round} has no line ${strange}.`, { line: strange })
  const by = personId(person)
  const steps: Readonly<Record<string, (entry: DoubleEntry) => Result<DoubleEntry>>> = {
    begin: entry => said(beginEntry(entry, by)),
    key: entry => said(keyEntry(entry, by, figures)),
    finish: entry => said(finishEntry(entry, by, lines)),
    // The head lays back what somebody has left: nobody's absence holds a box up.
    giveUp: entry => said(giveUpEntry(entry, person.role === 'centreHead' ? (holderOf(entry) ?? by) : by)),
    settle: entry =>
      person.role === 'centreHead'
        ? said(settleEntry(entry, by, figures))
        : refuse(
            'not-your-role',
            'Three people have read three figures: the head of the centre reads the paper.',
          ),
  }
  const taken = await stepOn(parts.database, id, steps[step]!, {
    step,
    by: person.kid,
    at: new Date(parts.now()),
  })
  return taken ?? refuse('not-found', 'There is no such packet at this centre.')
}

/** A refusal of the domain, as the server's own. */
function said<T>(
  result:
    | { readonly ok: true; readonly value: T }
    | { readonly ok: false; readonly refusal: { code: string; message: string; where?: string } },
): Result<T> {
  if (result.ok) return result
  const { code, message, where } = result.refusal
  return refuse(code, message, where === undefined ? undefined : { line: where })
}

const next = (parts: Parts) =>
  createRoute({
    method: 'post',
    path: '/centres/next',
    operationId: 'takeNextPacket',
    tags: ['centres'],
    summary: 'Take up the packet that waits longest for someone like you; 404 where none does.',
    middleware: needs('takeNextPacket', parts),
    request: { query: z.object({ round }) },
    responses: {
      200: { description: 'taken up', content: { 'application/json': { schema: shownPacket } } },
      ...problems,
    },
  })

export function takeNextPacket(app: App, parts: Parts): void {
  app.openapi(next(parts), async c => {
    const { person } = c.get('session')
    const area = centreOf(person)
    if (!area.ok) return problem(c, area.refusal)
    const by = personId(person)
    const { round } = c.req.valid('query')
    for await (const packet of waiting(parts, round, area.value)) {
      if (holderOf(packet.entry) === by) return c.json(shown(packet, by), 200)
      if (!beginEntry(packet.entry, by).ok) continue
      const taken = await stepOn(parts.database, packet.id, entry => said(beginEntry(entry, by)), {
        ...{ step: 'begin', by: person.kid, at: new Date(parts.now()) },
      })
      if (taken?.ok) return c.json(shown(taken.value, by), 200)
    }
    return problem(
      c,
      refuse('not-found', 'No packet waits for you. Scan one in, or wait for a colleague to finish.').refusal,
    )
  })
}

const count = (parts: Parts) =>
  createRoute({
    method: 'get',
    path: '/centres/next',
    operationId: 'readWaiting',
    tags: ['centres'],
    summary: 'Whether a packet waits for someone like you. None is taken up by asking.',
    middleware: needs('readWaiting', parts),
    request: { query: z.object({ round }) },
    responses: {
      200: {
        description: 'whether one waits',
        content: { 'application/json': { schema: z.object({ waits: z.boolean() }).openapi('PacketWaits') } },
      },
      ...problems,
    },
  })

export function readWaiting(app: App, parts: Parts): void {
  app.openapi(count(parts), async c => {
    const { person } = c.get('session')
    const area = centreOf(person)
    if (!area.ok) return problem(c, area.refusal)
    const by = personId(person)
    for await (const { entry } of waiting(parts, c.req.valid('query').round, area.value))
      if (holderOf(entry) === by || beginEntry(entry, by).ok) return c.json({ waits: true }, 200)
    return c.json({ waits: false }, 200)
  })
}

/** What people have before them; then what is furthest on its way: what differs, what one has keyed, what nobody has. */
const order = [
  ['firstInProgress', 'secondInProgress', 'thirdInProgress'],
  ['differing'],
  ['firstDone'],
  ['empty'],
] as const

/** A centre's packets in the order in which they are taken up, a few at a time. */
async function* waiting({ database }: Parts, round: number, area: string): AsyncGenerator<Packet> {
  for (const states of order)
    for (let from = 0; ; from += packetsAtOnce) {
      const some = await packetsToKey(database, { round, area, states, from })
      yield* some
      if (some.length < packetsAtOnce) break
    }
}

/** Who has this copy before them: after a lost connection they go on with it. */
function holderOf(entry: DoubleEntry): string | undefined {
  if (entry.state === 'firstInProgress') return entry.first.clerk
  if (entry.state === 'secondInProgress') return entry.second.clerk
  return entry.state === 'thirdInProgress' ? entry.third.clerk : undefined
}
