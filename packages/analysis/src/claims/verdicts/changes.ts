import type { Proposal, When } from '../claim.ts'
import { dayIn } from '../reading/calendar.ts'
import { compare, type Fit } from './compare.ts'
import { because } from './reasons.ts'
import { unknown } from './said.ts'
import { type Context, say, valuesOf } from './values.ts'
import type { Computed, Judged } from './verdict.ts'

/** By how much a figure differs from that of another election or round. */
export function change({ measure, quantity }: Proposal, contexts: readonly Context[]): Judged {
  if (measure.kind !== 'change' || !quantity) return unknown(because('no-figures'))
  const { of, from, way, thenOf } = measure
  const computed: Computed[] = []
  for (const context of contexts)
    for (const before of earlierOf(context, from)) {
      const old_ = of.kind === 'votes' ? { ...of, who: thenOf ?? of.who } : of
      for (const now of valuesOf(of, 'none', context))
        for (const old of valuesOf(old_, 'none', before)) {
          if (now.denominator !== old.denominator) continue
          const value = way === 'up' ? now.value - old.value : old.value - now.value
          computed.push({
            fit: compare(quantity, value),
            context,
            value: {
              ...now,
              value,
              computation: `${old.computation} (${before.round.date}); ${now.computation}: ${way} ${of.kind === 'votes' ? say(value) : `${value.toFixed(3)} points`}`,
            },
          })
        }
    }
  if (computed.length === 0) return unknown(because('not-both'))
  const fits = computed.map(({ fit }) => fit)
  const sorted = [...computed].sort((a, b) => fitOrder.indexOf(a.fit) - fitOrder.indexOf(b.fit))
  if (fits.every(fit => fit === 'holds')) return { verdict: 'supported', computed }
  if (fits.includes('holds')) return { verdict: 'supportedUnder', computed: sorted }
  return { verdict: fits.includes('rounded') ? 'rounding' : 'contradicted', computed: sorted }
}

const fitOrder: readonly Fit[] = ['holds', 'rounded', 'no']

function earlierOf(context: Context, from: When): readonly Context[] {
  const { facts, election, round } = context
  if (from.round !== undefined)
    return election.rounds
      .filter(({ number }) => number === from.round && number < round.number)
      .map(round => ({ ...context, round }))
  if (from.year !== undefined)
    return facts.elections
      .filter(other => other !== election && other.office === election.office)
      .flatMap(election =>
        election.rounds
          .filter(({ date }) => dayIn(date, from.calendar).year === from.year)
          .map(round => ({ ...context, election, round })),
      )
  if (round.number === 2)
    return election.rounds.filter(({ number }) => number === 1).map(round => ({ ...context, round }))
  return []
}
