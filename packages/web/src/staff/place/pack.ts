import type { Ballot, Definition, ListedBox } from '@countersign/election'
import { statementId } from '@countersign/record'
import { fromBase64 } from '../device/base64.ts'
import { changed, database } from '../device/database.ts'
import { statementIn } from '../device/entry.ts'
import type { Person } from '../device/identity.ts'
import { type Answer, answered, type PlacePack, server } from '../shell/api.ts'

/** Somebody who may sign at the box. */
export interface Signer extends Person {
  /** 32 bytes, hex. */
  readonly publicKey: string
  /** What it signs still counts, and holds the form for a ruling. */
  readonly revoked: boolean
}

/** A pack, its payloads read. */
export interface Pack extends Pick<PlacePack, 'areas' | 'released'> {
  readonly box: ListedBox
  readonly keys: readonly Signer[]
  readonly definition: Definition
  readonly definitionId: string
  readonly ballot: Ballot
  readonly round: number
  /** The kinds of statements of the box that are on the record already, from whichever device. */
  readonly recorded: ReadonlySet<string>
  /** Milliseconds: when the device got it. */
  readonly at: number
}

/** Gets the pack and keeps it on the device, where it stays when the network goes. */
export async function fetchPack(box: string, round: number): Promise<Answer<unknown>> {
  const answer = await answered(
    server.GET('/places/{box}/pack', { params: { path: { box }, query: { round } } }),
  )
  if (!answer.ok) return answer
  await (await database()).put('packs', { name: nameOf(box, round), at: Date.now(), pack: answer.value })
  changed('packs')
  return answer
}

/** The pack as the device has it; undefined where it was never fetched. */
export async function packOf(box: string, round: number): Promise<Pack | undefined> {
  const kept = await (await database()).get('packs', nameOf(box, round))
  return kept && read(kept.pack as PlacePack, round, kept.at)
}

function read(sent: PlacePack, round: number, at: number): Pack | undefined {
  const payload = fromBase64(sent.definition)
  const definition = payload && statementIn(payload)
  const ballot = statementIn(fromBase64(sent.ballot) ?? new Uint8Array())
  if (!payload || definition?.kind !== 'definition' || ballot?.kind !== 'ballot') return undefined
  const { box, areas, keys, released, entries } = sent
  return {
    box,
    areas,
    keys: keys.filter(({ counts }) => counts),
    released,
    definition,
    definitionId: statementId(payload),
    ballot,
    round,
    recorded: new Set(entries.map(({ kind }) => kind)),
    at,
  }
}

function nameOf(box: string, round: number): string {
  return `${round}.${box}`
}
