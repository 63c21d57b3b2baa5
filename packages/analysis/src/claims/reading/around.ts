import type { Proposal, When } from '../claim.ts'
import type { Item, Read } from './items.ts'
import { placesOf } from './places.ts'

/** What stands around a claim in its sentence and bears on it. */
export interface Around {
  readonly when: When
  /** The election's year or month stands beside the claim, not only somewhere in the sentence. */
  readonly areas: readonly string[]
  /** A place, or something like one, that the facts do not know. */
  readonly stranger?: string
  /** Of a country of which no facts are held. */
  readonly foreign: boolean
  /** What makes it a figure of no whole election. */
  readonly part?: 'unnamed-part' | 'several-elections' | 'disputes-published'
  /** Something qualifies the figure that the grammar does not know. */
  readonly loose: boolean
  readonly group?: string
  readonly survey?: string
  readonly partial: boolean
  readonly abroad: boolean
  /** Why it is no plain statement. */
  readonly unreal?: Unreal
}

type Unreal = 'supposed' | 'hypothetical' | 'negated' | 'predicted' | 'asked'

const figures = /^q(%|n|pp)$/
const clauseEnds = new Set([';', 'but', '--', 'quote'])

/** Looks to the right as far as the claim reaches, then within it, then to the left. */
export function around(read: Read, proposal: Proposal, survey?: string): Around {
  const { items } = read
  const right = span(
    items,
    proposal.to + 1,
    1,
    ({ tag }) => clauseEnds.has(tag) || figures.test(tag) || tag === 'and' || tag === ',' || tag === 'P',
  )
  const beyond = span(
    items,
    proposal.to + 1,
    1,
    ({ tag }) =>
      clauseEnds.has(tag) || figures.test(tag) || /^(rise|fall|than|since|from|to|when)$/.test(tag),
  )
  const left = span(items, proposal.from - 1, -1, ({ tag }) => clauseEnds.has(tag) || figures.test(tag))
  const clause = span(items, proposal.from - 1, -1, ({ tag }) => tag === ';' || tag === 'but' || tag === '--')
  const within = items.slice(proposal.from, proposal.to + 1)
  const near = [...within, ...right]
  const own = [...left, ...within, ...right]
  // What stands before another figure belongs to that one.
  const upTo = own.slice(0, left.length + proposal.at - proposal.from)
  const lastFigure = upTo.findLastIndex(({ tag }) => figures.test(tag)) + 1
  // “In the first round, A won … and B …”: what opens a clause is of all of it.
  const opening = span(clause, 0, 1, ({ tag }) => tag === ',' || tag === 'P')
  const openings = [...span(items, 0, 1, ({ tag }) => tag === ',' || tag === 'P'), ...opening]
  const places = placesOf(items, proposal, own)
  const lastComma = upTo.findLastIndex(({ tag }) => tag === ',') + 1
  return {
    when: currentOf(
      proposal,
      merged([
        antecedent(items, proposal.from),
        whenIn(right),
        whenIn(within.slice(proposal.at - proposal.from + 1)),
        whenIn(beyond),
        // The nearest date is the claim's own: “who won in 2013, was elected in 2017 with …”.
        whenIn(upTo.slice(Math.max(lastFigure, lastComma))),
        whenIn(upTo.slice(lastFigure)),
        whenIn(opening),
      ]),
    ),
    areas: places.areas,
    ...(places.stranger !== undefined && { stranger: places.stranger }),
    foreign: places.foreign,
    ...partIn(left, within, places.unnamed),
    loose: places.shared || isLoose(right) || isElsewhen(items, [...own, ...beyond, ...opening]),
    ...groupIn([...right, ...within, ...left, ...openings]),
    ...surveyIn([...clause, ...within], survey),
    partial: items.some(
      ({ tag }, at) => (tag === 'partial' && !isAll(items[at - 1])) || isCountedSoFar(items, at),
    ),
    abroad: [...near, ...openings].some(({ tag }) => tag === 'abroad'),
    ...(isQuestion(read) ? { unreal: 'asked' as const } : unrealIn(...relative(clause, within), right)),
  }
}

/** In the order of the text. */
export function span(
  items: readonly Item[],
  from: number,
  step: 1 | -1,
  ends: (item: Item) => boolean,
): readonly Item[] {
  const found: Item[] = []
  for (let at = from; at >= 0 && at < items.length && !ends(items[at]!); at += step) found.push(items[at]!)
  return step === 1 ? found : found.reverse()
}

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

/** “since 2005, when A had …”: what follows is of that year. */
function antecedent(items: readonly Item[], from: number): When {
  const at = items.slice(Math.max(0, from - 3), from + 1).findLastIndex(({ tag }) => tag === 'when')
  const when = at + Math.max(0, from - 3)
  const before = items[when - 1]?.tag === ',' ? when - 2 : when - 1
  return at >= 0 && /^(qdate|round1|round2)$/.test(items[before]?.tag ?? '') ? whenIn([items[before]!]) : {}
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

/** A round or year is named in the sentence, and not beside this claim: it may be of that one all the same. */
function isElsewhen(items: readonly Item[], own: readonly Item[]): boolean {
  const cues = (among: readonly Item[]) =>
    among.filter(({ tag, date }) => tag === 'round1' || tag === 'round2' || date?.year !== undefined)
  return cues(own).length === 0 && cues(items).length > 0
}

/** “With 18 million votes counted”: not the end of the count. */
function isCountedSoFar(items: readonly Item[], at: number): boolean {
  if (!/^q(%|n)$/.test(items[at]!.tag) || !/^(with|after|when)$/.test(nearestIn(items, at, -1))) return false
  if (isAll(items[at])) return false
  const rest = items.slice(at + 1, at + 6)
  const end = rest.findIndex(({ tag }) => /^(,|P|q%|qn)$/.test(tag))
  return rest
    .slice(0, end < 0 ? rest.length : end)
    .some(({ text }) =>
      /\b(counted|reporting|processed|tallied|scrutinised|scrutinized|declared)$/i.test(text),
    )
}

/** “100 percent of the tally sheets”. */
function isAll(item: Item | undefined): boolean {
  return item?.quantity?.unit === 'percent' && item.quantity.value === 100
}

/** The tag before, adverbs left out: “with all 58,640 stations counted” is the end of the count. */
function nearestIn(items: readonly Item[], at: number, step: number): string {
  let next = at + step
  while (items[next]?.tag === 'adv' && !/^all$/i.test(items[next]!.text)) next += step
  return items[next]?.tag ?? ''
}

function partIn(left: readonly Item[], within: readonly Item[], unnamed: boolean): Pick<Around, 'part'> {
  if (unnamed) return { part: 'unnamed-part' }
  const near = [...left.slice(-4), ...within]
  if (near.some(({ tag }) => tag === 'mean')) return { part: 'several-elections' }
  return near.some(({ tag }) => tag === 'real') ? { part: 'disputes-published' } : {}
}

/** “… in w”, “… among w”: the figure may be of a part only. */
function isLoose(right: readonly Item[]): boolean {
  return right.some(({ tag }, i) => {
    if (!/^(in|among|at|from|with|of|for)$/.test(tag)) return false
    const rest = right.slice(i + 1).filter(({ tag }) => !/^(adv|his|their)$/.test(tag))
    const named = rest.findIndex(({ tag }) => tag !== 'w')
    // “… in a tense vote”.
    if (named > 0 && /^(vote|election|presidential|parliamentary|round1|round2)$/.test(rest[named]!.tag))
      return false
    return /^(w|U|q%|qn)/.test(rest[0]?.tag ?? '')
  })
}

function groupIn(items: readonly Item[]) {
  const group = items.find(
    ({ tag }, i) =>
      isOfSome(items, i) ||
      ((tag === 'demographic' || tag === 'town') &&
        /^(in|among|of|by|from|with|q%|qn|for|and)$/.test(items[i - 1]?.tag ?? items[i]!.tag)),
  )
  return group ? { group: group.text } : {}
}

/** “among voters aged 18 to 24”. */
function isOfSome(items: readonly Item[], at: number): boolean {
  return (
    /^(voter|people|Cz?)$/.test(items[at]!.tag) &&
    items[at - 1]?.tag === 'among' &&
    /^(w|who|qage|qn|with|from)$/.test(items[at + 1]?.tag ?? '')
  )
}

/** A poll named before the claim, with no result named since; or one that the sentence goes on about. */
export function surveyIn(items: readonly Item[], goesOn: string | undefined) {
  const at = items.findLastIndex(({ tag }) => tag === 'survey')
  const later = items.some(({ tag }, i) => tag === 'record' && i > at)
  const survey = at < 0 ? goesOn : (items[at]!.id ?? items[at]!.text)
  return survey !== undefined && !later ? { survey } : {}
}

/** The year that a change counts from is not the year that it is about. */
export function currentOf({ measure }: Proposal, when: When): When {
  if (measure.kind !== 'change' || measure.from.year === undefined || when.year !== measure.from.year)
    return when
  const { calendar: _, year: __, month: ___, day: ____, ...rest } = when
  return rest
}

export function isQuestion({ sentence }: Read): boolean {
  return /\?/.test(sentence.words.at(-1)!.after)
}

/** “A run-off between A, who won 45 percent, and B” says what A won, whatever becomes of the run-off. */
function relative(
  clause: readonly Item[],
  within: readonly Item[],
): readonly [readonly Item[], readonly Item[]] {
  const who = within.findLastIndex(({ tag }) => tag === 'who')
  return who >= 0 ? [[], within.slice(who)] : [clause, within]
}

function unrealIn(
  clause: readonly Item[],
  within: readonly Item[],
  right: readonly Item[],
): { unreal?: Unreal } {
  const tags = [...clause, ...within].map(({ tag }) => tag)
  if (tags.includes('if') || right.some(({ tag }) => tag === 'if')) return { unreal: 'supposed' }
  if (tags.includes('modal')) return { unreal: 'hypothetical' }
  if (tags.includes('predict')) return { unreal: 'predicted' }
  if (tags.includes('not') || tags.includes('refused')) return { unreal: 'negated' }
  return {}
}
