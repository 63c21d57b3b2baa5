import type { Read } from '../reading/items.ts'
import type { Match } from '../reading/pattern.ts'
import { a, isWhole, type Rule, rule, type Said } from './rule.ts'

const stop = 'lead|q%|qn|qpp|P|Pz|;|but|survey|among|demographic|G|U|A|Az|abroad|since|extreme'

function turnout(match: Match): readonly Said[] {
  const item = match.item('q')
  if (!item?.quantity) return []
  const stated = match.item('den') ? 'eligible' : 'none'
  return [{ measure: { kind: 'turnout' }, quantity: item.quantity, stated, at: match.index('q')! }]
}

/** Of those who may vote, how many did, and not how. */
function voted(match: Match, read: Read): readonly Said[] {
  return isWhole(match, read) ? turnout(match) : []
}

function part(kind: 'abstention' | 'invalidShare') {
  return (match: Match): readonly Said[] => {
    const item = match.item('q')
    return item?.quantity
      ? [
          {
            measure: { kind },
            quantity: item.quantity,
            stated: kind === 'abstention' ? 'eligible' : 'votes',
            at: match.index('q')!,
          },
        ]
      : []
  }
}

const of = '( of|from adv|C* ( qn )? den:eligible )?'

export const turnoutRules: readonly Rule[] = [
  rule(
    'turnout: to',
    `turnout ^${stop}{0,8} rise|fall ( by qpp|q% )? ( from q%|qn )? to ${a} q:q% ${of}`,
    turnout,
  ),
  rule(
    'turnout: is',
    `turnout ^${stop}|by|from|than|get{0,6} be|of|at|have|get|open|,|--|:|to ${a} q:q% ${of} !of`,
    turnout,
  ),
  rule('turnout: get', `turnout get|be|of|at|: ${a} q:q% ${of} !of`, turnout),
  rule('turnout: before', `q:q% adv|C|official* turnout`, turnout),
  rule('turnout: put at', `put|be turnout at ${a} q:q%`, turnout),
  rule(
    'turnout: who voted',
    `q:q% of|from adv|C|Cz* ( qn )? den:eligible adv|who|have|C|was|in* cast`,
    voted,
  ),
  rule(
    'turnout: people who voted',
    `q:q% of|from adv* ( qn )? den:people|C|voter adv|who|have|C|was* cast !for|wentto|against`,
    voted,
  ),
  rule('turnout: that so many voted', `q:q% adv|have* cast !for|wentto|against|on|with`, (match, read) =>
    read.items[match.from - 1]?.tag === 'of'
      ? []
      : voted(match, read).map(said => ({ ...said, firm: false })),
  ),
  rule('turnout: of whom', `q:q% adv|C|Cz* den:eligible adv|C|have|who* cast`, voted),
  rule('turnout: which stood at', `turnout ^q%|qn|P|Pz|;|among{0,14} , who be at|of? ${a} q:q%`, turnout),
  rule('turnout: or', `cast ^q%|;|P|not{0,5} ,|or|open|-- or? ${a} q:q% of adv|C* den:eligible`, turnout),
  rule(
    'abstention',
    `q:q% of adv|C|Cz* ( qn )? eligible|people|C|voter adv|who|have|C|was* abstain !for|wentto`,
    part('abstention'),
  ),
  rule(
    'abstention: of whom',
    `q:q% adv|C* eligible|voter|people|C adv|who|have|C|was* abstain !for|wentto`,
    part('abstention'),
  ),
  rule(
    'abstention: is',
    `abstention ^${stop}|by|from|than|get{0,6} be|of|at|,|--|:|to|get ${a} q:q% ${of} !of`,
    part('abstention'),
  ),
  rule('abstention: plain', `q:q% have|adv* abstain !for|wentto`, part('abstention')),
  rule(
    'invalid: share',
    `q:q% of? adv* vote|ballots adv|have|be|who|was* spoilt|blank|invalid`,
    part('invalidShare'),
  ),
  rule(
    'invalid: made up',
    `invalid ^q%|qn|;|P{0,4} be|of|with|open|at ${a} q:q% ( of adv* vote|ballots|cast | of adv+ !w|U|q%|qn|P|eligible|voter|people )? !of`,
    part('invalidShare'),
  ),
  rule('invalid: were', `q:q% ( be adv* )? spoilt|invalid`, part('invalidShare')),
]
