import type { Read } from '../reading/items.ts'
import type { Match } from '../reading/pattern.ts'
import {
  a,
  apposition,
  denominator,
  type Rule,
  rivalNamed,
  rule,
  type Said,
  statedIn,
  whoIn,
} from './rule.ts'

const subject = 'who:P|he|G|others|rival|winner'
const lately = 'adv|his|their|with|at|on|as|C*'
/** “… in the runoff”, “the presidency”: what one wins with a share. */
const won = '^q%|qn|qpp|;|P|Pz|he|others|among|survey|,|when|who{0,7}'

function share(match: Match, firm = true): readonly Said[] {
  return shareOf(whoIn(match), match, 'q', firm)
}

function shareOf(who: readonly string[], match: Match, part: string, firm: boolean): readonly Said[] {
  const item = match.item(part)
  if (!item?.quantity || who.length === 0) return []
  const stated = statedIn(match)
  return [{ measure: { kind: 'share', who }, quantity: item.quantity, stated, at: match.index(part)!, firm }]
}

/** Two shares side by side: “63 percent to 34 percent”. */
function pair(match: Match, { items }: Read): readonly Said[] {
  const first = whoIn(match, 'who')
  const second = whoIn(match, 'second')
  const between = items.slice(match.index('who')! + 1, match.index('q')!).filter(({ tag }) => tag === 'P')
  const sole = second.length > 0 ? second : between.length > 0 ? between.map(({ id }) => id!) : ['rival']
  return [...shareOf(first, match, 'q', true), ...shareOf(sole, match, 'q2', true)]
}

/** “A and B took 63 and 34 percent, respectively.” */
function each(match: Match): readonly Said[] {
  const figures = match.items('list').flatMap(item => (item.quantity ? [item] : []))
  const named = whoIn(match)
  const who = named[0] === 'they' ? figures.map((_, i) => `they:${i}`) : named
  if (who.length !== figures.length) return []
  const first = match.index('list')!
  const all = match.items('list')
  return figures.map((item, i) => ({
    measure: { kind: 'share' as const, who: [who[i]!] },
    quantity: { ...item.quantity!, unit: 'percent' as const },
    stated: statedIn(match),
    at: first + all.indexOf(item),
  }))
}

/** Not the voters of a name, and not “with 40 percent of the votes counted”. */
function opens(match: Match): readonly Said[] {
  return match.from <= 1 ? share(match, false) : []
}

export const pairRules: readonly Rule[] = [
  rule(
    'share: backed by',
    `${subject} ${apposition} have|be|adv* backed|win|elected by ${a} q:q% of adv|C* den:eligible|voter|people|vote`,
    match => share(match),
  ),
  rule(
    'share: support of',
    `${subject} ${apposition} have|be|adv* get|win|have adv* share|backed of ${a} q:q% of adv|C* den:eligible|voter|people|vote`,
    match => share(match),
  ),
  rule(
    'share: won by',
    `q:q% of adv* den:vote|valid|ballots|eligible be|adv|have* get|win|backed by ${a} who:P`,
    match => share(match),
  ),
  rule('share: opening', `with ${a} q:q% ${denominator} , ^q%|qn|P|Pz|cast|;|,|survey{0,3} who:P|he`, opens),
  rule(
    'share: a pair, who beat whom',
    `${subject} ${apposition} have|be|adv* beat ^q%|qn|;|P{0,4} second:P ^q%|qn|;|P|,|and{0,5} ( by|with|,|-- )* ${a} q:q% ( of vote|ballots|valid )? vote? to|by|and|-- ${a} q2:q% ${denominator}`,
    pair,
  ),
  rule(
    'share: a pair, with both names',
    `${subject} ^q%|;|he{0,10} ( beat ^q%|;|P{0,6} second:P ^q%|;|P{0,6} )? q:q% ( of vote|ballots|valid )? vote? to|by|and|-- ( with )? q2:q% ( vote )? ( for|over|to ^q%|;|P{0,6} second:P )? ${denominator}`,
    (match, read) => (match.item('second') ? pair(match, read) : []),
  ),
  rule(
    'share: a pair, against the one behind',
    `${subject} ^q%|;|he{0,10} by|with adv|lead|of* q:q% to q2:q% ( for|over ^q%|;|P{0,3} second:rival )?`,
    pair,
  ),
]

export const shareRules: readonly Rule[] = [
  rule(
    'share: respectively',
    `who:( P ( , P )* ,? and P ) ^q%|;{0,12} list:( q%|qn ( , q%|qn )* ,? and q%|qn ) ${denominator} ^q%{0,4} respectively`,
    each,
  ),
  rule(
    'share: they, respectively',
    `who:they ^q%|;{0,8} list:( q%|qn and q% ) ${denominator} ^q%{0,3} respectively`,
    each,
  ),
  rule('share: they', `who:they ^q%|;{0,3} get|win|with ${a} list:( q% and q% ) ${denominator}`, each),
  rule(
    'share: together',
    `who:( P ( , P )* ,? and P ) ,? ^q%|P|;|not{0,4} together ,? ^q%|P|;|not{0,4} q:q% ${denominator}`,
    match => shareOf(whoIn(match), match, 'q', true),
  ),
  rule(
    'share: a name gets',
    `${subject} ${apposition} have|be|adv|was|who* get|win ${lately} q:q% ${denominator}`,
    match => share(match),
  ),
  rule('share: a name has', `${subject} ${apposition} adv* have ${lately} q:q% ${denominator}`, match =>
    share(match),
  ),
  rule(
    'share: a name wins with',
    `${subject} ${apposition} have|be|adv|was|who* win|winner|victory|come|leading|trail|lose ${won} with|on|at|get|have|: ${lately} q:q% ${denominator}`,
    match => share(match),
  ),
  rule(
    'share: a name beats another with',
    `${subject} ${apposition} have|be|adv|was|who* beat|lose ^q%|P|;{0,4} P ^q%|P|;|survey{0,5} with|on|get|,|taking ${lately} q:q% ${denominator}`,
    match => share(match),
  ),
  rule(
    'share: after votes',
    `${subject} ${apposition} have|be|adv|was|who|get|win|with* ^q%|;|P|U|,{0,3} qn vote? ,|or|open|-- or? ${a} q:q% ${denominator}`,
    match => share(match),
  ),
  rule(
    'share: who got',
    `who:P ,? who have|be|adv* get|win|come|have ( qord )? ${lately} q:q% ${denominator}`,
    match => share(match),
  ),
  rule(
    'share: after a clause about who it is',
    `${subject} , who ^;|P{1,14} , have|be|adv|was* get|win ^q%|;|P{0,4} with|on ${lately} q:q% ${denominator}`,
    match => share(match),
  ),
  rule(
    'share: was third with',
    `${subject} ${apposition} have|be|adv+ qord ^q%|qn|P|;{0,3} with|on|at|, ${lately} q:q% ${denominator}`,
    match => share(match),
  ),
  rule('share: falls to', `who:P have|adv* rise|fall ( from ${a} q% )? to ${a} q:q% ${denominator}`, match =>
    share(match, false),
  ),
  rule(
    'share: a rival named',
    `${rivalNamed} have|be|adv* get|have|win ${lately} q:q% ${denominator}`,
    match => share(match),
  ),
  rule('share: with, between commas', `who:P , with|on|at|get ${a} q:q% ${denominator} ,`, match =>
    share(match),
  ),
  rule(
    'share: avoiding a run-off',
    `${subject} ${apposition} have|be|adv* avoided ^q%|qn|P|;{0,5} with|get ${a} q:q% ${denominator}`,
    match => share(match),
  ),
  rule(
    'share: for a name',
    `to|and|,|while ${a} q:q% ${denominator} for w|adv|U|rival|his|G|C{0,6} who:P`,
    match => share(match, false),
  ),
  rule(
    'share: again in brackets',
    `${subject} ^;|P|but|qn{0,10} q% ( of adv* vote|ballots )? open ${a} q:q% close|,`,
    match => share(match),
  ),
  rule(
    'share: went to',
    `q:q% ${denominator} ( of vote )? be|adv|have|who* wentto|for|backed|to ${a} who:P|he|others|G`,
    match => share(match),
  ),
  rule(
    'share: his share',
    `who:Pz|his adv|C|qdate|round1|round2|share* share|vote|record ( of vote )? ( in|for round1|round2|qdate|election )* be|of|have|at|rise|to|stood|,* ${a} q:q% ${denominator}`,
    match => share(match),
  ),
  rule(
    'share: from, to',
    `who:Pz adv* share|vote|support|record ( of vote )? rise|fall from q:q% ( in ( adv* round1|round2|qdate ) )? to q2:q%`,
    match => share(match),
  ),
  rule(
    'share: to, from',
    `who:Pz adv* share|vote|support|record ( of vote )? rise|fall ( from q% ( in ( adv* round1|round2|qdate ) )? )? to q:q% ${denominator}`,
    match => share(match),
  ),
  rule('share: a possessive', `who:Pz ${a} q:q% ${denominator}`, match => share(match)),
  rule(
    'share: share for a name',
    `share|vote of? vote? for ${a} who:P be|of|at|: ${a} q:q% ${denominator}`,
    match => share(match),
  ),
  rule(
    'share: in brackets',
    `who:P ( open U close )? open ( get|with )? ${a} q:q% ${denominator} !survey`,
    match => share(match),
  ),
  rule(
    'share: a list',
    `who:P ( in|for qdate|round1|round2 )? ( , | : | -- | with | on | at | to )? ${a} q:q% ${denominator}`,
    match => share(match),
  ),
  rule(
    'share: a name further on',
    `who:P , qage|w|U|of|and|G|C|from|adv|,|A|his{1,16} get|win ${a} q:q% ${denominator}`,
    match => share(match),
  ),
  rule(
    'share: and then another',
    `${subject} have|be|adv* get|win ^P|;|U|he|qn{1,14} and|,|-- ( then )? ( in round1|round2|qdate|election ( election )? ,? )? ( get|with|to )? ${a} q:q% ${denominator}`,
    match => share(match),
  ),
  rule(
    'share: trailing behind',
    `with ${a} who:P ( get|with|on|at|have|trail|come ( qord )? ( with|on|at )? ) ${a} q:q% ${denominator}`,
    match => share(match),
  ),
]
