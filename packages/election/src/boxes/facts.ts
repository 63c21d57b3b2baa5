import type { Building, Entry, RoundState } from '../election.ts'
import type { WhyNot } from '../reasons.ts'
import type { Form } from '../statements/form.ts'
import type { Merge } from '../statements/merge.ts'
import type { Statement } from '../statements/statement.ts'
import type { Supply } from '../statements/supply.ts'
import type { Transcript } from '../statements/transcript.ts'
import type { Box } from './box.ts'
import { isCentres } from './centre.ts'
import { rejudge } from './settle.ts'

/** A statement about one box. */
type OfBox = Extract<Statement, { readonly box: string }>
/** The lists of a box's statements, by what they hold. */
type Shelf = {
  [K in Exclude<keyof Box, 'merged'>]: Box[K] extends Entry<infer S>[] ? (S extends OfBox ? K : never) : never
}[Exclude<keyof Box, 'merged'>]

/** An effect that puts the statement on the box and judges the box anew. Why not: see `withBox`. */
export function onBox(
  shelf: Shelf,
): (building: Building, entry: Entry<OfBox>, index: number) => WhyNot | undefined {
  return (building, entry, index) =>
    withBox(building, entry, (round, box) => {
      entry.force = index
      rejudge(building, round, box, () => (box[shelf] as Entry[]).push(entry))
    })
}

/**
 * The box that a statement is about, on the list of its round. Why not: `not-live`, `no-ballot`, `B13` (not on
 * the list: kept, shown, and given force if the box comes onto it).
 */
export function withBox(
  building: Building,
  entry: Entry<OfBox>,
  then: (round: RoundState, box: Box) => WhyNot | undefined,
): WhyNot | undefined {
  const { round: number, box: id } = entry.statement
  if (building.definition.mode !== 'live') return 'not-live'
  const round = building.rounds.get(number)
  if (!round) return 'no-ballot'
  const box = round.boxes.get(id)
  if (box) return then(round, box) ?? undefined
  const key = extraKey(number, id)
  const waiting = building.extras.get(key) ?? []
  if (!waiting.includes(entry)) building.extras.set(key, [...waiting, entry])
  return 'B13'
}

/** What is stated of a box that is not on the list of its round: visible, without force (B13). */
export function statedOutside(
  { extras }: { readonly extras: ReadonlyMap<string, readonly Pick<Entry, 'id' | 'index'>[]> },
  round: number,
  box: string,
): readonly Pick<Entry, 'id' | 'index'>[] {
  return extras.get(extraKey(round, box)) ?? []
}

/** Where the statements wait that are about a box which is not on the round's list. */
export function extraKey(round: number, box: string): string {
  return `${round} ${box}`
}

/** A form. Its serial may be on another box's form too, which then is judged anew. */
export function takeForm(building: Building, entry: Entry<Form>, index: number): WhyNot | undefined {
  return withBox(building, entry, (round, box) => {
    entry.force = index
    const { serial } = entry.statement
    const boxes = round.serials.get(serial) ?? new Map<string, number>()
    round.serials.set(serial, boxes)
    if (!boxes.has(box.id)) boxes.set(box.id, index)
    rejudge(building, round, box, () => box.forms.push(entry))
    for (const other of boxes.keys()) if (other !== box.id) rejudge(building, round, round.boxes.get(other)!)
    remember(building, entry, box)
  })
}

/** Keeps who signed which form, so that a revocation finds its boxes. */
export function remember({ signed }: Building, { signatures }: Entry, box: Box): void {
  for (const { person } of signatures) signed.set(person, (signed.get(person) ?? new Set()).add(box))
}

/** A witness's copy comes too late once complaints are closed. Why not: `filing-closed`. */
export function takeTranscript(
  building: Building,
  entry: Entry<Transcript>,
  index: number,
): WhyNot | undefined {
  return withBox(building, entry, (round, box) => {
    if (!isCentres(entry) && filingClosed(building, round.number)) return 'filing-closed'
    entry.force = index
    rejudge(building, round, box, () => box.transcripts.push(entry))
  })
}

/** Whether complaints and witnesses' copies come too late, by the operator's clock. */
export function filingClosed({ dates, time }: Building, round: number): boolean {
  const closes = dates.get(round)?.get('complaints')
  return closes !== undefined && time > closes
}

/** Ballots delivered later. Why not: see `withBox`. */
export function takeSupply(building: Building, entry: Entry<Supply>, index: number): WhyNot | undefined {
  return withBox(building, entry, (round, box) => {
    entry.force = index
    rejudge(building, round, box, () => {
      box.supplied += entry.statement.ballots
      box.additions.push(entry)
    })
  })
}

/** Why not: `merging-not-allowed`, `no-such-box`, `other-area`, `already-counted`. */
export function mergeBoxes(building: Building, entry: Entry<Merge>, index: number): WhyNot | undefined {
  if (building.definition.merging !== 'allowed') return 'merging-not-allowed'
  return withBox(building, entry, (round, target) => {
    const merged = entry.statement.merged.map(id => round.boxes.get(id))
    if ([target, ...merged].some(box => box === undefined || box.merged !== undefined)) return 'no-such-box'
    if (merged.some(box => box!.area !== target.area)) return 'other-area'
    if ([target, ...merged].some(box => box!.forms.length > 0)) return 'already-counted'
    entry.force = index
    target.additions.push(entry)
    for (const box of merged)
      rejudge(building, round, box!, () => {
        box!.merged = index
        box!.additions.push(entry)
      })
    return undefined
  })
}
