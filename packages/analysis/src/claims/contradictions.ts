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

/** Compares each claim with every later one of the same thing: the same measure, people, election, round, place and denominator. */
export function contradictions(documents: readonly Claims[]): readonly Contradiction[] {
  const byThing = new Map<string, { readonly placed: Placed; readonly claim: ReadClaim }[]>()
  for (const { file, text, claims } of documents)
    for (const claim of claims) {
      const { quantity } = claim.proposal
      if (!quantity) continue
      const key = thingOf(claim)
      const sentence = text.slice(claim.sentence.start, claim.sentence.end).replace(/\s+/g, ' ')
      const placed = { file, sentence, start: claim.start, end: claim.end, value: quantity.value }
      byThing.set(key, [...(byThing.get(key) ?? []), { placed, claim }])
    }
  return [...byThing.values()].flatMap(all =>
    all.flatMap(({ placed: first, claim }, i) =>
      all
        .slice(i + 1)
        .filter(other => !compatible(claim.proposal.quantity!, other.claim.proposal.quantity!))
        .map(({ placed: second }) => ({ first, second })),
    ),
  )
}

/** Under another denominator it is another thing, where it is known under which each holds. */
function thingOf({ proposal, resolution, judged }: ReadClaim): string {
  const { measure, stated, quantity } = proposal
  const context = judged.computed[0]?.context ?? resolution.contexts[0]
  const holding = judged.computed
    .filter(({ fit }) => fit !== 'no')
    .map(({ value }) => value?.denominator ?? '')
  const under = holding.length > 0 ? holding[0] : stated
  return JSON.stringify([
    measure,
    quantity!.unit,
    context?.election.id,
    context?.round.number,
    context?.area,
    under,
  ])
}
