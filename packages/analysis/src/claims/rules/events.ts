import type { Match } from '../reading/pattern.ts'
import { a, type Rule, rule, type Said, whoIn } from './rule.ts'

function dated(what: string, firm = true) {
  return (match: Match): readonly Said[] => {
    const item = match.item('q')
    return item?.date?.day === undefined
      ? []
      : [{ measure: { kind: 'date', what }, date: item.date, at: match.index('q')!, firm }]
  }
}

function act(what: string) {
  return (match: Match): readonly Said[] => {
    const [infavour] = whoIn(match, 'other')
    return whoIn(match).map(who => ({
      measure: { kind: 'act', what, who, ...(infavour !== undefined && { infavour }) },
      at: match.index('who')!,
      firm: false,
    }))
  }
}

const took = 'be|adv|have|in|C|Cz|held'

/** Days, and what became of a candidacy. */
export const eventRules: readonly Rule[] = [
  rule(
    'date: round 1',
    `round1 modal? ${took}{0,4} ( on | , | of )? ( weekday ,? )? q:qdate`,
    dated('round:1'),
  ),
  rule(
    'date: round 2',
    `round2 ( w P and P )? modal? ${took}{0,4} ( on | , | of )? ( weekday ,? )? q:qdate`,
    dated('round:2'),
  ),
  rule(
    'date: election',
    `election|presidential|parliamentary ${took}{0,4} held on ( weekday ,? )? q:qdate`,
    dated('round'),
  ),
  rule('date: people voted', `C|voter|people cast on ( weekday ,? )? q:qdate`, dated('round', false)),
  rule('date: vacancy', `killed ^;|q%|qn|modal{0,9} on q:qdate`, dated('vacancy', false)),
  rule('date: office', `office presidency? adv* on q:qdate`, dated('oath', false)),
  rule(
    'date: election, it may be',
    `election|presidential|parliamentary ${took}{0,4} ( on | , | of )? ( weekday ,? )? q:qdate`,
    dated('round', false),
  ),
  rule(
    'withdrew',
    `who:P ^;|not|refused|modal|but|q%|qn|beat{0,24} withdrew ( from election )? ( ^P|;|,{0,3} endorsed|favour ^P|;|,{0,2} other:P )?`,
    act('withdrew'),
  ),
  rule(
    'rejected',
    `who:P ( , ^P|Pz|get|win|;|but|beat|lose|survey|q%|qn|and{1,16} , | , who )? have|be|adv* rejected`,
    act('rejected'),
  ),
  rule('rejected: by', `rejected ${a} who:P`, act('rejected')),
]
