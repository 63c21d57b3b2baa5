import { because, type Reason } from '../verdicts/reasons.ts'
import type { Item, Read } from './items.ts'

/** A figure or sentence that was not understood, or is about something else, with the reason. */
export interface NotUnderstood {
  readonly start: number
  readonly end: number
  readonly sentence: { readonly start: number; readonly end: number }
  readonly reason: Reason
  /** `figure`: a number that was not read; `elsewhere`: one about something else; `statement`: no figure in it. */
  readonly kind: 'figure' | 'elsewhere' | 'statement'
}

/** Figures that no rule read, each with what it is about as far as that can be said; and sentences about the election without one. */
export function unreadIn(read: Read, seen: ReadonlySet<number>, voting: boolean): readonly NotUnderstood[] {
  const { items, sentence } = read
  const where = { start: sentence.start, end: sentence.end }
  const found = items.flatMap((item, i): NotUnderstood[] => {
    if (!/^q(%|n|pp|x|r|rel|money|age|span|vague)$/.test(item.tag) || seen.has(i)) return []
    const { start, end } = item
    const elsewhere = elsewhereOf(items, i)
    if (elsewhere) return [{ start, end, sentence: where, reason: elsewhere, kind: 'elsewhere' }]
    if (item.tag === 'qn' && /^(one|1)$/i.test(item.text)) return []
    return [{ start, end, sentence: where, reason: whyNot(item), kind: 'figure' }]
  })
  if (found.length > 0 || !voting) return found
  const reason = because('only-words')
  return [{ ...where, sentence: where, reason, kind: 'statement' }]
}

function whyNot({ tag }: Item): Reason {
  return tag === 'qvague' ? because('no-number-given') : because('not-read')
}

const ofItself: Readonly<Record<string, Reason>> = {
  qmoney: because('money'),
  qage: because('age'),
  qspan: because('time'),
}
const near: readonly (readonly [string, Reason])[] = [
  ['killed', because('people-hurt')],
  ['arms', because('arms')],
  ['economy', because('economy')],
  ['population', because('population')],
]

function elsewhereOf(items: readonly Item[], at: number): Reason | undefined {
  const own = ofItself[items[at]!.tag]
  if (own) return own
  const around = items.slice(Math.max(0, at - 4), at + 6)
  const people = /^(people|w)$/.test(items[at + 1]?.tag ?? '') && items.some(({ tag }) => tag === 'killed')
  if (people) return near[0]![1]
  return near.find(([topic]) => around.some(({ tag }) => tag === topic))?.[1]
}

export function isAboutVoting({ tags }: Read): boolean {
  return / (vote|ballots|voter|election|presidential|parliamentary|candidate|turnout|round1|round2|survey|recount|accused|approved|rejected|withdrew|box|place|endorsed|certified|polls|record|abstain|boycott|threshold) /.test(
    tags,
  )
}
