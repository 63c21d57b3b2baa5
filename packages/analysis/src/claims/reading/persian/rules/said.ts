import type { Measure, Proposal } from '../../../claim.ts'
import { type Said, whoIn } from '../../../rules/rule.ts'
import type { Read } from '../../items.ts'
import type { Match } from '../../pattern.ts'

/** What may stand between a name and its figure without changing what is said: a Persian verb comes last. */
export const free =
  'adv|with|get|in|on|of_his|round1|round2|presidential|parliamentary|election|qdate|C|weekday|A|province'
export const a = 'adv*'
/** Who that is, between commas or right after the name. */
export const role = '( ,? candidate|G|of|w|adv|C|his|B{1,8} , )? ,? who?'
export const subject = 'who:P|he|G|others|rival|winner'
/** What a share is of; a place may follow. */
export const den =
  '( of? adv* den:vote|valid|ballots|eligible|voter adv|C* ( in? province? A )? )? !of|w|people|more|less|turnout|economy|population|demographic|supporter|town|G|vote'
/** Several names. */
export const names = '( P ( , P )* ,? and P )'
/** A gap before the figures that several share. */
export const shared = `${free}|,`

export function stated(match: Match): Proposal['stated'] {
  const tag = match.item('den')?.tag
  if (tag === 'valid' || tag === 'eligible') return tag
  if (tag === 'ballots') return 'taken'
  return tag === undefined ? 'none' : 'votes'
}

export function measured(
  measure: Measure,
  match: Match,
  part = 'q',
  rest: Partial<Said> = {},
): readonly Said[] {
  const item = match.item(part)
  return item?.quantity ? [{ measure, quantity: item.quantity, at: match.index(part)!, ...rest }] : []
}

/** Whose figure it is: not a name that is acted on, or that stands behind “of”, “to” or “according to”. */
export function subjectOf(match: Match, { items }: Read): readonly string[] {
  const at = match.index('who')
  if (at === undefined) return []
  const before = items[at - 1]?.tag ?? ''
  const isActor = !/^(of|to|on|than|against|by|according|favour|among)$/.test(before)
  const isActedOn = items[at + match.items('who').length]?.tag === 'ra'
  return isActor && !isActedOn ? whoIn(match) : []
}

/** “A and B won 63 and 34 percent, in this order.” */
export function each(kind: 'share' | 'votes') {
  return (match: Match): readonly Said[] => {
    const all = match.items('list')
    const figures = all.flatMap(item => (item.quantity ? [item] : []))
    const who = whoIn(match)
    if (who.length !== figures.length) return []
    const unit = kind === 'share' ? ('percent' as const) : ('count' as const)
    return figures.map((item, i) => ({
      measure: { kind, who: [who[i]!] },
      quantity: { ...item.quantity!, unit },
      stated: kind === 'share' ? stated(match) : ('none' as const),
      at: match.index('list')! + all.indexOf(item),
    }))
  }
}
