import type { Proposal, When } from '../claim.ts'
import type { Item } from './items.ts'

/** When and of what office, as far as these words say. */
export function whenIn(items: readonly Item[]): When {
  const when: { -readonly [Key in keyof When]: When[Key] } = {}
  for (const [i, { tag, id, date, shift, ago }] of items.entries()) {
    const before = items[i - 1]?.tag
    if (tag === 'round1' || tag === 'round2') when.round ??= tag === 'round1' ? 1 : 2
    if (tag === 'presidential') when.office ??= 'president'
    if (tag === 'parliamentary') when.office ??= 'parliament'
    if (tag === 'assembly') when.office ??= 'other'
    if (tag === 'previous') when.previous = true
    if (shift !== undefined) when.shift ??= shift
    if (ago) when.ago = true
    if (tag === 'C' || tag === 'Cz') when.country ??= id!
    if (
      date &&
      before !== 'since' &&
      before !== 'before' &&
      before !== 'after' &&
      when.year === undefined &&
      when.month === undefined
    ) {
      if (date.calendar !== undefined) when.calendar = date.calendar
      if (date.year !== undefined) when.year = date.year
      if (date.month !== undefined) when.month = date.month
      if (date.day !== undefined) when.day = date.day
    }
  }
  return when
}

export function merged(all: readonly When[]): When {
  const dated = all.find(({ year, month }) => year !== undefined || month !== undefined)
  const first = <K extends keyof When>(key: K) => all.find(when => when[key] !== undefined)?.[key]
  const [round, office, country, previous, shift, ago] = [
    first('round'),
    first('office'),
    first('country'),
    first('previous'),
    first('shift'),
    first('ago'),
  ]
  return {
    ...(dated?.calendar !== undefined && { calendar: dated.calendar }),
    ...(dated?.year !== undefined && { year: dated.year }),
    ...(dated?.month !== undefined && { month: dated.month }),
    ...(dated?.day !== undefined && { day: dated.day }),
    ...(round !== undefined && { round }),
    ...(office !== undefined && { office }),
    ...(country !== undefined && { country }),
    ...(previous !== undefined && { previous }),
    ...(shift !== undefined && { shift }),
    ...(ago !== undefined && { ago }),
  }
}

/** “since 2005, when A had …”: what follows is of that year. */
export function antecedent(items: readonly Item[], from: number): When {
  const at = items.slice(Math.max(0, from - 3), from + 1).findLastIndex(({ tag }) => tag === 'when')
  const when = at + Math.max(0, from - 3)
  const before = items[when - 1]?.tag === ',' ? when - 2 : when - 1
  return at >= 0 && /^(qdate|round1|round2)$/.test(items[before]?.tag ?? '') ? whenIn([items[before]!]) : {}
}

/** A round or year is named in the sentence, and not beside this claim: it may be of that one all the same. */
export function isElsewhen(items: readonly Item[], own: readonly Item[]): boolean {
  const cues = (among: readonly Item[]) =>
    among.filter(({ tag, date }) => tag === 'round1' || tag === 'round2' || date?.year !== undefined)
  return cues(own).length === 0 && cues(items).length > 0
}

/** The year that a change counts from is not the year that it is about. */
export function currentOf({ measure }: Proposal, when: When): When {
  if (measure.kind !== 'change' || measure.from.year === undefined || when.year !== measure.from.year)
    return when
  const { calendar: _, year: __, month: ___, day: ____, ...rest } = when
  return rest
}
