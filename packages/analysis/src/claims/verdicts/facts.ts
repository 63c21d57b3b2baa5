import type { Proposal } from '../claim.ts'
import type { ElectionFacts } from '../facts/facts.ts'
import type { Hedge, Quantity } from '../reading/quantities.ts'
import { compare, type Fit } from './compare.ts'
import { because, type Reason } from './reasons.ts'
import { type Context, figuresOf, say, totalsIn, valuesOf } from './values.ts'
import type { Computed, Judged } from './verdict.ts'

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

function nameOf({ facts }: Context, id: string): string {
  return facts.people.find(person => person.id === id)?.name.en ?? id
}

function unknown(reason: Reason): Judged {
  return { verdict: 'cannotBeChecked', reason, computed: [] }
}

function said(fit: Fit, fact: string, source: string, context: Context, reason?: Reason): Judged {
  const verdict = fit === 'holds' ? 'supported' : fit === 'rounded' ? 'rounding' : 'contradicted'
  return { verdict, computed: [{ fit, fact, source, context }], ...(reason !== undefined && { reason }) }
}

const order = [
  'supported',
  'supportedUnder',
  'rounding',
  'derivedFromRounded',
  'cannotBeChecked',
  'contradicted',
] as const

function bestOf(all: readonly Judged[]): Judged {
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

function standing({ measure, rank: stated }: Proposal, context: Context): Judged {
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

function day({ measure, date }: Proposal, contexts: readonly Context[]): Judged {
  const what = (measure as { what: string }).what
  const days = contexts.flatMap(context =>
    what.startsWith('round')
      ? context.election.rounds
          .filter(({ number }) => what === 'round' || what === `round:${number}`)
          .map(({ date, number }) => ({
            date,
            fact: `round ${number}: ${date}`,
            source: 'the definition of the round',
            context,
          }))
      : context.election.events.flatMap(event =>
          event.what === what && event.date
            ? [{ date: event.date, fact: `${what}: ${event.date}`, source: event.source, context }]
            : [],
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
  return { verdict: 'contradicted', computed }
}

function sameDay(iso: string, { year, month, day }: NonNullable<Proposal['date']>): boolean {
  const [y, m, d] = iso.split('-').map(Number)
  return (year === undefined || year === y) && month === m && day === d
}

function count({ measure, quantity }: Proposal, contexts: readonly Context[]): Judged {
  const what = (measure as { what: string }).what
  if (what.startsWith('places-over-eligible')) return placesOver(what.split(':')[1]!, quantity!, contexts)
  const held = contexts.flatMap(context =>
    context.election.counts
      .filter(fact => fact.what === what && (fact.round === undefined || fact.round === context.round.number))
      .map(fact => ({ fact, context })),
  )
  if (held.length === 0) return unknown(because('no-number'))
  const computed = held.map(
    ({ fact, context }): Computed => ({
      fit: fact.hedge ? compare(loosened(quantity!, fact.hedge), fact.count) : compare(quantity!, fact.count),
      fact: `${what}: ${fact.hedge ? `${fact.hedge} ` : ''}${say(fact.count)}`,
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
  const fact = statement.says.en ?? ''
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

function act({ measure }: Proposal, contexts: readonly Context[]): Judged {
  if (measure.kind !== 'act') return unknown(because('no-figures'))
  for (const context of contexts)
    for (const event of context.election.events)
      if (event.what === measure.what && event.who === measure.who)
        return said(
          'holds',
          `${event.what}: ${nameOf(context, measure.who)}${event.infavour ? ` for ${nameOf(context, event.infavour)}` : ''}`,
          event.source,
          context,
        )
  return unknown(because('no-event'))
}

/** Lowest or highest turnout: refuted by one election that was lower or higher; never proved, for not all are held. */
function extreme({ measure }: Proposal, contexts: readonly Context[]): Judged {
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
        fact: `${other.round.date}: ${turnout.text}`,
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
        ? [`${other.round.date}: ${turnout.text}`]
        : []
    })
  const values = { earlier: earlier.length, since: later.join(', ') }
  return {
    verdict: 'cannotBeChecked',
    reason: because(later.length > 0 ? 'passed-since' : 'not-all-elections', values),
    computed: [{ fit: 'holds', fact: `${context.round.date}: ${own.text}`, source: own.source, context }],
  }
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
      text: values[0]!.computation,
      source: values[0]!.source,
    }
  }
  if (!stated) return undefined
  const half = 0.5 / 10 ** (stated.percent!.split('.')[1]?.length ?? 0)
  return {
    low: Number(stated.percent) - half,
    high: Number(stated.percent) + half,
    text: `${stated.percent} % as stated`,
    source: stated.source,
  }
}

/** Where only the share itself was published, and not the figures. */
function turnoutAsStated({ measure, quantity }: Proposal, contexts: readonly Context[]): Judged | undefined {
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
      `${figure}: ${stated.percent ? `${stated.percent} %` : `about ${say(value)}`}, as stated`,
      stated.source,
      context,
      because('only-rounded'),
    )
  }
  return undefined
}

function change({ measure, quantity }: Proposal, contexts: readonly Context[]): Judged {
  if (measure.kind !== 'change' || !quantity) return unknown(because('no-figures'))
  const { of, from, way, then } = measure
  const computed: Computed[] = []
  for (const context of contexts)
    for (const before of earlierOf(context, from)) {
      const old_ = of.kind === 'votes' ? { ...of, who: then ?? of.who } : of
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

function earlierOf(
  context: Context,
  from: { readonly year?: number; readonly round?: number; readonly previous?: boolean },
): readonly Context[] {
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
          .filter(({ date }) => Number(date.slice(0, 4)) === from.year)
          .map(round => ({ ...context, election, round })),
      )
  if (round.number === 2)
    return election.rounds.filter(({ number }) => number === 1).map(round => ({ ...context, round }))
  return []
}

/** The least number of votes that, moved from the first to the second, reverses their order. */
function half({ quantity }: Proposal, contexts: readonly Context[]): Judged {
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
function discard({ quantity }: Proposal, contexts: readonly Context[]): Judged {
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
function united(who: readonly string[], contexts: readonly Context[]): Judged {
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

function poll({ measure, quantity }: Proposal, contexts: readonly Context[]): Judged {
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
