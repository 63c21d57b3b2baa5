import type { Proposal } from '../claim.ts'
import type { Read } from '../reading/items.ts'
import { type Match, type Pattern, pattern } from '../reading/pattern.ts'

/** A rule of the grammar: a pattern over tags, and what it says. Rules are tried in their order; the first that reads a figure has it. */
export interface Rule {
  readonly name: string
  readonly pattern: Pattern
  /** What the match says; nothing where it turns out to say none of this. */
  readonly says: (match: Match, read: Read) => readonly Said[]
}

export type Said = Omit<Proposal, 'from' | 'to' | 'rule' | 'at' | 'firm' | 'stated'> & {
  readonly at: number
  readonly firm?: boolean
  readonly stated?: Proposal['stated']
}

export function rule(name: string, source: string, says: Rule['says']): Rule {
  return { name, pattern: pattern(source), says }
}

/** What may stand beside a verb or a figure without changing what is said. */
export const a = 'adv*'

/** Something set between commas behind a name: who that is. */
export const apposition = '( , ^P|Pz|get|win|;|but|beat|lose|survey|q%|qn|and{1,16} , )?'

/** Somebody named beside a word for what they are: “his main challenger, the former minister X, …”. */
export const rivalNamed =
  'rival|winner|candidate|previous ( in|for qdate|round1|round2|election )? , ^P|Pz|q%|qn|;|,|get{0,8} who:P ,'

/** What a share is of, as far as it is said; nothing else may follow “of”. */
export const denominator =
  '( of adv|his|C|Cz|qdate|round1|round2|presidential|weekday|election* ( qn adv* )? den:vote|valid|ballots|cast|voter|eligible|share|turnout|people ( in C )? ( cast )? | den:vote|share|valid|voter ( of vote|valid|ballots )? | from adv* ( qn )? den:eligible )? !of'

export function statedIn(match: Match): Proposal['stated'] {
  return statedBy(match.item('den')?.tag)
}

/** The denominator that a word of the field stands for. */
export function statedBy(tag: string | undefined): Proposal['stated'] {
  if (tag === 'valid') return 'valid'
  if (tag === 'ballots') return 'taken'
  if (tag === 'eligible') return 'eligible'
  return tag === undefined ? 'none' : 'votes'
}

/**
 * Whether nothing follows that could make the words be of a part only: “voted” at the end, or before a place or a day,
 * and not “voted by post”.
 */
export function isWhole({ to }: Match, { items }: Read): boolean {
  const next = items[to + 1]?.tag
  return (
    next === undefined ||
    /^([,;:]|--|in|on|at|and|but|or|held|election|close|open|quote|when|while|after|before|since|from|for|to|say|who|weekday|qdate|rise|fall)$/.test(
      next,
    )
  )
}

/** The people that a part names; `he` and the like are resolved later. */
export function whoIn(match: Match, name = 'who'): readonly string[] {
  return match.items(name).flatMap(({ tag, id }) => {
    if (tag === 'P' || tag === 'Pz') return [id!]
    if (tag === 'G' || tag === 'Gz') return [`group:${id}`]
    if (tag === 'he' || tag === 'his') return ['he']
    if (tag === 'they') return ['they']
    if (tag === 'rival' || tag === 'rivalz') return ['rival']
    if (tag === 'winner' || tag === 'winnerz') return ['winner']
    if (tag === 'others' || tag === 'othersz') return ['others']
    return []
  })
}
