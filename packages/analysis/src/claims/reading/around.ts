import type { Proposal, When } from '../claim.ts'
import type { Item, Read } from './items.ts'
import {
  groupIn,
  isAll,
  isCountedSoFar,
  isLoose,
  isStrangelyOpened,
  isWithinTheDay,
  type Part,
  partIn,
} from './parts.ts'
import { placesOf } from './places.ts'
import { antecedent, currentOf, isElsewhen, merged, whenIn } from './when.ts'

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
  readonly part?: Part
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
  const reach = span(
    items,
    proposal.to + 1,
    1,
    ({ tag }) => clauseEnds.has(tag) || /^(P|he|q%|qpp|,|and)$/.test(tag),
  )
  const places = placesOf(items, proposal, [...own, ...reach, ...thatIsIn(items, proposal.to)])
  const lastComma = upTo.findLastIndex(({ tag }) => tag === ',') + 1
  return {
    when: currentOf(
      proposal,
      merged([
        antecedent(items, proposal.from),
        ...thenIn(items, own),
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
    loose:
      places.shared ||
      isLoose(right) ||
      isLoose(within.slice(0, proposal.at - proposal.from), /^(in|at|on|among)$/) ||
      isStrangelyOpened(openings) ||
      isStrangelyOpened(opening) ||
      isElsewhen(items, [...own, ...beyond, ...opening]),
    ...groupIn([...right, ...within, ...left, ...openings]),
    ...surveyIn([...clause, ...within], survey),
    partial:
      isWithinTheDay(openings) ||
      items.some(({ tag }, at) => (tag === 'partial' && !isAll(items[at - 1])) || isCountedSoFar(items, at)),
    abroad: [...near, ...openings].some(({ tag }) => tag === 'abroad'),
    ...(isQuestion(read)
      ? { unreal: 'asked' as const }
      : unrealIn(...relative(clause, within), right, isOfTheRule(proposal, [...left, ...within]))),
  }
}

/** “In the 2021 election …; turnout then was just under 49 percent.” */
function thenIn(items: readonly Item[], own: readonly Item[]): readonly When[] {
  const at = own.findIndex(({ tag, text }) => tag === 'adv' && /^then$/i.test(text))
  if (at < 0 || !/^(turnout|be|abstention)$/.test(own[at - 1]?.tag ?? '')) return []
  const before = items.slice(0, items.indexOf(own[at]!)).findLast(({ date }) => date?.year !== undefined)
  return before ? [whenIn([before])] : []
}

/** “Iran's lowest turnout, 23 percent, was in Kurdistan.” */
function thatIsIn(items: readonly Item[], to: number): readonly Item[] {
  return items[to + 1]?.tag === ',' && items[to + 2]?.tag === 'be' ? items.slice(to + 2, to + 6) : []
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

/** A poll named before the claim, with no result named since; or one that the sentence goes on about. */
export function surveyIn(items: readonly Item[], goesOn: string | undefined) {
  const at = items.findLastIndex(({ tag }) => tag === 'survey')
  const later = items.some(({ tag }, i) => tag === 'record' && i > at)
  const survey = at < 0 ? goesOn : (items[at]!.id ?? items[at]!.text)
  return survey !== undefined && !later ? { survey } : {}
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

/** “The threshold is 30 percent turnout” tells a rule. */
function isOfTheRule({ measure }: Proposal, items: readonly Item[]): boolean {
  return (
    /^(share|votes|turnout|total)$/.test(measure.kind) &&
    items.some(({ tag }) => tag === 'threshold' || tag === 'required')
  )
}

function unrealIn(
  clause: readonly Item[],
  within: readonly Item[],
  right: readonly Item[],
  asRequired: boolean,
): { unreal?: Unreal } {
  if (asRequired) return { unreal: 'hypothetical' }
  const tags = [...clause, ...within].map(({ tag }) => tag)
  if (tags.includes('if') || right.some(({ tag }) => tag === 'if')) return { unreal: 'supposed' }
  if (tags.includes('modal')) return { unreal: 'hypothetical' }
  if (tags.includes('predict')) return { unreal: 'predicted' }
  if (tags.includes('not') || tags.includes('refused')) return { unreal: 'negated' }
  return {}
}
