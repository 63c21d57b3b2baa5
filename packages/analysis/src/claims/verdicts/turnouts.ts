import type { Proposal } from '../claim.ts'
import type { ElectionFacts } from '../facts/facts.ts'
import { compare } from './compare.ts'
import { type Both, both, onDay, thing } from './language.ts'
import { because } from './reasons.ts'
import { said, unknown } from './said.ts'
import { type Context, say, valuesOf } from './values.ts'
import type { Computed, Judged } from './verdict.ts'

/** Lowest or highest turnout: refuted by one election that was lower or higher; never proved, for not all are held. */
export function extreme({ measure }: Proposal, contexts: readonly Context[]): Judged {
  if (measure.kind !== 'extreme') return unknown(because('no-figures'))
  const [context] = contexts
  const own = context && turnoutOf(context.election, context)
  if (!context || !own) return unknown(because('no-turnout'))
  const earlier = context.facts.elections
    .flatMap(election => election.rounds.map(round => ({ ...context, election, round })))
    .filter(
      ({ round }) =>
        round.date < context.round.date &&
        (measure.since === undefined || Number(round.date.slice(0, 4)) >= measure.since),
    )
    .flatMap(other => {
      const turnout = turnoutOf(other.election, other)
      return turnout === undefined ? [] : [{ turnout, other }]
    })
  const beats = earlier.filter(({ turnout }) =>
    measure.low ? turnout.high < own.low : turnout.low > own.high,
  )
  if (beats.length > 0) {
    const sameOffice = beats.filter(({ other }) => other.election.office === context.election.office)
    const shown = (sameOffice.length > 0 ? sameOffice : beats).map(
      ({ turnout, other }): Computed => ({
        fit: 'no',
        fact: onDayOf(other, turnout.text),
        source: turnout.source,
        context: other,
      }),
    )
    return sameOffice.length > 0
      ? { verdict: 'contradicted', computed: shown }
      : { verdict: 'cannotBeChecked', reason: because('another-kind'), computed: shown }
  }
  const later = context.facts.elections
    .flatMap(election => election.rounds.map(round => ({ ...context, election, round })))
    .filter(({ round }) => round.date > context.round.date)
    .flatMap(other => {
      const turnout = turnoutOf(other.election, other)
      return turnout && (measure.low ? turnout.high < own.low : turnout.low > own.high)
        ? [`${other.round.date}: ${turnout.text.en}`]
        : []
    })
  const values = { earlier: earlier.length, since: later.join(', ') }
  return {
    verdict: 'cannotBeChecked',
    reason: because(later.length > 0 ? 'passed-since' : 'not-all-elections', values),
    computed: [{ fit: 'holds', fact: onDayOf(context, own.text), source: own.source, context }],
  }
}

function onDayOf({ round }: Context, text: Both): Both {
  return both(language => `${onDay(round.date, language)}: ${text[language]}`)
}

function turnoutOf(election: ElectionFacts, context: Context) {
  const stated = election.stated.find(
    ({ what, percent, round }) =>
      what === 'turnout' && percent !== undefined && round === context.round.number,
  )
  const { area: _, ...whole } = context
  const values = valuesOf({ kind: 'turnout' }, 'none', { ...whole, election })
  if (values.length > 0) {
    const all = values.map(({ value }) => value)
    return {
      low: Math.min(...all),
      high: Math.max(...all),
      text: both(() => values[0]!.computation),
      source: values[0]!.source,
    }
  }
  if (!stated) return undefined
  const half = 0.5 / 10 ** (stated.percent!.split('.')[1]?.length ?? 0)
  return {
    low: Number(stated.percent) - half,
    high: Number(stated.percent) + half,
    text: { en: `${stated.percent} % as stated`, fa: `${stated.percent} % به گفتهٔ منبع` },
    source: stated.source,
  }
}

/** Where only the share itself was published, and not the figures. */
export function turnoutAsStated(
  { measure, quantity }: Proposal,
  contexts: readonly Context[],
): Judged | undefined {
  const figure =
    measure.kind === 'turnout'
      ? 'turnout'
      : measure.kind === 'total' && measure.figure === 'taken'
        ? 'taken'
        : undefined
  if (figure === undefined || !quantity) return undefined
  for (const context of contexts) {
    if (valuesOf(measure, 'none', context).length > 0 || context.area !== undefined) return undefined
    const stated = context.election.stated.find(
      ({ what, round }) => what === figure && round === context.round.number,
    )
    if (!stated) continue
    const value = stated.percent !== undefined ? Number(stated.percent) : stated.count!
    const fit = compare(
      quantity.hedge === 'plain' && stated.hedge ? { ...quantity, hedge: 'about' } : quantity,
      value,
    )
    return said(
      fit,
      both(language => {
        const much = stated.percent ? `${stated.percent} %` : `${thing('about', language)} ${say(value)}`
        return `${thing(figure, language)}: ${much}${language === 'en' ? ', as stated' : '، به گفتهٔ منبع'}`
      }),
      stated.source,
      context,
      because('only-rounded'),
    )
  }
  return undefined
}
