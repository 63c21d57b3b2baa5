import { type Rule, rule, type Said, whoIn } from '../../../rules/rule.ts'
import type { Read } from '../../items.ts'
import type { Match } from '../../pattern.ts'
import { free, measured, role, subject, subjectOf } from './said.ts'

const figure = 'q:q%|qn|qpp'
const over = 'over:P|rival'
const more = 'more|leading|rise'
const less = 'less|fall'

function lead(match: Match, [first]: readonly string[], way: 'ahead' | 'behind' = 'ahead'): readonly Said[] {
  const quantity = match.item('q')?.quantity
  if (!quantity || first === undefined || (quantity.unit === 'count' && quantity.value < 1000)) return []
  const [second] = whoIn(match, 'over')
  const [who, other] = way === 'ahead' ? [first, second] : [second ?? 'winner', first]
  const measure = {
    kind: 'lead' as const,
    who,
    ...(other !== undefined && other !== 'rival' && { over: other }),
  }
  return measured(measure, match)
}

const ahead = (match: Match, read: Read) => lead(match, subjectOf(match, read))
const behind = (match: Match, read: Read) => lead(match, subjectOf(match, read), 'behind')

/** By how much one is before another. */
export const leads: readonly Rule[] = [
  rule(
    'lead: beats with a difference',
    `${subject} ${role} ${free}* ( over:P ra )? ${free}* with lead adv|of* ${figure} vote? ( ra|,|in|round2|round1|election|adv* over:P ra )? ${free}* beat`,
    ahead,
  ),
  rule(
    'lead: loses with a difference',
    `${subject} ${role} ${free}* with lead adv|of* ${figure} vote? of ${over} lose`,
    behind,
  ),
  rule(
    'lead: loses, with a difference',
    `${subject} ${role} of ${over} ${free}* with lead adv|of* ${figure} vote? lose`,
    behind,
  ),
  rule(
    'lead: with a difference',
    `${subject} ${role} ${free}* with|in lead adv|of* ${figure} vote? ( of|than|on|from adv* ${over} )?`,
    ahead,
  ),
  rule(
    'lead: between',
    `lead vote? ( of|among )? who:P and|with|of over:P ${free}|be|vote|to* ${figure}`,
    match => lead(match, whoIn(match)),
  ),
  rule('lead: more than', `${subject} ${role} ${free}* ${figure} vote? ${more} of ${over}`, ahead),
  rule(
    'lead: more, than another',
    `${subject} ${role} ${free}* of ${over} ${free}* ${figure} vote? ${more}`,
    ahead,
  ),
  rule('lead: ahead of another', `${subject} ${role} ${free}* ${figure} vote? of ${over} ${more}`, ahead),
  rule('lead: less than', `${subject} ${role} ${free}* ${figure} vote? ${less} of ${over}`, behind),
  rule(
    'lead: less, than another',
    `${subject} ${role} ${free}* of ${over} ${free}* ${figure} vote? ${less}`,
    behind,
  ),
  rule('lead: behind another', `${subject} ${role} ${free}* ${figure} vote? of ${over} ${less}`, behind),
  rule('times', `${subject} ${role} ${free}* q:qx adv|vote* over:P`, (match, read) => {
    const [who] = subjectOf(match, read)
    const [over] = whoIn(match, 'over')
    return who === undefined || over === undefined ? [] : measured({ kind: 'times', who, over }, match)
  }),
]
