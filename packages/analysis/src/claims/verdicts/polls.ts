import type { Proposal } from '../claim.ts'
import { compare } from './compare.ts'
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
    const text = measure.who.map((id, i) => `${nameOf(context, id)} ${shares[i]} %`).join(', ')
    return [
      {
        fit: compare(quantity, value),
        fact: `${poll.by}, ${poll.from} to ${poll.to}: ${text} of those asked${poll.undecided === undefined ? '' : `, ${poll.undecided} % undecided`}`,
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
