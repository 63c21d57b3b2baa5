import type { Match } from '../reading/pattern.ts'
import { a, apposition, type Rule, rule, type Said, whoIn } from './rule.ts'

const q = 'q:qn|q%|qpp'
const behind = '( to|on|against|from ^q%|qn|;|,{0,3} over:P|rival )?'

/** A lead in percent is one in points of a share. A small bare number is neither. */
function lead(match: Match, way: 'ahead' | 'behind' = 'ahead'): readonly Said[] {
  const item = match.item('q')
  const [who] = whoIn(match)
  const [over] = whoIn(match, 'over')
  if (!item?.quantity || (who === undefined && over === undefined)) return []
  if (item.quantity.unit === 'count' && item.quantity.value < 1000) return []
  if (item.quantity.spoken) return []
  const [first, second] = way === 'ahead' ? [who ?? 'winner', over] : [over ?? 'winner', who]
  const measure = {
    kind: 'lead' as const,
    who: first,
    ...(second !== undefined && second !== 'rival' && { over: second }),
  }
  return [
    { measure, quantity: item.quantity, at: match.index('q')!, ...(who === undefined && { firm: false }) },
  ]
}

const subject = 'who:P|he|winner'

export const leadRules: readonly Rule[] = [
  rule(
    'lead: his',
    `who:Pz|his adv* lead ( to over:P|rival )? ( in adv* round1|round2|qdate|election )? of|be|at|,|-- ${a} ${q} vote? ${behind}`,
    match => lead(match),
  ),
  rule('lead: his, before', `who:Pz|his ${a} ${q} vote? lead ${behind}`, match => lead(match)),
  rule(
    'lead: has',
    `${subject} ${apposition} have|be|adv* have|get|with|leading|win|hold adv|with* ( lead of )? ${a} ${q} vote? ( lead ) ${behind}`,
    match => lead(match),
  ),
  rule(
    'lead: has of',
    `${subject} ${apposition} have|be|adv* have|get|with|leading|win adv|election|with|by|presidential|round1|round2|in* lead ( to over:P|rival )? of ${a} ${q} vote? ${behind}`,
    match => lead(match),
  ),
  rule(
    'lead: wins by',
    `${subject} ${apposition} have|be|adv|was* win|victory|leading ^q%|qn|qpp|;|P|he{0,6} by ( lead of )? ${a} ${q} vote? !to ${behind}`,
    match => lead(match),
  ),
  rule(
    'lead: beats by',
    `${subject} ${apposition} have|be|adv|was* beat ^q%|qn|qpp|P|;{0,4} over:P ^q%|qn|qpp|P|;{0,5} by ( lead of )? ${a} ${q} vote? !to`,
    match => lead(match),
  ),
  rule(
    'lead: loses by',
    `${subject} ${apposition} have|be|adv|was* lose|trail ( ^q%|qn|qpp|P|;{0,3} over:P )? ^q%|qn|qpp|P|;{0,4} by ( lead of )? ${a} ${q} vote? !to`,
    match => lead(match, 'behind'),
  ),
  rule(
    'lead: more than',
    `${subject} ${apposition} have|be|adv* ( get|win )? ${a} ${q} vote adv|further* than|leading|lead ( of )? ${a} over:P`,
    match => lead(match),
  ),
  rule(
    'lead: a share, and ahead of',
    `who:P ^;|P|he{0,14} ,|-- ${a} ${q} vote? leading|lead of? w|U|adv|rival|his|G|C{0,4} over:P`,
    match => lead(match),
  ),
  rule(
    'lead: ahead of',
    `${subject} ${apposition} have|be|adv|come|win|round1|round2|election|presidential* ${q} vote? leading ( of )? ${a} over:P`,
    match => lead(match),
  ),
  rule(
    'lead: is ahead by',
    `${subject} ${apposition} have|be|adv* leading|lead adv* over:P ^q%|qn|qpp|P|;{0,5} by|with ( lead of )? ${a} ${q} vote?`,
    match => lead(match),
  ),
  rule('lead: separates', `${q} vote? separate ${a} who:P from|and ${a} over:P`, match => lead(match)),
  rule('lead: behind a name', `who:P|he ^;|P|he{0,14} ,|-- ${a} ${q} vote? trail ${a} over:P`, match =>
    lead(match, 'behind'),
  ),
  rule('lead: over', `lead of ${a} ${q} vote? to ${a} over:P`, match => lead(match)),
  rule('lead: between', `lead between|among ( who:P and over:P | they ) be|of ${a} ${q}`, match =>
    lead(match),
  ),
  rule('lead: this is a difference', `lead of|be|,|: ${a} ${q} vote?`, (match, read) => {
    if (/^(turnout|w|U|demographic)$/.test(read.items[match.from - 1]?.tag ?? '')) return []
    const item = match.item('q')
    if (!item?.quantity || (item.quantity.unit === 'count' && item.quantity.value < 1000)) return []
    return [
      {
        measure: { kind: 'lead', who: 'winner' },
        quantity: item.quantity,
        at: match.index('q')!,
        firm: false,
      },
    ]
  }),
  rule('lead: in points too', `lead ^;|P{0,4} qn vote? ,|or|open or? ${a} q:qpp`, match => {
    const item = match.item('q')
    return item?.quantity
      ? [
          {
            measure: { kind: 'lead', who: 'winner' },
            quantity: item.quantity,
            at: match.index('q')!,
            firm: false,
          },
        ]
      : []
  }),
  rule('lead: half of it', `${q} vote open q% of ^q%|;{0,2} qn lead close`, match => {
    const item = match.item('q')
    return item?.quantity
      ? [{ measure: { kind: 'halfLead' }, quantity: item.quantity, at: match.index('q')!, firm: false }]
      : []
  }),
  rule(
    'times',
    `${subject} ${apposition} have|be|adv* ( get|win|have )? ${a} q:qx ( ^q%|qn|;|P{0,4} than|when|of )? ^q%|qn|;|P{0,3} over:P|Pz`,
    match => times(match),
  ),
  rule(
    'ratio: beats',
    `${subject} ${apposition} have|be|adv|was* beat|leading ${a} over:P ^q%|qn|P|;{0,4} by ${a} q:qr`,
    match => times(match),
  ),
  rule('ratio: lead', `${subject} ${apposition} have|be|adv|with* q:qr lead ${behind}`, match =>
    times(match),
  ),
]

function times(match: Match): readonly Said[] {
  const item = match.item('q')
  const [who] = whoIn(match)
  const [over] = whoIn(match, 'over')
  if (!item?.quantity || who === undefined) return []
  const value = item.quantity.outOf ? item.quantity.value / item.quantity.outOf : item.quantity.value
  return [
    {
      measure: { kind: 'times', who, over: over ?? 'rival' },
      quantity: { ...item.quantity, value, unit: 'times' },
      at: match.index('q')!,
    },
  ]
}
