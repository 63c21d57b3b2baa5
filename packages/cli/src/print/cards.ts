import { readFileSync } from 'node:fs'
import { roleWords } from '@countersign/election'
import { type Card, type Place, type SeedCard, whereIs } from '@countersign/paper'
import { readSeed } from '@countersign/record'
import { ok, type Result, refuse } from '@countersign/tlog'
import { readSeedTable } from '../new/seeds.ts'

interface Made {
  readonly url: string
  readonly code: string
  readonly role: Card['role']
  readonly card: string
  readonly box?: string
}

/**
 * The cards of the invitations in a file: what the server answered when they were made, as JSON. Their codes are kept
 * nowhere else. Refusals: `unreadable`, `not-invitations`.
 */
export function cardsIn(
  path: string,
  { side, places }: { readonly side: string; readonly places: readonly Place[] },
  language: 'en' | 'fa',
): Result<readonly Card[]> {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    return refuse('unreadable', `${path}: ${(error as Error).message}`)
  }
  if (!Array.isArray(json) || !json.every(isMade))
    return refuse('not-invitations', `${path} is not the list that POST /invitations answered.`)
  const known = new Map(places.map(place => [place.box, place]))
  return ok(
    json.map(({ url, code, role, card, box }) => ({
      link: url,
      code,
      role,
      side,
      card,
      ...(box !== undefined && { where: whereIs(box, known.get(box), language) }),
    })),
  )
}

/**
 * The sealed seeds of one side in a table such as `countersign new --seal` writes: serial, side, role, card, box, area
 * and seed. Refusals: `unreadable`, `not-seeds`.
 */
export function seedsIn(
  path: string,
  { id, side, places }: { readonly id: string; readonly side: string; readonly places: readonly Place[] },
  language: 'en' | 'fa',
): Result<readonly SeedCard[]> {
  const rows = readSeedTable(path)
  if (!rows.ok) return rows
  const known = new Map(places.map(place => [place.box, place]))
  const own = rows.value.filter(row => row.side === id && row.role! in roleWords)
  if (own.length === 0 || own.some(({ seed = '' }) => !readSeed(seed).ok))
    return refuse('not-seeds', `${path} is no table of seeds, or has none for the people of ${id}.`)
  return ok(
    own.map(({ seed, serial, role, card, box }) => ({
      seed: seed!,
      serial: serial!,
      role: role as Card['role'],
      side,
      card: card!,
      ...(box && { where: whereIs(box, known.get(box), language) }),
    })),
  )
}

function isMade(one: unknown): one is Made {
  const { url, code, role, card, box } = (one ?? {}) as Partial<Record<keyof Made, unknown>>
  const words = [url, code, card].every(word => typeof word === 'string')
  return (
    words && typeof role === 'string' && role in roleWords && (box === undefined || typeof box === 'string')
  )
}
