import type { Proposal } from '../claim.ts'
import { change } from './changes.ts'
import { count } from './counts.ts'
import { act, day } from './days.ts'
import { poll } from './polls.ts'
import { bestOf, standing } from './standing.ts'
import { discard, half, united } from './suppositions.ts'
import { extreme, turnoutAsStated } from './turnouts.ts'
import type { Context } from './values.ts'
import type { Judged } from './verdict.ts'

/** Judges what is no figure of a total: ranks, winners, days, counts, withdrawals. `undefined` where it is one. */
export function judgeFact(proposal: Proposal, contexts: readonly Context[]): Judged | undefined {
  const { measure } = proposal
  switch (measure.kind) {
    case 'rank':
    case 'elected':
    case 'majority':
    case 'threshold':
      return bestOf(contexts.map(context => standing(proposal, context)))
    case 'date':
      return day(proposal, contexts)
    case 'count':
      return count(proposal, contexts)
    case 'act':
      return act(proposal, contexts)
    case 'extreme':
      return extreme(proposal, contexts)
    case 'change':
      return change(proposal, contexts)
    case 'poll':
      return poll(proposal, contexts)
    case 'halfLead':
      return half(proposal, contexts)
    case 'discard':
      return discard(proposal, contexts)
    case 'united':
      return united(measure.who, contexts)
    default:
      return turnoutAsStated(proposal, contexts)
  }
}
