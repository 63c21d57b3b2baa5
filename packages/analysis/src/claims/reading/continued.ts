import type { Measure, Proposal } from '../claim.ts'
import { statedBy } from '../rules/rule.ts'
import type { Item, Read } from './items.ts'

/** What may stand between a figure and the one that it goes on from: nothing that changes what is spoken of. */
const light =
  /^(adv|and|or|but|from|than|to|with|at|in|of|by|on|since|when|rise|fall|get|be|have|extreme|qdate|round1|round2|parliamentary|presidential|election|weekday|previous|further|vote|valid|ballots|share|eligible|voter|turnout|after|before|polls|cast|his|say|B|C|Cz|,|;|--|:|open|close)$/
const time = /^(qdate|round1|round2|parliamentary|previous|C|Cz)$/
const goesOn: ReadonlySet<Measure['kind']> = new Set([
  'share',
  'votes',
  'turnout',
  'abstention',
  'invalidShare',
  'total',
  'lead',
])

/**
 * Figures that only go on from one before: “turnout was 73 percent in 2017 and 85 percent in 2009”, “…, up from 48.5
 * percent in 2021”, “… 50.7 percent of ballots cast, or 52.5 percent of valid votes”. Each must name its own time or
 * denominator, and is never read beyond doubt. `before` is the last of the sentence before: “It was 73 percent in 2017.”
 */
export function continuedIn(
  read: Read,
  proposals: readonly Proposal[],
  before?: Proposal,
): readonly Proposal[] {
  const all = [...proposals]
  for (const [at, { tag, quantity }] of read.items.entries()) {
    if (!quantity || !/^q(%|n|pp)$/.test(tag) || all.some(each => each.at === at)) continue
    const last = all
      .filter(each => each.at < at)
      .sort((a, b) => a.at - b.at)
      .at(-1)
    const found = last ? within(read, last, at) : before && opening(read, before, at)
    if (found) all.push(found)
  }
  return all.sort((a, b) => a.at - b.at)
}

/** “Turnout differs more.” What the next sentence goes on from, though it gives no figure. */
export function spokenOf({ items }: Read): Proposal | undefined {
  const at = items.findIndex(({ tag }) => tag === 'turnout')
  if (at < 0 || at > 1 || items.some(({ quantity }) => quantity !== undefined)) return undefined
  const quantity = { value: 0, step: 1, unit: 'percent', hedge: 'plain' } as const
  return {
    measure: { kind: 'turnout' },
    quantity,
    stated: 'none',
    from: 0,
    to: at,
    at,
    firm: false,
    rule: 'turnout: named',
  }
}

function within(read: Read, last: Proposal, at: number): Proposal | undefined {
  const { items } = read
  const { quantity } = items[at]!
  const gap = items.slice(last.at + 1, at)
  const also = besideIt(items, last, gap, at)
  if (also) return also
  if (!gap.every(isLight(gap))) return undefined
  if (quantity!.unit === 'points') return last.measure.kind === 'turnout' ? pointsOf(items, at) : undefined
  if (!goesOn.has(last.measure.kind) || quantity!.unit !== last.quantity?.unit) return undefined
  const end = endOf(items, at)
  const cue = items.slice(at + 1, end + 1)
  const den = cue.find(({ tag }) => /^(valid|ballots|eligible)$/.test(tag))
  const fromTo = items[last.at - 1]?.tag === 'from' && gap.some(({ tag }) => tag === 'to')
  const timed = cue.some(({ tag }) => time.test(tag)) || isTimed(gap)
  if (!timed && !fromTo && !(den && last.measure.kind === 'share')) return undefined
  return {
    ...last,
    quantity: quantity!,
    stated: den ? statedBy(den.tag) : last.stated,
    at,
    from: at,
    to: end,
    firm: false,
    rule: `${last.rule}, going on`,
  }
}

/** “6.08 million votes, 16.6 percent”, “942,693 votes, or 3.8 points”: the same in another unit. */
function besideIt(
  items: readonly Item[],
  last: Proposal,
  gap: readonly Item[],
  at: number,
): Proposal | undefined {
  const { quantity, tag } = items[at]!
  if (
    !gap.every(({ tag }) => /^(,|or|vote|open|--|adv|of|in|ballots|valid|round1|round2|qdate|C)$/.test(tag))
  )
    return undefined
  if (!gap.some(({ tag }) => /^(,|or|open|--)$/.test(tag)) || last.quantity?.unit === quantity!.unit)
    return undefined
  const of = { ...last, quantity: quantity!, at, from: at, firm: false, rule: `${last.rule}, going on` }
  const to = endOf(items, at)
  if (last.measure.kind === 'lead' && (tag === 'qpp' || quantity!.value >= 1000)) return { ...of, to }
  if (last.measure.kind === 'votes' && tag === 'q%')
    return { ...of, to, measure: { ...last.measure, kind: 'share' }, stated: statedBy(denIn(items, at, to)) }
  return undefined
}

function denIn(items: readonly Item[], at: number, to: number): string | undefined {
  return items.slice(at + 1, to + 1).find(({ tag }) => /^(valid|ballots|eligible|vote)$/.test(tag))?.tag
}

/** One or two unknown words, as in “the 39.9 percent recorded in the first round”. */
function isLight(gap: readonly Item[]): (item: Item) => boolean {
  const strange = gap.filter(({ tag }) => tag === 'w').length
  return ({ tag }) => light.test(tag) || (tag === 'w' && strange <= 2)
}

/** “…; in 2001, 67 percent”. */
function isTimed(gap: readonly Item[]): boolean {
  const cut = gap.findLastIndex(({ tag }) => /^([,;]|and|but|--)$/.test(tag))
  const near = gap.slice(Math.max(0, cut - 3))
  const from = near.findIndex(
    ({ tag }, i) => /^(,|;|and|but|--)$/.test(tag) && /^(in|at|C)$/.test(near[i + 1]?.tag ?? ''),
  )
  return from >= 0 && near.slice(from).some(({ tag }) => time.test(tag))
}

/** The words after a figure that are its own. */
function endOf(items: readonly Item[], at: number): number {
  let end = at
  while (
    end + 1 < items.length &&
    end < at + 7 &&
    /^(adv|of|in|at|on|get|w|qdate|round1|round2|parliamentary|presidential|election|previous|vote|valid|ballots|eligible|voter|cast|C|when)$/.test(
      items[end + 1]!.tag,
    ) &&
    !(items[end + 1]!.tag === 'w' && items[end]!.tag === 'w')
  )
    end++
  return end
}

/** “…, a 10-point jump”. */
function pointsOf(items: readonly Item[], at: number): Proposal | undefined {
  const way = items[at + 1]?.tag
  if (way !== 'rise' && way !== 'fall') return undefined
  return {
    measure: {
      kind: 'change',
      of: { kind: 'turnout' },
      from: { previous: true },
      way: way === 'rise' ? 'up' : 'down',
    },
    quantity: items[at]!.quantity!,
    stated: 'none',
    from: at,
    to: at + 1,
    at,
    firm: false,
    rule: 'change: turnout, going on',
  }
}

/** “It was 73 percent in 2017.” “In 2021 they had been 13 percent.” */
function opening({ items, sentence }: Read, before: Proposal, at: number): Proposal | undefined {
  const { kind } = before.measure
  const { quantity } = items[at]!
  if (!/^(turnout|invalidShare|abstention|total)$/.test(kind) || quantity!.unit !== before.quantity?.unit)
    return undefined
  const text = sentence.words
    .slice(0, 9)
    .map(({ plain }) => plain)
    .join(' ')
  if (
    !/^(in(?: \w+){1,4} )?(it|that|this|they|the figure|the number|the share|the rate)( \w+)? (was|is|were|are|had|has|fell|rose|stood|went|reached|compares|compared)\b/.test(
      text,
    )
  )
    return undefined
  if (!items.slice(0, at).every(({ tag }) => light.test(tag) || /^(they|w)$/.test(tag))) return undefined
  return {
    ...before,
    quantity: quantity!,
    at,
    from: 0,
    to: endOf(items, at),
    firm: false,
    rule: `${before.rule}, going on`,
  }
}
