import type { Measure } from '../../../claim.ts'
import { type Rule, rule, type Said, whoIn } from '../../../rules/rule.ts'
import type { Read } from '../../items.ts'
import type { Match } from '../../pattern.ts'
import { a, each, free, measured, names, role, shared, subject, subjectOf } from './said.ts'

/** A number of votes, or a bare one that nothing follows which it could be a number of. */
const noun =
  '( noun:vote|valid|ballots )? !w|people|voter|candidate|eligible|invalid|place|seat|debate|box|killed|arms|economy|more|less|rise|fall|town|province|demographic|supporter|population|A|leading'
/** Votes are many: a small number without the word is something else. */
const many = 10_000

function votes(match: Match, who: readonly string[]): readonly Said[] {
  const value = match.item('q')?.quantity?.value ?? 0
  if (who.length === 0 || (match.item('noun') === undefined && value < many)) return []
  return measured({ kind: 'votes', who }, match)
}

const ofSubject = (match: Match, read: Read) => votes(match, subjectOf(match, read))
const ofNamed = (match: Match) => votes(match, whoIn(match))

function total(figure: Extract<Measure, { kind: 'total' }>['figure'], least: number) {
  return (match: Match): readonly Said[] =>
    (match.item('q')?.quantity?.value ?? 0) < least ? [] : measured({ kind: 'total', figure }, match)
}

function counted(what: string, { firm = false, least = 0 } = {}) {
  return (match: Match): readonly Said[] =>
    (match.item('q')?.quantity?.value ?? 0) < least
      ? []
      : measured({ kind: 'count', what }, match, 'q', { firm })
}

/** Votes, the totals of a round, and numbers of candidates, seats and places. */
export const counts: readonly Rule[] = [
  rule(
    'votes: in this order',
    `who:${names} ${shared}* respectively ${shared}* list:( qn vote? ( , qn vote? )* ,? and qn ) vote`,
    each('votes'),
  ),
  rule('votes: together', `who:${names} ${shared}* together ${shared}* q:qn noun:vote`, ofNamed),
  rule('votes: beats with', `who:P ${role} ${free}* P ra ${free}* q:qn noun:vote ${free}* beat`, ofSubject),
  rule(
    'votes: for',
    `q:qn adv* noun:vote|people|voter ${free}|ra* to|of_his|favour ${a} who:P wentto|voted|be|cast|get`,
    ofNamed,
  ),
  rule('votes: his', `vote of? who:P|he ${free}|be|to* q:qn ${noun}`, ofNamed),
  rule('votes: his, from', `vote of? who:P|he ${free}* of q:qn vote? in round1|round2|qdate`, ofNamed),
  rule(
    'votes: his, to',
    `vote of? who:P|he ${free}* of qn vote? ( in round1|round2|qdate* )? to q:qn ${noun}`,
    ofNamed,
  ),
  rule('votes: a name, then a figure', `${subject} ${role} ${free}|:|open* q:qn ${noun}`, ofSubject),
  rule(
    'votes: share, then votes',
    `${subject} ${role} ${free}* q% ( of? vote|ballots|valid )? ,|open|with|and|ra* equal? ${a} q:qn noun:vote !more|less|leading|rise|fall`,
    ofSubject,
  ),
  rule('eligible: before', `q:qn adv|people|C|of* eligible`, total('eligible', 1000)),
  rule('eligible: is', `eligible ^qn|q%|;|cast|P|abstain|of{0,6} q:qn`, total('eligible', 1000)),
  rule('invalid: before', `q:qn adv|of|vote|ballots* invalid|blank|spoilt`, total('invalid', 100)),
  rule('invalid: is', `invalid ^qn|q%|;|P{0,5} q:qn`, total('invalid', 100)),
  rule('valid: before', `q:qn adv|of* valid`, total('valid', 1000)),
  rule('valid: is', `valid ^qn|q%|;|P{0,4} q:qn`, total('valid', 1000)),
  rule('taken: before', `q:qn adv|of* ballots`, total('taken', many)),
  rule(
    'taken: cast',
    `q:qn adv|of|C* vote|people|voter|C|eligible ${free}* cast|voted`,
    total('taken', many),
  ),
  rule('taken: is', `ballots ^qn|q%|;|P{0,5} q:qn`, total('taken', many)),
  rule('taken: all votes', `noun:vote ${free}|be|:|to* q:qn`, match =>
    /^(کل|مجموع|همه|تمام)/.test(match.item('noun')!.text) ? total('taken', many)(match) : [],
  ),
  rule('withdrew', `q:qn of? candidate|people ${free}|,|favour|P|and* withdrew`, counted('withdrew')),
  rule('registered', `q:qn candidate|people ${free}* signed`, counted('registered', { firm: true })),
  rule('approved', `q:qn of? candidate|people ${free}|by|B* approved`, counted('approved', { firm: true })),
  rule('competed', `q:qn candidate|people ${free}* competed`, counted('on-ballot', { firm: true })),
  rule('debates', `q:qn debate`, counted('debates')),
  rule('seats', `house ^qn|q%|;|P{0,2} q:qn seat have|be|adv*`, counted('seats')),
  rule('polling places', `q:qn place`, counted('polling-places', { least: 100 })),
]
