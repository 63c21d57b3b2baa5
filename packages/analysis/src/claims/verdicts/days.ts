import type { Proposal } from '../claim.ts'
import { dayIn } from '../reading/calendar.ts'
import { act as actName, both, onDay, thing } from './language.ts'
import { because } from './reasons.ts'
import { nameOf, said, unknown } from './said.ts'
import type { Context } from './values.ts'
import type { Computed, Judged } from './verdict.ts'

/** A day that the text gives, against the days of rounds and events. */
export function day({ measure, date }: Proposal, contexts: readonly Context[]): Judged {
  const what = (measure as { what: string }).what
  const days = contexts.flatMap(context =>
    what.startsWith('round')
      ? context.election.rounds
          .filter(({ number }) => what === 'round' || what === `round:${number}`)
          .map(({ date, number }) => ({
            date,
            fact: both(language => `${thing(`round:${number}`, language)}: ${onDay(date, language)}`),
            source: 'the definition of the round',
            context,
          }))
      : context.election.events.flatMap(event =>
          event.what === what && event.date ? [dated(what, event.date, event.source, context)] : [],
        ),
  )
  if (days.length === 0) return unknown(because('no-day'))
  const computed = days.map(
    ({ date: held, fact, source, context }): Computed => ({
      fit: sameDay(held, date!) ? 'holds' : 'no',
      fact,
      source,
      context,
    }),
  )
  if (computed.some(({ fit }) => fit === 'holds'))
    return { verdict: 'supported', computed: computed.filter(({ fit }) => fit === 'holds') }
  // A day of another season is another election's.
  if (days.every(({ date: held }) => isFar(held, date!)))
    return { verdict: undefined, reason: because('which-election'), computed }
  return { verdict: 'contradicted', computed }
}

function isFar(iso: string, { calendar, year, month, day }: NonNullable<Proposal['date']>): boolean {
  if (year === undefined || month === undefined || calendar === 'solar') return false
  return Math.abs(Date.UTC(year, month - 1, day) - Date.parse(iso)) > 60 * 86_400_000
}

function sameDay(iso: string, { calendar, year, month, day }: NonNullable<Proposal['date']>): boolean {
  const held = dayIn(iso, calendar)
  return (year === undefined || year === held.year) && month === held.month && day === held.day
}

function dated(what: string, date: string, source: string, context: Context) {
  const fact = both(language => `${thing(what, language)}: ${onDay(date, language)}`)
  return { date, fact, source, context }
}

const favour = { en: 'for', fa: 'به نفع' } as const

/** A withdrawal or rejection: an event that is held, or not. */
export function act({ measure }: Proposal, contexts: readonly Context[]): Judged {
  if (measure.kind !== 'act') return unknown(because('no-figures'))
  for (const context of contexts)
    for (const event of context.election.events)
      if (event.what === measure.what && event.who === measure.who)
        return said(
          'holds',
          both(language => {
            const other = event.infavour
              ? ` ${favour[language]} ${nameOf(context, event.infavour, language)}`
              : ''
            return `${actName(event.what, language)}: ${nameOf(context, measure.who, language)}${other}`
          }),
          event.source,
          context,
        )
  return unknown(because('no-event'))
}
