import { entryShownTo, type Keyed } from '@countersign/election'
import { z } from '@hono/zod-openapi'
import type { Packet } from './store.ts'

export const packetId = z.object({
  id: z
    .string()
    .regex(/^[0-9a-f]{32}$/, 'a packet’s ID is 32 hexadecimal digits')
    .openapi({ param: { name: 'id', in: 'path' } }),
})

/** Figures by the path of their line; null where the paper has none. */
export const keyed = z
  .record(z.string().max(64), z.number().int().min(0).max(0xffff_ffff).nullable())
  .openapi({ description: 'figures by line, as `figures.votes.2`; null where the paper has none' })

export const shownPacket = z
  .object({
    id: z.string(),
    round: z.number().int(),
    box: z.string(),
    copy: z.string(),
    serial: z.string(),
    arrival: z.enum(['taken in', 'again', 'foreign', 'other serial']),
    explanation: z.string().nullable(),
    seals: z.array(z.string()),
    at: z.number().int().openapi({ description: 'UTC seconds' }),
    state: z.string().openapi({ description: 'of its double entry' }),
    fields: z.array(z.string()).optional().openapi({ description: 'the lines that are keyed again' }),
    keyed: keyed.optional().openapi({ description: 'what one has keyed oneself, so far' }),
    figures: keyed.optional().openapi({ description: 'the copy’s figures, once two have read the same' }),
  })
  .openapi('Packet')

/** A packet as one clerk may see it: never what another has keyed. */
export function shown({ entry, seals, at, ...packet }: Packet, kid: string) {
  const { id, round, box, copy, serial, arrival, explanation } = packet
  const seen = entryShownTo(entry, kid) as {
    readonly state: string
    readonly fields?: readonly string[]
    readonly keyed?: Keyed
    readonly figures?: Keyed
  }
  return {
    ...{ id, round, box, copy, serial, arrival, explanation, state: seen.state },
    seals: JSON.parse(seals) as string[],
    at: Math.floor(at.getTime() / 1000),
    ...(seen.fields && { fields: [...seen.fields] }),
    ...(seen.keyed && { keyed: { ...seen.keyed } }),
    ...(seen.figures && { figures: { ...seen.figures } }),
  }
}
