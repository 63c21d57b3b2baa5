import { type Rule, rule, type Said, whoIn } from '../../../rules/rule.ts'
import type { Read } from '../../items.ts'
import type { Match } from '../../pattern.ts'
import { den, free, measured, role, stated, subject, subjectOf } from './said.ts'

/** Nobody, or a name, that has not more than half. */
function majority(match: Match): readonly Said[] {
  const [who] = whoIn(match)
  const item = match.item('q')
  if (item?.quantity && (item.quantity.value !== 50 || item.quantity.hedge === 'under')) return []
  return [
    {
      measure: { kind: 'majority', has: false, ...(who !== undefined && { who }) },
      ...(item?.quantity && { quantity: item.quantity }),
      stated: stated(match),
      at: match.index('q') ?? match.index('half') ?? match.from,
    },
  ]
}

function threshold(match: Match): readonly Said[] {
  return match.item('q')?.quantity?.value === 50
    ? measured({ kind: 'threshold' }, match, 'q', { stated: stated(match) })
    : []
}

/** These come before the rules of shares: “not more than 50 percent” is no share. */
export const majorities: readonly Rule[] = [
  rule('majority: not of a name', `who:P ${role} ${free}* not ${free}* q:q% ${den}`, majority),
  rule('majority: not reached by a name', `who:P ${role} ${free}* q:q% ${den} ra? get? not`, majority),
  rule(
    'majority: in words',
    `who:P ${role} ${free}* not? ${free}* half:threshold of? vote? ra? get? not`,
    majority,
  ),
  rule('majority: of nobody', `not of|candidate|they|,|adv|C* ${free}* q:q% ${den} ra? get|not`, majority),
  rule('majority: of nobody, in words', `not of|candidate|they|adv* ${free}* half:threshold`, majority),
  rule('threshold', `threshold|required ^P|;|qn|q%|not{0,8} q:q% ${den}`, threshold),
]

const results = 'q%|qn|vote|ballots|valid|of|,|open|close|equal|lead'

function elected(
  match: Match,
  [who]: readonly string[],
  [over]: readonly string[],
  at: string,
): readonly Said[] {
  if (who === undefined) return []
  return [{ measure: { kind: 'elected', who, ...(over !== undefined && { over }) }, at: match.index(at)! }]
}

function rank(match: Match, read: Read): readonly Said[] {
  const [who] = subjectOf(match, read)
  const place = match.item('q')?.rank
  return who === undefined || place === undefined
    ? []
    : [{ measure: { kind: 'rank', who }, rank: place, at: match.index('q')! }]
}

/** Who won, and who came where. */
export const placings: readonly Rule[] = [
  rule('rank', `${subject} ${role} ${free}|${results}* standing|people? q:qord be|come`, rank),
  rule('beat', `who:P ${role} ${free}|${results}* over:P ra ${free}|${results}* beat`, (match, read) =>
    elected(match, subjectOf(match, read), whoIn(match, 'over'), 'over'),
  ),
  rule('beat: on', `who:P ${role} ${free}|${results}* on over:P win`, (match, read) =>
    elected(match, subjectOf(match, read), whoIn(match, 'over'), 'over'),
  ),
  rule('lost to', `who:P ${role} ${free}|${results}* of over:P ${free}|${results}* lose`, (match, read) => {
    const who = subjectOf(match, read)
    return who.length === 0 ? [] : elected(match, whoIn(match, 'over'), who, 'over')
  }),
  rule(
    'elected',
    `who:P|winner ${role} adv|with|get|in|on|round2|presidential|election|qdate|C|weekday|A|province|ra|${results}* what:win`,
    (match, read) => elected(match, subjectOf(match, read), [], 'what'),
  ),
]
