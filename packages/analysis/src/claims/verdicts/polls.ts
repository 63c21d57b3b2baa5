import type { Proposal } from '../claim.ts'
import type { ElectionFacts } from '../facts/facts.ts'
import { compare } from './compare.ts'
import { both, type Language, onDay } from './language.ts'
import { because } from './reasons.ts'
import { nameOf, unknown } from './said.ts'
import type { Context } from './values.ts'
import type { Computed, Judged } from './verdict.ts'

/** What a poll gave, against the polls that are held. */
export function poll({ measure, quantity }: Proposal, contexts: readonly Context[]): Judged {
  if (measure.kind !== 'poll' || !quantity) return unknown(because('no-figures'))
  const polls = contexts.flatMap(context => context.election.polls.map(poll => ({ poll, context })))
  if (polls.length === 0) return unknown(because('no-poll'))
  const computed = polls.flatMap(({ poll, context }): Computed[] => {
    const shares = measure.who.map(id => poll.shares[id])
    if (shares.some(share => share === undefined)) return []
    const value =
      quantity.unit === 'times'
        ? shares[0]! / shares[1]!
        : shares.reduce<number>((sum, share) => sum + share!, 0)
    const shown = (language: Language) =>
      measure.who
        .map((id, i) => `${nameOf(context, id, language)} ${shares[i]} %`)
        .join(language === 'en' ? ', ' : '، ')
    return [
      {
        fit: compare(quantity, value),
        fact: both(language => pollText(poll, shown(language), language)),
        source: poll.source,
        context,
      },
    ]
  })
  if (computed.length === 0) return unknown(because('not-in-polls'))
  const holds = computed.filter(({ fit }) => fit !== 'no')
  if (holds.some(({ fit }) => fit === 'holds')) return { verdict: 'supported', computed: holds }
  if (holds.length > 0) return { verdict: 'rounding', computed: holds }
  return {
    verdict: 'cannotBeChecked',
    reason: because('other-polls'),
    computed,
  }
}

/** By whom and when, and what it gave. */
function pollText(
  { by, from, to, undecided }: ElectionFacts['polls'][number],
  shares: string,
  language: Language,
): string {
  const days = [from, to].map(day => onDay(day, language))
  return language === 'en'
    ? `${by}, ${days.join(' to ')}: ${shares} of those asked${undecided === undefined ? '' : `, ${undecided} % undecided`}`
    : `${by}، ${days.join(' تا ')}: ${shares} از پرسیده‌شدگان${undecided === undefined ? '' : `، ${undecided} % بی‌تصمیم`}`
}
