import { type Rule, rule, type Said, whoIn } from '../../../rules/rule.ts'
import type { Read } from '../../items.ts'
import type { Match } from '../../pattern.ts'
import { a, den, each, free, measured, names, role, shared, stated, subject, subjectOf } from './said.ts'

function share(match: Match, who: readonly string[], part = 'q'): readonly Said[] {
  return who.length === 0 ? [] : measured({ kind: 'share', who }, match, part, { stated: stated(match) })
}

const ofSubject = (match: Match, read: Read) => share(match, subjectOf(match, read))
const ofNamed = (match: Match) => share(match, whoIn(match))

function pair(match: Match, read: Read): readonly Said[] {
  const second = whoIn(match, 'second')
  const first = ofSubject(match, read)
  return first.length === 0 ? [] : [...first, ...share(match, second.length > 0 ? second : ['rival'], 'q2')]
}

export const shares: readonly Rule[] = [
  rule(
    'share: in this order',
    `who:${names} ${shared}* respectively ${shared}* list:( q%|qn ( , q%|qn )* ,? and q% ) ${den}`,
    each('share'),
  ),
  rule('share: together', `who:${names} ${shared}* together ${shared}* q:q% ${den}`, ofNamed),
  rule('share: beats with', `who:P ${role} ${free}* P ra ${free}* q:q% ${den} ${free}|lead* beat`, ofSubject),
  rule(
    'share: a pair',
    `${subject} ${role} ${free}* q:q% ${den} against q2:q% vote? ( of_his? second:P )?`,
    pair,
  ),
  rule(
    'share: his share',
    `share|vote of? who:P|he ( of den:vote|ballots|valid )? ${free}|be|to* q:q% ${den}`,
    ofNamed,
  ),
  rule(
    'share: his share, from',
    `share|vote of? who:P|he ( of den:vote )? ${free}* of q:q% vote? in round1|round2|qdate`,
    ofNamed,
  ),
  rule(
    'share: his share, to',
    `share|vote of? who:P|he ( of den:vote )? ${free}* of q% vote? ( in round1|round2|qdate* )? to q:q% ${den}`,
    ofNamed,
  ),
  rule(
    'share: went to',
    `q:q% ${den} ${free}|ra* to|of_his|favour ${a} who:P wentto|voted|be|cast|get`,
    ofNamed,
  ),
  rule(
    'share: after votes',
    `${subject} ${role} ${free}* qn vote? ,|open|with|and|ra* equal? ${a} q:q% ${den}`,
    ofSubject,
  ),
  rule('share: a name, then a figure', `${subject} ${role} ${free}|:|open* q:q% ${den}`, ofSubject),
  rule(
    'share: and in the other round',
    `${subject} ${role} ${free}* q% vote|valid|ballots|ra|get|of|be* ,|and ${free}|,* in round1|round2|qdate ${free}|to* q:q% ${den}`,
    ofSubject,
  ),
]
