import { type Rule, rule, type Said } from '../../../rules/rule.ts'
import type { Match } from '../../pattern.ts'
import { a, free, measured } from './said.ts'

const stop =
  'q%|qn|qpp|P|;|but|survey|among|demographic|G|abroad|since|extreme|more|less|rise|fall|people|than'

function turnout(match: Match): readonly Said[] {
  return measured({ kind: 'turnout' }, match, 'q', { stated: match.item('den') ? 'eligible' : 'none' })
}

function part(kind: 'abstention' | 'invalidShare', stated: 'eligible' | 'votes') {
  return (match: Match): readonly Said[] => measured({ kind }, match, 'q', { stated })
}

function change(match: Match): readonly Said[] {
  const { tag, date } = match.item('date') ?? {}
  const from =
    date?.year !== undefined
      ? { year: date.year, ...(date.calendar && { calendar: date.calendar }) }
      : tag === 'round1'
        ? { round: 1 as const }
        : { previous: true }
  const way = match.item('way')!.tag === 'rise' ? ('up' as const) : ('down' as const)
  const measure = { kind: 'change' as const, of: { kind: 'turnout' as const }, from, way }
  return measured(measure, match, 'q', { firm: date !== undefined })
}

const than = 'than adv|election|presidential* date:qdate|round1|previous'

/** Turnout, abstention and the share of invalid votes. */
export const turnouts: readonly Rule[] = [
  rule('turnout: earlier', `turnout ^${stop}{0,8} of ${a} q:q% in date:qdate|round1|round2`, turnout),
  rule(
    'turnout: to',
    `turnout ^${stop}{0,8} of q% ( in qdate|round1|round2|election* )? to ${a} q:q%`,
    turnout,
  ),
  rule('turnout: by', `turnout ^${stop}{0,4} ${than} ${free}* with? q:qpp way:rise|fall`, change),
  rule('turnout: by, than', `turnout ^${stop}{0,4} with? q:qpp ${than} way:rise|fall`, change),
  rule(
    'turnout: is',
    `turnout ^${stop}{0,8} q:q% ( of|adv* den:eligible )? !of|w|rise|fall|more|less`,
    turnout,
  ),
  rule('turnout: before', `q:q% adv|C* turnout`, turnout),
  rule(
    'turnout: who voted',
    `q:q% of? adv* den:eligible ( in? province? A )? ${free}|,* cast|voted`,
    turnout,
  ),
  rule('turnout: people who voted', `q:q% of? adv* people|voter|C ${free}* cast|voted`, turnout),
  // Of whom is not said: it may be of those spoken of before.
  rule('turnout: only who voted', `q:q% ${free}* cast`, match =>
    measured({ kind: 'turnout' }, match, 'q', { firm: false }),
  ),
  rule(
    'abstention',
    `q:q% of? adv* eligible|people|voter|C ${free}|,* abstain`,
    part('abstention', 'eligible'),
  ),
  rule('invalid: share', `q:q% of? adv* vote|ballots ${free}* spoilt be`, part('invalidShare', 'votes')),
  rule(
    'invalid: made up',
    `invalid|spoilt ^q%|qn|;|P{0,4} q:q% ( of? adv* vote|ballots )? !of|w`,
    part('invalidShare', 'votes'),
  ),
]
