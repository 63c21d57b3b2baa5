import type { Proposal } from '../claim.ts'
import type { Hedge, Quantity } from '../reading/quantities.ts'
import { compare } from './compare.ts'
import { both, type Language, thing } from './language.ts'
import { because } from './reasons.ts'
import { nameOf, said, unknown } from './said.ts'
import { type Context, say } from './values.ts'
import type { Computed, Judged } from './verdict.ts'

/** A number of candidates, seats, debates or places. */
export function count({ measure, quantity }: Proposal, contexts: readonly Context[]): Judged {
  const { what, who } = measure as Extract<Proposal['measure'], { kind: 'count' }>
  if (what.startsWith('places-over-eligible')) return placesOver(what.split(':')[1]!, quantity!, contexts)
  const held = contexts.flatMap(context =>
    context.election.counts
      .filter(
        fact =>
          fact.what === what &&
          fact.who === who &&
          (fact.round === undefined || fact.round === context.round.number),
      )
      .map(fact => ({ fact, context })),
  )
  if (held.length === 0) return unknown(because('no-number'))
  const computed = held.map(
    ({ fact, context }): Computed => ({
      fit: fact.hedge ? compare(loosened(quantity!, fact.hedge), fact.count) : compare(quantity!, fact.count),
      fact: both(language => {
        const of = who === undefined ? '' : `${commas[language]} ${nameOf(context, who, language)}`
        const hedge = fact.hedge ? `${thing(fact.hedge, language)} ` : ''
        return `${thing(what, language)}${of}: ${hedge}${say(fact.count)}`
      }),
      source: fact.source,
      context,
    }),
  )
  const [holds, rounded] = (['holds', 'rounded'] as const).map(fit =>
    computed.filter(each => each.fit === fit),
  )
  if (holds!.length > 0) return { verdict: 'supported', computed: holds! }
  if (rounded!.length > 0) return { verdict: 'rounding', computed: rounded! }
  if (held.every(({ fact }) => fact.mark === 'unverified'))
    return { ...unknown(because('only-unverified')), computed }
  return { verdict: 'contradicted', computed }
}

const commas: Readonly<Record<Language, string>> = { en: ',', fa: '،' }

/** A fact that is itself only about so many. */
function loosened(quantity: Quantity, hedge: Hedge): Quantity {
  return quantity.hedge === 'plain' ? { ...quantity, hedge: hedge === 'over' ? 'about' : hedge } : quantity
}

function placesOver(figure: string, quantity: Quantity, contexts: readonly Context[]): Judged {
  const held = contexts.flatMap(({ election }) =>
    election.statements.filter(({ about }) => about === 'places-over-eligible'),
  )
  const [statement] = held
  if (!statement) return unknown(because('no-statement'))
  const context = contexts[0]!
  const same = statement.figures.find(({ what }) => what === figure)
  const fact = both(language => statement.says[language] ?? statement.says.en ?? '')
  if (
    same &&
    compare(
      loosened({ ...quantity, hedge: quantity.hedge === 'plain' ? 'about' : quantity.hedge }, 'about'),
      same.count,
    ) === 'holds'
  )
    return said('holds', fact, statement.source, context, because('as-stated'))
  return {
    verdict: 'cannotBeChecked',
    reason: same ? because('stated-otherwise') : because('another-quantity'),
    computed: [{ fit: 'no', fact, source: statement.source, context }],
  }
}
