import { type DoubleEntry, type Election, isDone, type Keying } from '@countersign/election'
import { createRoute, z } from '@hono/zod-openapi'
import type { Database } from '../database/open.ts'
import type { App } from '../http/app.ts'
import { needs } from '../http/needs.ts'
import { problem, problems } from '../http/problem.ts'
import type { Parts } from '../parts.ts'
import { ownPacket } from './centre.ts'
import { keyed, packetId } from './schema.ts'
import { type Packet, packetById } from './store.ts'

const signer = z
  .object({ role: z.string(), side: z.string(), card: z.string() })
  .openapi('ByCard', { description: 'a person, by card and role; no name is known here' })

const happened = z
  .object({
    at: z.number().int().nullable().openapi({
      description: 'UTC seconds, by the centre’s clock or as the statement claims; null where neither tells',
    }),
    what: z.string().openapi({
      description:
        'taken in, begin, finish, giveUp, settle; or the kind of a statement that is recorded of it',
    }),
    state: z.string().nullable().openapi({ description: 'the state of its double entry afterwards' }),
    by: z.array(signer),
    entry: z.number().int().nullable().openapi({ description: 'of the record' }),
  })
  .openapi('PacketEvent')

const reading = z.object({ by: signer, figures: keyed }).openapi('PacketReading')

const history = z
  .object({
    box: z.string(),
    copy: z.string(),
    explanation: z.string().nullable(),
    seals: z.array(z.string()),
    events: z.array(happened),
    readings: z.array(reading).openapi({
      description: 'what each person read, in their order; none before the reading is over',
    }),
  })
  .openapi('PacketHistory')

const route = (parts: Parts) =>
  createRoute({
    method: 'get',
    path: '/centres/packets/{id}/history',
    operationId: 'readPacketHistory',
    tags: ['centres'],
    summary:
      'Everything that happened to a packet, in order and by whom; what was read, once reading is over.',
    middleware: needs('readPacketHistory', parts),
    request: { params: packetId },
    responses: {
      200: { description: 'its history', content: { 'application/json': { schema: history } } },
      ...problems,
    },
  })

export function readPacketHistory(app: App, parts: Parts): void {
  app.openapi(route(parts), async c => {
    const own = ownPacket(c.get('session').person, await packetById(parts.database, c.req.valid('param').id))
    if (!own.ok) return problem(c, own.refusal)
    const packet = own.value
    const election = parts.record.election!
    const { box, copy, explanation, seals } = packet
    return c.json(
      {
        ...{ box, copy, explanation, seals: JSON.parse(seals) as string[] },
        events: [
          ...(await atTheCentre(parts.database, election, packet)),
          ...onRecord(election, packet),
        ].sort((a, b) => (a.at ?? later) - (b.at ?? later)),
        readings: readingsOf(election, packet.entry),
      },
      200,
    )
  })
}

/** What no clock has told comes last, in the order of the record. */
const later = Number.MAX_SAFE_INTEGER

type Event = z.infer<typeof happened>
type By = z.infer<typeof signer>

/** What was done here, by this centre's clock. Figures that are keyed are no step of their own: the end of them is. */
async function atTheCentre(database: Database, election: Election, packet: Packet): Promise<Event[]> {
  const steps = await database
    .selectFrom('keyings')
    .select(['step', 'by', 'at', 'entry'])
    .where('packet', '=', packet.id)
    .where('step', '!=', 'key')
    .orderBy('version')
    .execute()
  const event = (what: string, kid: string, at: Date, state: string | null): Event => ({
    ...{ what, state, by: [byKey(election, kid)], entry: null },
    at: Math.floor(at.getTime() / 1000),
  })
  return [
    event(packet.arrival, packet.by, packet.at, null),
    ...steps.map(({ step, by, at, entry }) => event(step, by, at, (JSON.parse(entry) as DoubleEntry).state)),
  ]
}

/** What the record has of this copy: its handovers, its photographs, its transcripts. */
function onRecord(election: Election, { round, box: id, copy }: Packet): Event[] {
  const box = election.rounds.get(round)?.boxes.get(id)
  if (!box) return []
  const about = [
    ...box.custody.filter(({ statement }) => statement.packet === copy),
    ...box.attachments.filter(({ statement }) => statement.copy === copy),
    ...box.transcripts.filter(({ statement }) => statement.copy === copy),
  ]
  return about
    .sort((a, b) => a.index - b.index)
    .map(({ index, statement, signatures }) => ({
      // A handover says itself when it was.
      ...{ at: (statement.kind === 'custody' ? statement.at : undefined) ?? null },
      ...{ what: statement.kind, state: null, entry: index },
      by: signatures.map(({ person: { role, side, card } }) => ({ role, side, card })),
    }))
}

function readingsOf(election: Election, entry: DoubleEntry): { by: By; figures: Keying['figures'] }[] {
  if (!isDone(entry)) return []
  const keyings = [
    entry.first,
    entry.second,
    ...('third' in entry ? [entry.third] : []),
    ...('supervisor' in entry && entry.supervisor ? [entry.supervisor] : []),
  ]
  return keyings.map(({ clerk, figures }) => ({ by: byPerson(election, clerk), figures: { ...figures } }))
}

function byKey({ people }: Election, kid: string): By {
  const { role = '', side = '', card = '' } = people.get(kid) ?? {}
  return { role, side, card }
}

/** The clerk of a keying is known by side and card: see `personId`. */
function byPerson({ people }: Election, clerk: string): By {
  for (const { role, side, card } of people.values())
    if (`${side} ${card}` === clerk) return { role, side, card }
  return { role: '', side: '', card: clerk }
}
