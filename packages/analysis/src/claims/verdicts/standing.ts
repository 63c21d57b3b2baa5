import type { Proposal } from '../claim.ts'
import { because } from './reasons.ts'
import { nameOf, said, unknown } from './said.ts'
import { type Context, figuresOf, say, totalsIn } from './values.ts'
import type { Judged } from './verdict.ts'

const order = [
  'supported',
  'supportedUnder',
  'rounding',
  'derivedFromRounded',
  'cannotBeChecked',
  'contradicted',
] as const

/** The round that the claim fits best. */
export function bestOf(all: readonly Judged[]): Judged {
  return [...all].sort((a, b) => rank(a) - rank(b))[0]!
}

function rank({ verdict }: Judged): number {
  return verdict === undefined ? order.length : order.indexOf(verdict)
}

/** The candidates of a round by their votes; nothing where one version ranks them otherwise than another. */
function ranking(context: Context): readonly (readonly [string, number])[] | undefined {
  const [first] = totalsIn(context)
  if (!first) return undefined
  const ranked = Object.entries(first.votes).sort(([, a], [, b]) => b - a)
  const all = context.round.candidates ?? ranked.map(([id]) => id)
  return ranked.length === all.length && ranked.length > 0 ? ranked : undefined
}

/** Who won, who came where, who has more than half, and what the rule is, in one round. */
export function standing({ measure, rank: stated }: Proposal, context: Context): Judged {
  const ranked = ranking(context)
  const [total] = totalsIn(context)
  if (measure.kind === 'threshold') {
    const { rule, of } = context.round
    if (rule === undefined || of === undefined) return unknown(because('no-rule'))
    const fact =
      rule === 'majority'
        ? `more than half of ${of} votes elects in round ${context.round.number}`
        : `round ${context.round.number} is decided by more votes than the other`
    return { ...said(rule === 'majority' ? 'holds' : 'no', fact, 'the definition of the round', context) }
  }
  if (!ranked || !total) return unknown(because('not-all-votes'))
  const list = ranked.map(([id, votes], i) => `${i + 1} ${nameOf(context, id)} ${say(votes)}`).join(', ')
  const at = (id: string) => ranked.findIndex(([name]) => name === id) + 1
  if (measure.kind === 'rank')
    return said(at(measure.who) === stated ? 'holds' : 'no', list, total.source, context)
  if (measure.kind === 'majority') return majority(measure, ranked, context)
  if (measure.kind !== 'elected') return unknown(because('no-figures'))
  if (measure.over !== undefined)
    return said(at(measure.who) < at(measure.over) ? 'holds' : 'no', list, total.source, context)
  return said(isElected(measure.who, context) ? 'holds' : 'no', list, total.source, context)
}

/** First of the last round; of an only round under a rule of a majority, with that majority. */
function isElected(who: string, context: Context): boolean {
  const last = context.election.rounds.at(-1)!
  return ranking({ ...context, round: last })?.[0]?.[0] === who
}

function majority(
  { who, has }: Extract<Proposal['measure'], { kind: 'majority' }>,
  ranked: readonly (readonly [string, number])[],
  context: Context,
): Judged {
  const [total] = totalsIn(context)
  const { taken, valid } = figuresOf(total!, context)
  const of = context.round.of === 'valid' ? valid : (taken ?? valid)
  if (of === undefined) return unknown(because('no-figures'))
  const [id, votes] = who === undefined ? ranked[0]! : (ranked.find(([name]) => name === who) ?? ['', 0])
  const more = 2 * votes > of
  const fact = `${nameOf(context, id)}: ${say(votes)} of ${say(of)} = ${((100 * votes) / of).toFixed(3)} %`
  return said(more === has ? 'holds' : 'no', fact, total!.source, context)
}
