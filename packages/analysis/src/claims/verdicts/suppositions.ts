import type { Proposal } from '../claim.ts'
import { compare, type Fit } from './compare.ts'
import { because } from './reasons.ts'
import { unknown } from './said.ts'
import { type Context, figuresOf, say, totalsIn, valuesOf } from './values.ts'
import type { Computed, Judged } from './verdict.ts'

/** The least number of votes that, moved from the first to the second, reverses their order. */
export function half({ quantity }: Proposal, contexts: readonly Context[]): Judged {
  const computed = contexts.flatMap(context =>
    totalsIn(context).flatMap((total, i): Computed[] => {
      const [first, second] = Object.values(total.votes).sort((a, b) => b - a)
      if (first === undefined || second === undefined) return []
      const value = Math.floor((first - second) / 2) + 1
      const { source, mark, version } = total
      const computation = `⌊(${say(first)} − ${say(second)}) / 2⌋ + 1 = ${say(value)}`
      return [
        {
          fit: compare({ ...quantity!, hedge: 'plain' }, value),
          context,
          value: { value, computation, source, mark, version, later: i > 0 },
        },
      ]
    }),
  )
  const fitting = computed.filter(({ fit }) => fit !== 'no')
  if (computed.length === 0) return unknown(because('not-both'))
  if (fitting.length === 0) return { ...unknown(because('half-of-another')), computed }
  return {
    verdict: 'derivedFromRounded',
    reason: because('half-of-rounded'),
    computed: fitting,
  }
}

/** Thrown away, at worst all of them the winner's: has the winner still more than half of the rest? */
export function discard({ quantity }: Proposal, contexts: readonly Context[]): Judged {
  if (!quantity) return unknown(because('no-figures'))
  const less = quantity.value
  const computed = contexts.flatMap(context =>
    totalsIn(context).flatMap((total, i): Computed[] => {
      const { taken } = figuresOf(total, context)
      const most = Math.max(...Object.values(total.votes))
      if (taken === undefined || most <= less) return []
      const value = (100 * (most - less)) / (taken - less)
      const { source, mark, version } = total
      const computation = `(${say(most)} − ${say(less)}) / (${say(taken)} − ${say(less)}) = ${value.toFixed(2)} %`
      const fit: Fit = 2 * (most - less) > taken - less ? 'holds' : 'no'
      return [
        {
          fit,
          context,
          value: { value, denominator: 'taken', computation, source, mark, version, later: i > 0 },
        },
      ]
    }),
  )
  if (computed.length === 0) return unknown(because('no-figures'))
  const reason = because('worst-case')
  if (computed.every(({ fit }) => fit === 'holds')) return { verdict: 'supported', computed, reason }
  return { verdict: 'cannotBeChecked', computed, reason }
}

/** What they had together; how their voters would have voted nobody can know. */
export function united(who: readonly string[], contexts: readonly Context[]): Judged {
  const computed = contexts.flatMap(context =>
    valuesOf({ kind: 'share', who }, 'none', context).map(
      (value): Computed => ({ fit: value.value > 50 ? 'holds' : 'no', context, value }),
    ),
  )
  return {
    ...unknown(because('what-would-have-been')),
    computed,
  }
}
