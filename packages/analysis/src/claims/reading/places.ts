import type { Proposal } from '../claim.ts'
import type { Facts } from '../facts/facts.ts'
import type { Item, Read } from './items.ts'
import { elsewhere } from './resolve.ts'

/** Where a claim is about, as far as its sentence says. */
export interface Places {
  readonly areas: readonly string[]
  /** A place, or something like one, that the facts do not know. */
  readonly stranger?: string
  /** Somewhere within the country that has no name: “in two provinces”, “in the villages”. */
  readonly unnamed: boolean
  /** The place is named for another figure of the sentence, and may hold for this one. */
  readonly shared: boolean
  /** Another country. */
  readonly foreign: boolean
}

const nowhere: Places = { areas: [], unnamed: false, shared: false, foreign: false }

/**
 * The place beside a claim; else the one that opens its sentence or clause; else the last one named before it, which may
 * hold for it too. “Nationally” and the country's own name end what was said of a part of it.
 */
export function placesOf(items: readonly Item[], proposal: Proposal, own: readonly Item[]): Places {
  const places = items.flatMap((item, at) => (isPlace(items, at) ? [{ item, at }] : []))
  const beside = places.filter(({ item }) => own.includes(item))
  if (beside.length > 0) {
    const found = placesIn(beside.map(({ item }) => item))
    return { ...found, foreign: found.foreign && isNearer(items, proposal.at) }
  }
  const before = places.filter(({ at }) => at < proposal.at)
  const last = before.at(-1)
  if (!last || /^(Cz?|adv)$/.test(last.item.tag)) return nowhere
  const opens = before.length === 1 && isOpening(items, last.at)
  return { ...placesIn([last.item]), shared: !opens }
}

/** Of two countries beside a claim, it is of the nearer: “Iran's neighbour Iraq had a turnout of …”. */
function isNearer(items: readonly Item[], at: number): boolean {
  const nearest = (tags: RegExp) =>
    Math.min(...items.map(({ tag }, i) => (tags.test(tag) ? Math.abs(i - at) : Number.POSITIVE_INFINITY)))
  return nearest(/^Fz?$/) < nearest(/^Cz?$/)
}

function placesIn(items: readonly Item[]): Places {
  const stranger = items.find(({ tag }) => /^Uz?$/.test(tag))
  return {
    areas: [...new Set(items.flatMap(({ tag, id }) => (/^Az?$/.test(tag) ? [id!] : [])))],
    unnamed: items.some(({ tag }) => /^(town|province|box|place|there|w)$/.test(tag)),
    shared: false,
    foreign: items.some(({ tag }) => /^Fz?$/.test(tag)),
    ...(stranger && { stranger: stranger.text }),
  }
}

/** Which country each person stood in. */
export function homesOf(facts: readonly Facts[]): ReadonlyMap<string, string> {
  return new Map(facts.flatMap(({ country, people }) => people.map(({ id }) => [id, country.id] as const)))
}

/** The country that a sentence last speaks of, by its name or by somebody who stood there. */
export function countryIn({ items }: Read, homes: ReadonlyMap<string, string>): string | undefined {
  for (let at = items.length - 1; at >= 0; at--) {
    const { tag, id } = items[at]!
    if (/^Cz?$/.test(tag)) return id
    if (/^Pz?$/.test(tag)) return homes.get(id!)
    if (/^Fz?$/.test(tag) && isPlace(items, at)) return elsewhere
  }
  return undefined
}

/** Whether more of a text's sentences speak of other countries than of those that are known. */
export function isMostlyElsewhere(reads: readonly Read[], homes: ReadonlyMap<string, string>): boolean {
  const spokenOf = reads.flatMap(read => countryIn(read, homes) ?? [])
  const away = spokenOf.filter(country => country === elsewhere).length
  return 2 * away > spokenOf.length
}

/** What follows “in”, “at” and the like and is a name or a kind of place; a country beside voters or an election. */
function isPlace(items: readonly Item[], at: number): boolean {
  const { tag, text } = items[at]!
  if (tag === 'there') return true
  if (tag === 'adv') return wholeCountry.test(text)
  if (/^Fz?$/.test(tag))
    return (
      tag === 'Fz' ||
      at === 0 ||
      isAfterIn(items, at) ||
      /^(vote|voter|eligible|people|election|presidential|parliamentary|turnout|round1|round2|have|get|be)$/.test(
        items[at + 1]?.tag ?? '',
      )
    )
  if (/^[AU]z$/.test(tag))
    return /^(turnout|vote|voter|eligible|ballots|province)$/.test(items[at + 1]?.tag ?? '')
  if (/^(A|U|C)z?$/.test(tag))
    return isAfterIn(items, at) || (tag === 'A' && items[at + 1]?.tag === 'province')
  if (/^(town|province|box|place)$/.test(tag))
    return isAfterIn(items, at) && !/^(A|U)z?$/.test(items[at - 1]!.tag)
  return tag === 'w' && isAfterIn(items, at) && partOfCountry.test(text)
}

const wholeCountry = /^(nationally|nationwide|national|overall)$/i
const partOfCountry =
  /^(capital|north|south|east|west|northeast|northwest|southeast|southwest|provinces?|regions?|areas?|villages?|states?|suburbs?|neighbou?rhoods?|constituenc(?:y|ies)|heartlands?|strongholds?|borderlands?|abroad|precincts?|camps?|prisons?|city)$/i

/** “in the capital Tehran”, “in all 31 provinces”, “across the north”. */
function isAfterIn(items: readonly Item[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) {
    const { tag } = items[i]!
    if (/^(in|at|among)$/.test(tag)) return true
    if (!/^(adv|w|town|qn|q%|qord|province|of|further|extreme|C|Cz|and|,|A)$/.test(tag)) return false
    if (tag === ',' && items[i - 1]?.tag !== 'A') return false
  }
  return false
}

/** “In Qom, …”, “In Qom Jalili won …” at the head of the sentence or of a clause. */
function isOpening(items: readonly Item[], at: number): boolean {
  let from = at
  while (from > 0 && !/^(;|but|--|:)$/.test(items[from - 1]!.tag)) from--
  return at - from <= 4 && items.slice(from, at).every(({ tag }) => !/^(P|Pz|he|turnout|get|win)$/.test(tag))
}
