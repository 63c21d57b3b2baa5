import type { Measure } from '../claim.ts'
import type { Match } from '../reading/pattern.ts'
import { a, apposition, isWhole, type Rule, rivalNamed, rule, type Said, whoIn } from './rule.ts'

const subject = 'who:P|he|G|others|rival|winner'
/** Votes are many: a small number without the word is something else. */
const many = 10_000

function votes(match: Match, firm = true): readonly Said[] {
  return votesOf(whoIn(match), match, 'q', firm)
}

function votesOf(who: readonly string[], match: Match, part: string, firm = true): readonly Said[] {
  const item = match.item(part)
  if (!item?.quantity || who.length === 0) return []
  if (match.item('noun') === undefined && item.quantity.value < many) return []
  return [{ measure: { kind: 'votes', who }, quantity: item.quantity, at: match.index(part)!, firm }]
}

function total(figure: Extract<Measure, { kind: 'total' }>['figure'], least = 0) {
  return (match: Match): readonly Said[] => {
    const item = match.item('q')
    if (!item?.quantity || item.quantity.value < least) return []
    return [{ measure: { kind: 'total', figure }, quantity: item.quantity, at: match.index('q')! }]
  }
}

/** What may follow a bare number of votes: nothing that it would be a number of. */
const bare =
  '( noun:vote|valid|ballots | of adv* qn noun:vote|valid|ballots )? !w|town|place|province|seat|people|voter|candidate|killed|arms|economy|demographic|supporter|population|box|debate|survey|invalid|eligible|than|leading|lead|U|of'

export const voteRules: readonly Rule[] = [
  rule(
    'votes: together',
    `who:( P|G ( , P )* ,? and P ) ,? ^qn|P|;|not{0,4} together ,? ^qn|P|;|not{0,3} q:qn ${bare}`,
    match => votes(match),
  ),
  rule(
    'votes: from, to',
    `who:Pz adv* ( share|vote|support|record )? ^q%|qn|P|;|not{0,1} rise|fall from ${a} q:qn vote? ^P|;|q%|qn{0,5} to ${a} q2:qn vote?`,
    match => [...votes(match, false), ...votesOf(whoIn(match), match, 'q2', false)],
  ),
  rule(
    'votes: gets',
    `${subject} ${apposition} have|be|adv|was|who* get|win|have adv|his|with* q:qn ${bare}`,
    match => votes(match),
  ),
  rule(
    'votes: wins with',
    `${subject} ${apposition} have|be|adv|was|who* win|victory|come|leading|trail|lose ^q%|qn|qpp|;|P|Pz|he|others|among|survey|,|when|who|by{0,7} with|on|at|get|have|: ${a} q:qn ${bare}`,
    match => votes(match),
  ),
  rule('votes: so many voted for', `q:qn have|adv* backed ${a} who:P|winner`, match => votes(match, false)),
  rule(
    'votes: a heading',
    `who:P , qage ( , ^P|;|q%|qn{1,6} )? : adv|w|U|of|C{0,6} get|win ${a} q:qn ${bare}`,
    match => votes(match, false),
  ),
  rule('votes: who got', `who:P ,? who have|be|adv* get|win|have ${a} q:qn ${bare}`, match => votes(match)),
  rule(
    'votes: beats with',
    `${subject} ${apposition} have|be|adv* beat ^q%|qn|P|;{0,4} P|he ^q%|qn|P|;|survey|by{0,4} with|on|get ${a} q:qn ${bare}`,
    match => votes(match),
  ),
  rule(
    'votes: for',
    `q:qn adv* noun:vote|ballots be|adv|have|who* wentto|for|backed ${a} who:P|others`,
    match => votes(match),
  ),
  rule(
    'votes: people who voted for',
    `q:qn adv* noun:people|voter|C adv|have|who* backed ${a} who:P|winner`,
    match => votes(match),
  ),
  rule('votes: for a name', `to|and|,|while|of|: ${a} q:qn be? for w|adv|U|rival|his|G|C{0,6} who:P`, match =>
    votes(match, false),
  ),
  rule('votes: a rival named', `${rivalNamed} have|be|adv* get|have|win adv|his|with* q:qn ${bare}`, match =>
    votes(match),
  ),
  rule(
    'votes: was third with',
    `${subject} ${apposition} have|be|adv+ qord ^q%|qn|P|;{0,3} with|on|at|, ${a} q:qn ${bare}`,
    match => votes(match),
  ),
  rule('votes: for a name are', `vote for ${a} who:P ^q%|qn|P|;|not{0,4} be|: ${a} q:qn ${bare}`, match =>
    votes(match),
  ),
  rule('votes: his', `who:Pz|his ${a} q:qn ${bare}`, match => votes(match)),
  rule('votes: his total, plainly', `who:Pz adv+ be|of|at|: ${a} q:qn ${bare}`, match => votes(match)),
  rule(
    'votes: his total',
    `who:Pz|his adv* share|vote|record ^q%|qn|;|P{0,3} be|of|have|at|rise|to ${a} q:qn ${bare}`,
    match => votes(match),
  ),
  rule('votes: in brackets', `who:P open ${a} q:qn ${bare}`, match => votes(match)),
  rule(
    'votes: a list',
    `who:P ( in|for qdate|round1|round2 )? ( , | : | -- | with | on | at | to )? ${a} q:qn ${bare}`,
    match => votes(match),
  ),
  rule(
    'votes: a name further on',
    `who:P , qage|w|U|of|and|G|C|from|adv|,|A|his{1,16} get|win ${a} q:qn ${bare}`,
    match => votes(match),
  ),
  rule(
    'votes: share, then votes',
    `who:P ^;|P|not|modal|U{0,8} get|win|with ^;|P|qn{0,5} q% ( of vote )? ,|or|with|open|-- ( or )? ${a} q:qn noun:vote|ballots !leading|lead|than|further`,
    match => votes(match),
  ),
]

export const totalRules: readonly Rule[] = [
  rule('taken: of the eligible', `q:qn of adv|C|w{0,2} qn adv|C* eligible`, match =>
    total('taken', many)(match).map(said => ({ ...said, firm: false })),
  ),
  rule(
    'eligible: who they are',
    `q:qn adv* people|C|voter ^P|Pz|;|q%|qn|,|who{1,6} have|be|adv* eligible`,
    total('eligible', 1000),
  ),
  rule(
    'invalid: and as a share',
    `q:qn adv|of* vote|ballots ,|--|open or? q2:q% ( of ^;|q%|qn{0,3} )? ,|--|close have|be|adv* spoilt|invalid|blank`,
    match => {
      const [count] = total('invalid', 100)(match)
      const share = match.item('q2')?.quantity
      return count && share
        ? [
            count,
            { measure: { kind: 'invalidShare' }, quantity: share, stated: 'votes', at: match.index('q2')! },
          ]
        : []
    },
  ),
  rule('eligible: before', `q:qn adv|C|of* eligible`, total('eligible', 1000)),
  rule(
    'eligible: people who may',
    `q:qn adv* people|C|voter|U be|who|have|adv* eligible`,
    total('eligible', 1000),
  ),
  rule('eligible: is', `eligible ^qn|q%|;|cast|P{0,4} be|of|: ${a} q:qn`, total('eligible', 1000)),
  rule('eligible: of', `of q:qn adv|C* eligible`, total('eligible', 1000)),
  rule(
    'invalid: made so',
    `q:qn adv* people|C|voter have|adv* spoilt their? adv* vote|ballots`,
    total('invalid', 100),
  ),
  rule(
    'invalid: cast',
    `q:qn adv* people|C|voter have|adv* cast invalid|blank|spoilt`,
    total('invalid', 100),
  ),
  rule('invalid: before', `q:qn adv|of* invalid|blank`, total('invalid', 100)),
  rule(
    'invalid: were',
    `q:qn adv|of* vote|ballots adv|be|have|who|was* spoilt|invalid|blank|rejected`,
    total('invalid', 100),
  ),
  rule('invalid: is', `invalid ^qn|q%|;|P{0,5} be|of|at|: ${a} q:qn !vote|ballots`, total('invalid', 100)),
  rule('valid', `q:qn adv|of* valid`, total('valid', 1000)),
  rule('valid: is', `valid ^qn|q%|;|P{0,3} be|: ${a} q:qn`, total('valid', 1000)),
  rule(
    'taken: cast',
    `q:qn adv|C|of* vote|ballots|voter|people|C adv|be|have|who|was* cast ( in round1|round2|election|presidential|qdate|C|weekday|adv* )? !for|wentto|against`,
    (match, read) => (isWhole(match, read) ? total('taken', many)(match) : []),
  ),
  rule(
    'taken: votes cast',
    `of adv* q:qn adv* vote|ballots ( cast )? !for|wentto|backed`,
    total('taken', many),
  ),
  rule(
    'taken: turnout of',
    `turnout ^qn|q%|;|P{0,3} of|be|at ${a} q:qn ( voter|vote|people )? !w|U|of`,
    total('taken', many),
  ),
  rule(
    'taken: from, to',
    `vote|ballots adv|cast* rise|fall from ${a} q:qn ^P|;|q%|qn{0,5} to ${a} q2:qn`,
    match =>
      ['q', 'q2'].flatMap(part => {
        const item = match.item(part)!
        return item.quantity!.value < many
          ? []
          : [
              {
                measure: { kind: 'total' as const, figure: 'taken' as const },
                quantity: item.quantity!,
                at: match.index(part)!,
                firm: false,
              },
            ]
      }),
  ),
  rule(
    'taken: total',
    `noun:vote|ballots adv|cast* ( in|of adv|C|Cz|round1|round2|qdate|election|presidential|weekday* )? be|: ${a} q:qn !w|U|vote|adv|than|of`,
    match =>
      /total|all|cast|counted|polled|recorded/i.test(match.item('noun')!.text)
        ? total('taken', many)(match)
        : [],
  ),
]
