import { useEffect } from 'react'
import { database } from '../device/database.ts'
import type { Identity, Person } from '../device/identity.ts'
import { useElection } from '../shell/election.ts'
import { useIdentity, usePerson } from '../shell/me.ts'
import { useStored } from '../shell/stored.ts'
import { chosenBox, goesAround } from './choose-box.tsx'
import { fetchPack, type Pack, packOf } from './pack.ts'

/** This device's place: who holds it, the round, and the pack once it is here. */
export interface Place {
  readonly identity: Identity
  readonly person: Person
  readonly box: string
  readonly round: number
  readonly rounds: readonly number[]
  readonly pack: Pack | undefined
}

/** Undefined for a device that has no place: no key yet, or nobody at a box. */
export function usePlace(): Place | undefined {
  const identity = useIdentity()
  const person = usePerson()
  const election = useElection()
  const chosen = useStored('settings', 'round', chosenRound)
  const there = useStored('settings', 'box', chosenBox)
  const box = goesAround(person) ? there : person?.box
  const rounds = election?.rounds.map(({ number }) => number) ?? [1]
  const packed = useStored('packs', `rounds of ${box}`, () => packedRounds(box))
  // The round that the device was prepared for: a release does not take a leader away from tonight's form.
  const round = chosen ?? packed?.at(-1) ?? rounds.find(number => election?.released[number] !== true) ?? 1
  const pack = useStored('packs', `${round}.${box}`, async () =>
    box === undefined ? undefined : packOf(box, round),
  )
  if (!identity || !person || box === undefined) return undefined
  return { identity, person, box, round, rounds, pack }
}

async function chosenRound(): Promise<number | undefined> {
  return (await (await database()).get('settings', 'round')) as number | undefined
}

async function packedRounds(box: string | undefined): Promise<readonly number[]> {
  const names = await (await database()).getAllKeys('packs')
  const own = names.filter(name => name.slice(name.indexOf('.') + 1) === box)
  return own.map(name => Number.parseInt(name, 10)).sort((a, b) => a - b)
}

/** Gets the pack once a page that needs it opens, where there is a network. */
export function useFreshPack(place: Place | undefined): void {
  const box = place?.box
  const round = place?.round
  useEffect(() => {
    if (box !== undefined && round !== undefined) void fetchPack(box, round)
  }, [box, round])
}

/** What is filled in at a place: the election is named, since a device may outlive one. */
export function draftName({ pack, round, box }: Place, name: DraftName): string {
  return `${pack?.definitionId.slice(0, 8)}.${round}.${box}.${name}`
}

export type DraftName = 'open' | 'hourly' | 'close-poll' | 'form'
