import type { Proposal } from '../../claim.ts'
import { type Around, isQuestion, span, surveyIn } from '../around.ts'
import type { Item, Read } from '../items.ts'
import { currentOf, merged, whenIn } from '../when.ts'

const figures = /^q(%|n|pp|x)$/
const clauseEnds = /^(;|but|--)$/
const parts = /^(and|,|to|than|against)$/
/** After these a place needs no “in”: “the votes of Tehran”. */
const ofPlace = /^(in|vote|valid|ballots|eligible|voter|people|turnout|province|C|by)$/

/**
 * What stands around a claim in a Persian sentence. Its verb comes last, so that a “not” after the figure denies it: what is
 * denied, supposed or foreseen anywhere in the clause is no plain statement.
 */
export function persianAround(read: Read, proposal: Proposal, survey?: string): Around {
  const { items } = read
  const { from, to, at } = proposal
  const before = span(items, from - 1, -1, ({ tag }) => clauseEnds.test(tag))
  const after = span(items, to + 1, 1, ({ tag }) => clauseEnds.test(tag))
  const within = items.slice(from, to + 1)
  const own = ownOf([...before, ...within], before.length + at - from)
  const right = span(
    items,
    at + 1,
    1,
    ({ tag }) => clauseEnds.test(tag) || figures.test(tag) || parts.test(tag) || tag === 'P',
  )
  const opening = span([...before, ...within], 0, 1, ({ tag }) => /^(,|P)$/.test(tag) || figures.test(tag))
  const near = [own, right, opening]
  // A cue that is the only one of the sentence is of all of it, wherever it stands.
  const all = [...before, ...within, ...after]
  const when = currentOf(
    proposal,
    merged([...near, [...before, ...within], ...(hasOneCue(items) ? [all] : [])].map(whenIn)),
  )
  const areas = [own, right, opening].map(placesIn).find(found => found.length > 0) ?? []
  const stranger = near.map(strangerIn).find(found => found !== undefined)
  const group = near.flat().find(({ tag }) => tag === 'demographic' || tag === 'town')
  return {
    when,
    areas: [...new Set(areas)],
    ...(stranger !== undefined && { stranger }),
    foreign: all.some(({ tag }) => tag === 'F'),
    loose: isElsewhen(near.flat(), items),
    ...(group && { group: group.text }),
    ...surveyIn([...before, ...within], survey),
    partial: items.some(({ tag }) => tag === 'partial'),
    abroad: all.some(({ tag }) => tag === 'abroad'),
    ...(isQuestion(read)
      ? { unreal: 'asked' as const }
      : unrealIn(all, proposal.measure.kind === 'abstention')),
  }
}

/** What is said of this figure alone: from the “and” or comma after the one before it, else from its “to”, or from the beginning. */
function ownOf(items: readonly Item[], at: number): readonly Item[] {
  const last = items.slice(0, at).findLastIndex(({ tag }) => figures.test(tag))
  if (last < 0) return items.slice(0, at + 1)
  const lastOf = (tags: RegExp) =>
    items.slice(0, at).findLastIndex(({ tag }, i) => i > last && tags.test(tag))
  const part = lastOf(/^(and|,|than|against)$/)
  return items.slice((part < 0 ? Math.max(last, lastOf(/^to$/)) : part) + 1, at + 1)
}

function placesIn(items: readonly Item[]): readonly string[] {
  return items.flatMap(({ tag, id }, i) =>
    tag === 'A' && ofPlace.test(items[i - 1]?.tag ?? '') ? [id!] : [],
  )
}

function strangerIn(items: readonly Item[]): string | undefined {
  return items.find(({ tag }, i) => tag === 'w' && /^(in|province|town)$/.test(items[i - 1]?.tag ?? ''))?.text
}

/** A round or year is named in the sentence, and not beside this claim: it may be of that one all the same. */
function isElsewhen(near: readonly Item[], items: readonly Item[]): boolean {
  return !near.some(isCue) && items.some(isCue)
}

function isCue({ tag, date }: Item): boolean {
  return tag === 'round1' || tag === 'round2' || date?.year !== undefined
}

function hasOneCue(items: readonly Item[]): boolean {
  return items.filter(isCue).length === 1
}

/** Whoever stayed away is denied nothing by that. */
function unrealIn(clause: readonly Item[], stayed: boolean): Pick<Around, 'unreal'> {
  const tags = new Set(clause.map(({ tag }) => tag))
  if (tags.has('if')) return { unreal: 'supposed' }
  if (tags.has('modal')) return { unreal: 'hypothetical' }
  if (tags.has('predict')) return { unreal: 'predicted' }
  return tags.has('not') || (tags.has('abstain') && !stayed) ? { unreal: 'negated' } : {}
}
