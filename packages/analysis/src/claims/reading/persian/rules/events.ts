import { type Rule, rule, type Said, whoIn } from '../../../rules/rule.ts'
import type { Read } from '../../items.ts'
import type { Match } from '../../pattern.ts'
import { a, free, role, subjectOf } from './said.ts'

function act(what: string, who: (match: Match, read: Read) => readonly string[] = subjectOf) {
  return (match: Match, read: Read): readonly Said[] => {
    const [infavour] = whoIn(match, 'other')
    return who(match, read).map(who => ({
      measure: { kind: 'act', what, who, ...(infavour !== undefined && { infavour }) },
      at: match.index('who')!,
      firm: false,
    }))
  }
}

function dated(what: string) {
  return (match: Match): readonly Said[] => {
    const date = match.item('q')?.date
    return date?.day === undefined ? [] : [{ measure: { kind: 'date', what }, date, at: match.index('q')! }]
  }
}

/** “The lowest turnout since …”. A solar year begins in the Gregorian one that is 621 more. */
function extreme(match: Match): readonly Said[] {
  const since = match.item('date')?.date
  const year = since?.year === undefined ? undefined : since.year + (since.calendar === 'solar' ? 621 : 0)
  const low = /پایین|کم|نازل/.test(match.item('q')!.text)
  const measure = { kind: 'extreme' as const, low, ...(year !== undefined && { since: year }) }
  return [{ measure, at: match.index('q')!, firm: false }]
}

/** Days, and what became of a candidacy. */
export const events: readonly Rule[] = [
  rule('date: round 1', `round1 ${free}|be|of{0,5} q:qdate ${free}|be* held`, dated('round:1')),
  rule('date: round 2', `round2 ${free}|be|of{0,5} q:qdate ${free}|be* held`, dated('round:2')),
  rule(
    'date: election',
    `election|presidential|parliamentary ${free}{0,5} q:qdate ${free}* held`,
    dated('round'),
  ),
  rule(
    'withdrew',
    `who:( P ( ,|and P )* ) ${role} ${free}|,* ( favour|of_his other:P )? of|election|adv* withdrew`,
    act('withdrew'),
  ),
  rule('rejected', `who:P ${role} ${free}|by|B* rejected`, act('rejected')),
  rule(
    'rejected: by',
    `competence ${a} who:P ra? ${free}|B* refuses`,
    act('rejected', match => whoIn(match)),
  ),
  rule('extreme: turnout', `q:extreme adv* turnout ^;{0,4} ( since date:qdate )?`, extreme),
]
