import type { Measure } from '../claim.ts'
import type { Read } from '../reading/items.ts'
import type { Match } from '../reading/pattern.ts'
import { a, type Rule, rule, type Said, whoIn } from './rule.ts'

function extreme(match: Match, read: Read): readonly Said[] {
  const words = match.item('q')!.text.toLowerCase()
  const low = !/high|larg|big/.test(words)
  const [, since] = / since (?:\S+ ){0,3}?(qdate)/.exec(read.tags) ?? []
  const year = since
    ? read.items.find((item, i) => item.tag === 'qdate' && / since /.test(tagsBefore(read, i)))?.date?.year
    : undefined
  const bounded = / since /.test(read.tags)
  const ever = /history|ever|record|all.time/i.test(read.items.map(({ text }) => text).join(' '))
  if (bounded ? year === undefined : !ever) return []
  return [
    {
      measure: { kind: 'extreme', low, ...(year !== undefined && { since: year }) },
      at: match.index('q')!,
      firm: false,
    },
  ]
}

function tagsBefore(read: Read, at: number): string {
  return read.tags.slice(Math.max(0, read.offsets[at]! - 24), read.offsets[at]!)
}

/** “a decline of 5.2 million from the 2021 elections”: what fell is what the sentence has just spoken of. */
function change(match: Match): readonly Said[] {
  const item = match.item('q')
  const date = match.item('date')?.date
  if (!item?.quantity || date?.year === undefined) return []
  const who = whoIn(match, 'then')
  const of: Measure = { kind: 'votes', who: ['same'] }
  const way = match.item('way')!.tag === 'rise' ? ('up' as const) : ('down' as const)
  return [
    {
      measure: {
        kind: 'change',
        of,
        from: { year: date.year },
        way,
        ...(who.length > 0 && { thenOf: who }),
      },
      quantity: item.quantity,
      at: match.index('q')!,
      firm: false,
    },
  ]
}

function turnoutChange(match: Match): readonly Said[] {
  const item = match.item('q')
  if (!item?.quantity) return []
  const date = match.item('date')?.date
  const from =
    date?.year !== undefined
      ? { year: date.year }
      : match.item('round1')
        ? { round: 1 as const }
        : { previous: true }
  const way = match.item('way')!.tag === 'rise' ? ('up' as const) : ('down' as const)
  return [
    {
      measure: { kind: 'change', of: { kind: 'turnout' }, from, way },
      quantity: item.quantity,
      at: match.index('q')!,
      firm: match.item('date') !== undefined,
    },
  ]
}

/** “gained 6 million votes between the rounds”, “… since 2017”. */
function gained(match: Match, read: Read): readonly Said[] {
  const [who] = whoIn(match)
  const item = match.item('q')
  const date = match.item('date')?.date
  const verb = match.item('verb')!
  const between = read.items
    .slice(match.index('q')!, match.to + 1)
    .some(({ text }) => /^between$/i.test(text))
  if (!item?.quantity || who === undefined || !/gain|add|los|shed/i.test(verb.text)) return []
  if (!between && date?.year === undefined && !match.item('round1')) return []
  return [
    {
      measure: {
        kind: 'change',
        of: { kind: 'votes', who: [who] },
        from: date?.year === undefined ? { round: 1 } : { year: date.year },
        way: /los|shed/i.test(verb.text) ? 'down' : 'up',
      },
      quantity: item.quantity,
      at: match.index('q')!,
      firm: false,
    },
  ]
}

/** A figure beside that of another time. */
export const historyRules: readonly Rule[] = [
  rule(
    'change: votes',
    `way:rise|fall of ${a} q:qn vote? from|to adv* date:qdate election|presidential|parliamentary ( when ^q%|qn|;{0,1} then:P )?`,
    change,
  ),
  rule(
    'change: gained',
    `who:P|he ,? have|adv* verb:get|lose|rise|w ${a} q:qn adv|further* vote? adv|further* ( w rounds|round2|round1|they|election|C | from|since|on|to adv|C* ( date:qdate | round1:round1 ) )`,
    gained,
  ),
  rule(
    'change: turnout by',
    `turnout ^q%|qn|;|P{0,5} way:rise|fall ( by|of )? ${a} q:qpp ( w date:qdate and qdate | from|to adv|in* ( date:qdate | round1:round1 ) )?`,
    turnoutChange,
  ),
  rule(
    'change: turnout points',
    `${a} q:qpp way:rise|fall in|of turnout ( from|to adv|in* ( date:qdate | round1:round1 ) )?`,
    turnoutChange,
  ),
  rule('extreme: turnout', `turnout ^;|P|Pz|not|from{0,14} q:extreme !q%`, extreme),
  rule('extreme: before', `q:extreme adv|C* turnout`, extreme),
]

/** “up from 48.5 percent in 2021”: the figure of another time. */
export const earlierRules: readonly Rule[] = [
  rule(
    'turnout: earlier',
    `turnout ^P|Pz|;{0,16} from|than|to|with adv* ( extreme of )? q:q% in|at adv* date:qdate|round1|round2`,
    match => earlier(match),
  ),
  rule(
    'turnout: from',
    `turnout ^q%|P|Pz|;{0,4} rise|fall from ${a} ( extreme of )? q:q% ( in ( adv* date:qdate|round1|round2 ) )? to q%`,
    match => earlier(match),
  ),
]

function earlier(match: Match): readonly Said[] {
  const item = match.item('q')
  if (!item?.quantity || !match.item('date')) return []
  return [{ measure: { kind: 'turnout' }, quantity: item.quantity, stated: 'none', at: match.index('q')! }]
}
