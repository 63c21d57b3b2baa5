import { type PersonRole, type Refusal, toHex } from '@countersign/election'
import { nameHashOf } from '@countersign/publication/setup'
import { useQuery } from '@tanstack/react-query'
import { changed, database, durable } from '../device/database.ts'
import { type Answer, ask } from '../shell/api.ts'
import { queries, useStored } from '../shell/stored.ts'

/** Whom a side invites. The name is for the printed card alone and stays on this device. */
export interface ToInvite {
  readonly role: PersonRole
  readonly card: string
  readonly box?: string
  readonly area?: string
  readonly name?: string
}

/** An invitation as its side sees it. */
export interface Invitation {
  readonly id: string
  readonly role: string
  readonly card: string
  readonly box?: string
  readonly area?: string
  readonly state: 'open' | 'answered' | 'enrolled' | 'withdrawn'
  readonly kid?: string
  readonly keyKind?: string
  readonly created: number
  readonly answered?: number
}

/** A card to print: the link is shown once by the server, and kept here until it is forgotten by hand. */
export interface Card extends ToInvite {
  readonly id: string
  readonly url: string
  readonly code: string
  /** In hexadecimal; with the name it gives the hash that the record has. */
  readonly salt?: string
  /** Milliseconds. */
  readonly made: number
}

/** Invitations of one's own side. */
export function useInvitations(): Answer<readonly Invitation[]> | undefined {
  const { data } = useQuery({
    queryKey: ['invitations'],
    queryFn: () => ask<readonly Invitation[]>('GET', 'invitations'),
    refetchInterval: 5_000,
  })
  return data
}

/** As many as the server takes at once. */
const atOnce = 5_000

/** Invites people, and keeps their cards on this device before anything else can happen. */
export async function invite(people: readonly ToInvite[]): Promise<Refusal | undefined> {
  for (let at = 0; at < people.length; at += atOnce) {
    const salted = people.slice(at, at + atOnce).map(saltName)
    const answer = await ask<readonly { readonly id: string; readonly url: string; readonly code: string }[]>(
      'POST',
      'invitations',
      salted.map(({ name: _, salt: __, made: ___, ...one }) => one),
    )
    if (!answer.ok) return answer.refusal
    await keepCards(
      salted.map(({ nameHash: _, ...one }, i) => {
        const { id, url, code } = answer.value[i]!
        return { ...one, id, url, code }
      }),
    )
  }
  await queries.invalidateQueries({ queryKey: ['invitations'] })
  return undefined
}

type Salted = ToInvite & { readonly salt?: string; readonly nameHash?: string; readonly made: number }

function saltName(person: ToInvite): Salted {
  const made = Date.now()
  if (person.name === undefined) return { ...person, made }
  const salt = crypto.getRandomValues(new Uint8Array(16))
  return { ...person, made, salt: toHex(salt), nameHash: nameHashOf(person.name, salt) }
}

/** Takes an invitation back. */
export async function withdraw(id: string): Promise<Refusal | undefined> {
  const answer = await ask('DELETE', `invitations/${id}`)
  await queries.invalidateQueries({ queryKey: ['invitations'] })
  return answer.ok ? undefined : answer.refusal
}

/** The cards that are kept on this device, the newest first. */
export function useCards(): readonly Card[] | undefined {
  return useStored('settings', 'cards', cards)
}

async function cards(): Promise<readonly Card[]> {
  const kept = (await (await database()).get('settings', 'cards')) as readonly Card[] | undefined
  return [...(kept ?? [])].reverse()
}

async function keepCards(fresh: readonly Card[]): Promise<void> {
  const writing = (await database()).transaction('settings', 'readwrite', durable)
  const kept = ((await writing.store.get('cards')) as readonly Card[] | undefined) ?? []
  await writing.store.put([...kept, ...fresh], 'cards')
  await writing.done
  changed('settings')
}

/** Forgets the cards: their codes and names are then nowhere but on paper and in the table that was saved. */
export async function forgetCards(): Promise<void> {
  await (await database()).delete('settings', 'cards')
  changed('settings')
}

/** Cards as a table, with what is needed to show later whose key it was. */
export function cardTable(all: readonly Card[]): string {
  const columns = ['card', 'role', 'box', 'area', 'name', 'salt', 'url'] as const
  const cell = (value = '') => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)
  return [columns.join(','), ...all.map(card => columns.map(column => cell(card[column])).join(','))].join(
    '\n',
  )
}
