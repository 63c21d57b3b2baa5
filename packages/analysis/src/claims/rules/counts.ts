import type { Match } from '../reading/pattern.ts'
import { a, type Rule, rule, type Said, whoIn } from './rule.ts'

const person = 'candidate|nominated|people|w'

function counted(what: string, firm = true) {
  return (match: Match): readonly Said[] => {
    const item = match.item('q')
    if (!item?.quantity) return []
    const { outOf, ...quantity } = item.quantity
    const said: Said = { measure: { kind: 'count', what }, quantity, at: match.index('q')!, firm }
    if (outOf === undefined) return [said]
    const whole = wholeOf[what]
    const all: Said = {
      measure: { kind: 'count', what: whole ?? what },
      quantity: { ...quantity, value: outOf, step: 1, hedge: quantity.outOfAbout ? 'about' : 'plain' },
      at: match.index('q')!,
      firm: false,
    }
    return whole ? [said, all] : [said]
  }
}

/** Seats are somebody's. Of a whole chamber, its size is told too. */
function wonBy(match: Match): readonly Said[] {
  const [who] = whoIn(match)
  return counted(
    'seats-won',
    false,
  )(match).map(said =>
    said.measure.kind === 'count' && said.measure.what === 'seats-won' && who !== undefined
      ? { ...said, measure: { ...said.measure, who } }
      : said,
  )
}

/** What the second number of “4 of 80” counts. */
const wholeOf: Readonly<Record<string, string>> = {
  approved: 'registered',
  'seats-won': 'seats',
  withdrew: 'approved',
}

/** Counts of candidates, seats, debates and places. */
export const countRules: readonly Rule[] = [
  rule(
    'seats won by a party',
    `who:P|G ^P|Pz|G|;|qn|not{0,12} get|win|have|with|to ${a} q:qn adv|of|house* seat`,
    wonBy,
  ),
  rule('seats of a party', `who:P ( open|,|with|: )? ${a} q:qn adv|of|house* seat`, wonBy),
  rule('seats won', `get|win ${a} q:qn adv|of|house* seat`, counted('seats-won', false)),
  rule('seats', `q:qn adv|house* seat adv|in|Cz|C* ( house|parliamentary|U|w )?`, counted('seats', false)),
  rule(
    'candidates: withdrew',
    `q:qn adv|further|approved* ${person}|others ^;|qn|refused|not{0,40} withdrew`,
    counted('withdrew', false),
  ),
  rule('candidates: registered', `q:qn adv* ${person} adv|have|who* signed`, counted('registered')),
  rule('candidates: nominated', `q:qn adv* nominated`, match =>
    match.item('q')?.quantity?.outOf ? counted('approved')(match) : counted('registered')(match),
  ),
  rule(
    'candidates: approved',
    `q:qn ( of ( adv* qn )? )? adv|C* ${person} have|be|adv* approved`,
    counted('approved'),
  ),
  rule(
    'candidates: approved, it may be',
    `q:qn adv|C* ${person} ^;|qn|competed|not{0,4} approved`,
    counted('approved', false),
  ),
  rule(
    'candidates: approves of them',
    `approved ${a} q:qn ( of they )? !w|U|of|seat|place|province|qspan`,
    counted('approved', false),
  ),
  rule(
    'candidates: were approved',
    `q:qn adv* demographic? have|be|adv+ approved`,
    counted('approved', false),
  ),
  rule(
    'candidates: of them withdrew',
    `q:qn ( of they|those|w )? have|adv* withdrew`,
    counted('withdrew', false),
  ),
  rule('candidates: who registered', `q:qn adv* ${person} nominated|signed`, counted('registered', false)),
  rule('candidates: stood', `q:qn adv* candidate have|adv* stood:be`, match =>
    /^stood$/i.test(match.item('stood')!.text) ? counted('on-ballot', false)(match) : [],
  ),
  rule(
    'candidates: registered, plainly',
    `q:qn adv* candidate|people|nominated have|adv* verb:get !for|q%|qn`,
    match => (/^registered$/i.test(match.item('verb')!.text) ? counted('registered', false)(match) : []),
  ),
  rule('candidates: approves', `approved ${a} q:qn adv* ${person}`, counted('approved')),
  rule(
    'candidates: competed',
    `q:qn adv* candidate ^;|qn|approved|rejected|withdrew|not{0,40} competed`,
    counted('on-ballot'),
  ),
  rule(
    'candidates: on the ballot',
    `q:qn ( adv|in* candidate )? on|in adv* ballot|ballots|round1`,
    counted('on-ballot', false),
  ),
  rule('debates', `q:qn adv|presidential* debate`, counted('debates', false)),
  rule('provinces', `adv* q:qn ( of Cz|C )? province`, match =>
    match.item('q')!.quantity!.value < 20 ? [] : counted('provinces', false)(match),
  ),
  rule('polling places', `q:qn adv* place`, match =>
    match.item('q')!.quantity!.value < 100 ? [] : counted('polling-places', false)(match),
  ),
]

function stated(what: string) {
  return (match: Match): readonly Said[] => {
    const item = match.item('q')
    return item?.quantity
      ? [
          {
            measure: { kind: 'count', what: `places-over-eligible:${what}` },
            quantity: item.quantity,
            at: match.index('q')!,
            firm: false,
          },
        ]
      : []
  }
}

/** Places that are said to have had more votes than voters: how many, how far above, and how many votes in all. */
export const placeRules: readonly Rule[] = [
  rule('over: by', `vote get? in qn town ^;{0,4} eligible ^;|q%|qn{0,3} by ${a} q:qn`, stated('excess')),
  rule('over: places with votes', `vote get? in ${a} q:qn town ^;{0,4} eligible`, stated('places')),
  rule(
    'over: places',
    `in ${a} q:qn town ( and|or town )? ,? ^;|qn{0,8} vote|cast ^;|qn{0,5} eligible`,
    stated('places'),
  ),
  rule('over: such places', `be adv* q:qn adv|w* town ( and|or town )?`, stated('places')),
  rule('over: all votes there', `vote in adv|w|those* town ( and|or town )? be adv|w* q:qn`, stated('votes')),
]
