import type { ReadClaim } from './read.ts'
import { compatible } from './verdicts/compare.ts'

/** Two claims about the same thing that cannot both be true, each with where it stands. */
export interface Contradiction {
  readonly first: Placed
  readonly second: Placed
}

interface Placed {
  readonly file: string
  readonly sentence: string
  readonly start: number
  readonly end: number
  readonly value: number
}

interface Claims {
  readonly file: string
  readonly text: string
  readonly claims: readonly ReadClaim[]
}

/** Compares each claim with every later one of the same thing: the same measure, people, election, round and place, under one denominator. */
export function contradictions(documents: readonly Claims[]): readonly Contradiction[] {
  const byThing = new Map<string, { readonly placed: Placed; readonly claim: ReadClaim }[]>()
  for (const { file, text, claims } of documents)
    for (const claim of claims) {
      const { quantity } = claim.proposal
      if (!quantity || isOfPart(claim)) continue
      const key = thingOf(claim)
      const sentence = text.slice(claim.sentence.start, claim.sentence.end).replace(/\s+/g, ' ')
      const placed = { file, sentence, start: claim.start, end: claim.end, value: quantity.value }
      byThing.set(key, [...(byThing.get(key) ?? []), { placed, claim }])
    }
  return [...byThing.values()].flatMap(all =>
    all.flatMap(({ placed: first, claim }, i) =>
      all
        .slice(i + 1)
        .filter(other => isAgainst(claim, other.claim))
        .map(({ placed: second }) => ({ first, second })),
    ),
  )
}

/** Of a group of voters, of an unfinished count, or of the votes abroad: no claim about the whole. */
function isOfPart({ around: { group, partial, abroad } }: ReadClaim): boolean {
  return group !== undefined || partial || abroad
}

function thingOf({ proposal: { measure, quantity }, resolution, judged }: ReadClaim): string {
  const context = judged.computed[0]?.context ?? resolution.contexts[0]
  return JSON.stringify([measure, quantity!.unit, context?.election.id, context?.round.number, context?.area])
}

function isAgainst(one: ReadClaim, other: ReadClaim): boolean {
  return !compatible(one.proposal.quantity!, other.proposal.quantity!) && mayBeOfOneDenominator(one, other)
}

/** Known by what each holds under; where one holds under none, by what the texts say. */
function mayBeOfOneDenominator(one: ReadClaim, other: ReadClaim): boolean {
  const [first, second] = [one, other].map(holding) as [readonly string[], readonly string[]]
  if (first.length > 0 && second.length > 0) return first.some(under => second.includes(under))
  const [a, b] = [one.proposal.stated, other.proposal.stated]
  return a === b || isOpen(a) || isOpen(b)
}

function holding({ judged }: ReadClaim): readonly string[] {
  return judged.computed.filter(({ fit }) => fit !== 'no').map(({ value }) => value?.denominator ?? '')
}

function isOpen(stated: ReadClaim['proposal']['stated']): boolean {
  return stated === 'votes' || stated === 'none'
}
