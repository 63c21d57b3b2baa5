import type { Measure, Proposal } from '../claim.ts'
import type { Around } from '../reading/around.ts'
import type { Quantity } from '../reading/quantities.ts'
import type { Resolved } from '../reading/resolve.ts'
import { compare, type Fit } from './compare.ts'
import { judgeFact } from './facts.ts'
import { because, type Reason } from './reasons.ts'
import { type Context, valuesOf } from './values.ts'
import type { Computed, Judged, Verdict } from './verdict.ts'

export type Resolution = Extract<Resolved, { contexts: unknown }>

/** Judges a claim in every election, round, version and under every denominator that its words leave open. */
export function judge(proposal: Proposal, around: Around, { contexts, sure, settled }: Resolution): Judged {
  const { measure, quantity } = proposal
  const part = ofVotes.has(measure.kind) ? partOf(around) : undefined
  if (part) return part
  const byFact = judgeFact(proposal, contexts)
  if (byFact) return certain(byFact, proposal, sure)
  if (!quantity) return { verdict: undefined, reason: because('no-figure'), computed: [] }
  const computed = contexts.flatMap(context => computedIn(measure, proposal, context, quantity))
  if (computed.length === 0)
    return cannot(because(contexts[0]!.area === undefined ? 'no-figures' : 'no-figures-of-place'))
  return certain(disputed(decide(computed, contexts, around, settled), around), proposal, sure)
}

/** “The real turnout was 12 percent” is no statement about the published one. */
function disputed(judged: Judged, { part }: Around): Judged {
  return part === 'disputes-published' && judged.verdict === 'contradicted'
    ? cannot(because(part), judged.computed)
    : judged
}

/** What may be of a part of the country, of the voters or of the count. */
const ofVotes: ReadonlySet<Measure['kind']> = new Set([
  'share',
  'votes',
  'lead',
  'turnout',
  'abstention',
  'invalidShare',
  'total',
  'times',
  'rank',
  'elected',
  'majority',
  'change',
])

function partOf(around: Around): Judged | undefined {
  if (around.group !== undefined) return cannot(because('secret-ballot', { group: around.group }))
  if (around.partial) return cannot(because('unfinished-count'))
  if (around.abroad) return cannot(because('abroad'))
  if (around.part === 'unnamed-part' || around.part === 'several-elections')
    return cannot(because(around.part))
  if (around.areas.length > 1) return cannot(because('several-places'))
  if (around.stranger === undefined) return undefined
  return {
    verdict: undefined,
    reason: because('unknown-name', { name: around.stranger }),
    computed: [],
  }
}

function cannot(reason: Reason, computed: readonly Computed[] = []): Judged {
  return { verdict: 'cannotBeChecked', reason, computed }
}

function computedIn(
  measure: Measure,
  { stated }: Proposal,
  context: Context,
  quantity: Quantity,
): readonly Computed[] {
  const inPoints = quantity.unit === 'percent' || quantity.unit === 'points'
  return valuesOf(measure, stated, context)
    .filter(
      ({ denominator, numerator }) =>
        measure.kind !== 'lead' || inPoints === (denominator !== undefined) || numerator !== undefined,
    )
    .map(value => ({
      fit: compare(quantity, value.value),
      value,
      context,
      off: Math.abs(quantity.value - value.value) / Math.abs(value.value),
    }))
}

/**
 * The best that can be said for the claim: of the rounds that its words leave open, the one that it fits best; the one
 * that the text has been speaking of, where it holds there at all. What holds in none is told of the nearest.
 */
function decide(
  computed: readonly Computed[],
  contexts: readonly Context[],
  around: Around,
  settled: boolean,
): Judged {
  const judged = contexts
    .map(context => computed.filter(each => each.context === context))
    .filter(each => each.length > 0)
    .map(each => inRound(each, around))
  const [first] = judged
  if (settled && (first!.verdict === 'supported' || first!.verdict === 'supportedUnder')) return first!
  return [...judged].sort(
    (a, b) => verdicts.indexOf(a.verdict!) - verdicts.indexOf(b.verdict!) || offOf(a) - offOf(b),
  )[0]!
}

/** Of the votes cast or of the valid ones only, where the other is not held: it may be near under that. */
function isOfOneKind(judged: Judged): boolean {
  return new Set(judged.computed.map(({ value }) => value?.denominator)).size === 1 && offOf(judged) < 0.15
}

/** By how much the nearest figure differs, as a part of itself. */
function offOf({ computed }: Judged): number {
  return Math.min(...computed.map(({ off }) => off ?? 0))
}

const verdicts: readonly Verdict[] = [
  'supported',
  'supportedUnder',
  'rounding',
  'cannotBeChecked',
  'contradicted',
]

/** In one round: what holds in every way that the words leave open comes before what holds in one. */
function inRound(computed: readonly Computed[], around: Around): Judged {
  const first = computed.filter(({ value }) => !value!.later)
  const sorted = best(computed)
  if (first.length > 0 && first.every(({ fit }) => fit === 'holds'))
    return { verdict: 'supported', computed: sorted }
  if (computed.some(({ fit }) => fit === 'holds')) return { verdict: 'supportedUnder', computed: sorted }
  if (computed.some(({ fit }) => fit === 'rounded')) return { verdict: 'rounding', computed: sorted }
  if (around.areas.length === 1) return cannot(because('province-or-city'), computed)
  if (computed.every(({ value }) => value!.mark === 'unverified'))
    return cannot(because('only-unverified'), computed)
  return { verdict: 'contradicted', computed: sorted }
}

const order: Readonly<Record<Fit, number>> = { holds: 0, rounded: 1, no: 2 }

function best(computed: readonly Computed[]): readonly Computed[] {
  return [...computed].sort((a, b) => order[a.fit] - order[b.fit])
}

/**
 * A reading that is not beyond doubt is never contradicted: it may be the reading that is wrong. Nor is a number of
 * votes that is not half, or twice, of what it would be: it counts something else.
 */
function certain(judged: Judged, { firm, measure, stated }: Proposal, sure: boolean): Judged {
  if (judged.verdict !== 'contradicted') return judged
  const isFar = /^(votes|total|lead)$/.test(measure.kind) && offOf(judged) > 0.6
  const isOpen = measure.kind === 'share' && /^(none|votes)$/.test(stated) && isOfOneKind(judged)
  if (firm && sure && !isFar && !isOpen) return judged
  return {
    verdict: undefined,
    reason: because('not-beyond-doubt'),
    computed: judged.computed,
  }
}
