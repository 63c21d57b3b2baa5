import type { Proposal } from '../claim.ts'
import { figureNames } from './explain.ts'
import { both } from './language.ts'
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
export function standing({ measure, rank: stated }: Proposal, asked: Context): Judged {
  const isOfAll = measure.kind === 'elected' && measure.over === undefined
  // Who was elected is what the last round says.
  const context = isOfAll ? { ...asked, round: asked.election.rounds.at(-1)! } : asked
  const ranked = ranking(context)
  const [total] = totalsIn(context)
  if (measure.kind === 'threshold') {
    const { rule, of } = context.round
    if (rule === undefined || of === undefined) return unknown(because('no-rule'))
    return said(rule === 'majority' ? 'holds' : 'no', ruleOf(context), 'the definition of the round', context)
  }
  if (!ranked || !total) return unknown(because('not-all-votes'))
  const list = both(language =>
    ranked
      .map(([id, votes], i) => `${i + 1} ${nameOf(context, id, language)} ${say(votes)}`)
      .join(language === 'en' ? ', ' : '، '),
  )
  const at = (id: string) => ranked.findIndex(([name]) => name === id) + 1
  if (measure.kind === 'rank')
    return said(at(measure.who) === stated ? 'holds' : 'no', list, total.source, context)
  if (measure.kind === 'majority') return majority(measure, ranked, context)
  if (measure.kind !== 'elected') return unknown(because('no-figures'))
  if (measure.over !== undefined)
    return said(at(measure.who) < at(measure.over) ? 'holds' : 'no', list, total.source, context)
  return said(at(measure.who) === 1 ? 'holds' : 'no', list, total.source, context)
}

/** What elects in a round, in words. */
function ruleOf({ round: { rule, of, number } }: Context) {
  const figure = figureNames[of!]
  return rule === 'majority'
    ? {
        en: `more than half of ${figure?.en ?? of} elects in round ${number}`,
        fa: `در دور ${number} بیش از نیمی از ${figure?.fa ?? of} برنده را برمی‌گزیند`,
      }
    : {
        en: `round ${number} is decided by more votes than the other`,
        fa: `در دور ${number} رأی بیشتر از دیگری برنده را برمی‌گزیند`,
      }
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
  const percent = `${((100 * votes) / of).toFixed(3)} %`
  const fact = both(language =>
    language === 'en'
      ? `${nameOf(context, id, language)}: ${say(votes)} of ${say(of)} = ${percent}`
      : `${nameOf(context, id, language)}: ${say(votes)} از ${say(of)} = ${percent}`,
  )
  return said(more === has ? 'holds' : 'no', fact, total!.source, context)
}
