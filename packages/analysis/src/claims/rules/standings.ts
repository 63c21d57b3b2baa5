import type { Read } from '../reading/items.ts'
import type { Match } from '../reading/pattern.ts'
import { a, apposition, type Rule, rule, type Said, statedIn, whoIn } from './rule.ts'

const subject = 'who:P|winner|he'

function named(kind: 'elected' | 'rank', match: Match, at: string): readonly Said[] {
  const [who] = whoIn(match)
  const rank = match.item('q')?.rank
  if (who === undefined || (kind === 'rank' && rank === undefined)) return []
  return [{ measure: { kind, who }, ...(rank !== undefined && { rank }), at: match.index(at)! }]
}

/** What is needed to be elected: half, as far as a text says a share. */
function threshold(match: Match): readonly Said[] {
  const { quantity } = match.item('q') ?? {}
  return quantity?.value === 50
    ? [{ measure: { kind: 'threshold' }, quantity, stated: statedIn(match), at: match.index('q')! }]
    : []
}

/** More than half, or not: of somebody, or of anybody. */
function majority(has: boolean) {
  return (match: Match): readonly Said[] => {
    const [who] = whoIn(match)
    const item = match.item('q')
    if (item?.quantity && item.quantity.value !== 50) return []
    if (item?.quantity && !has && item.quantity.hedge === 'under') return []
    return [
      {
        measure: { kind: 'majority', has, ...(who !== undefined && { who }) },
        ...(item?.quantity && { quantity: item.quantity }),
        stated: statedIn(match),
        at: match.index('q') ?? match.index('half') ?? match.from,
      },
    ]
  }
}

/** “Nobody won a majority”, not “far from winning one”. */
function ofNobody(match: Match, read: Read): readonly Said[] {
  return /^(no|nobody|none|neither|without)\b/i.test(read.items[match.from]!.text)
    ? majority(false)(match)
    : []
}

/** Who won, who came where, who has more than half, and whether it goes to a second round. */
export const standingRules: readonly Rule[] = [
  rule(
    'threshold',
    `threshold|required ^P|;|qn|q%{0,8} be|of|when|:|to|get|at ${a} q:q% ( of den:vote|ballots|valid )? !of`,
    threshold,
  ),
  rule('threshold: after', `q:q% ( of den:vote|ballots|valid )? adv|be* ( threshold )? required`, threshold),
  rule(
    'majority: not of a name',
    `who:P ${apposition} have|be|adv* not adv|get|win|have|reach|be|of* q:q% ( of den:vote|ballots|valid )? !of`,
    majority(false),
  ),
  rule(
    'majority: not of a name, in words',
    `who:P ${apposition} have|be|adv* not adv|get|win|have|be|of* half:threshold`,
    majority(false),
  ),
  rule(
    'majority: of nobody',
    `not ( of candidate|they|P )? candidate? have|be|adv* get|win|have|be adv* q:q% ( of den:vote|ballots|valid )? !of`,
    ofNobody,
  ),
  rule(
    'majority: of nobody, in words',
    `not ( of candidate|they )? candidate? have|be|adv* get|win|have|be adv* half:threshold ( of vote|ballots|valid )? !of`,
    ofNobody,
  ),
  rule(
    'majority: in words',
    `who:P ${apposition} have|be|adv* get|win|have adv* half:threshold ( of den:vote|ballots|valid )? !of`,
    majority(true),
  ),
  rule('discard', `what:if ^;{0,6} discard ^;{0,8} modal not change`, match => [
    { measure: { kind: 'discard' }, at: match.index('what')!, firm: false },
  ]),
  rule('united', `if q:G ^;{0,5} candidate ,? ^;{0,3} modal ^;{0,3} win`, match => [
    { measure: { kind: 'united', who: whoIn(match, 'q') }, at: match.index('q')!, firm: false },
  ]),
  rule(
    'beat',
    `${subject} ${apposition} have|adv|who* beat ^P|q%|qn|qpp|;|not|and{0,5} over:P !supporter`,
    match => {
      const [who] = whoIn(match)
      const [over] = whoIn(match, 'over')
      return [{ measure: { kind: 'elected', who: who!, over: over! }, at: match.index('over')! }]
    },
  ),
  rule('lost to', `who:P ${apposition} have|adv* lose ^P|q%|qn|qpp|;|not{0,6} over:P !supporter`, match => {
    const [who] = whoIn(match)
    const [over] = whoIn(match, 'over')
    return [{ measure: { kind: 'elected', who: over!, over: who! }, at: match.index('over')! }]
  }),
  rule(
    'rank',
    `${subject} ${apposition} have|adv|be|who* come adv|in|a* q:qord ( in adv* round1|round2|qdate|election|presidential | !round1|round2|qspan|in|of|candidate )`,
    match => named('rank', match, 'q'),
  ),
  rule(
    'rank: with a share',
    `who:P|he ,? ( who | with ^;|P|,{1,6} , )? adv|have* come adv|in* q:qord !round1|round2|qspan|in|of|candidate`,
    match => named('rank', match, 'q'),
  ),
  rule(
    'rank: was',
    `who:P|he ${apposition} be adv|in* q:qord !w|U|round1|round2|qspan|candidate|election|vote|seat|people`,
    match => named('rank', match, 'q'),
  ),
  rule(
    'elected',
    `${subject} ${apposition} have|adv|be|who* win in|adv* what:election|presidential|presidency|round2 !seat|w|U|A|Az|in`,
    match => named('elected', match, 'what'),
  ),
  rule('victory', `who:Pz adv* what:victory in adv|qdate* election|presidential|presidency|round2`, match =>
    named('elected', match, 'what'),
  ),
]
