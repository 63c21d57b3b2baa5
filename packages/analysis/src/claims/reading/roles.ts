import type { Measure, Proposal } from '../claim.ts'
import type { Context } from '../verdicts/values.ts'
import type { Read } from './items.ts'

/** The names in a measure: ids, and words that stand for one (`he`, `winner`, `group:…`). */
export function namesOf(measure: Measure): readonly string[] {
  if (!('who' in measure) || measure.who === undefined) return []
  const over = 'over' in measure && measure.over !== undefined ? [measure.over] : []
  return typeof measure.who === 'string' ? [measure.who, ...over] : [...measure.who, ...over]
}

/**
 * “he”, “they”, “the same”: whom the text spoke of last. Read so, a claim is never beyond doubt. `undefined` where it is
 * not clear who is meant.
 */
export function withNames(
  proposal: Proposal,
  read: Read,
  people: readonly string[],
  last: Proposal | undefined,
): Proposal | undefined {
  const { measure } = proposal
  if (measure.kind === 'change' && measure.of.kind === 'votes' && measure.of.who.includes('same'))
    return withThen(proposal, last)
  if (measure.kind === 'discard') {
    const quantity = proposal.quantity ?? last?.quantity
    return quantity?.unit === 'count' ? { ...proposal, quantity } : undefined
  }
  const names = namesOf(measure)
  const [rival] = names
  if (rival === 'rival' && names.length === 1) return ofOther(proposal, read)
  if (names.some(name => /^(same|others|they)$/.test(name))) return undefined
  if (!names.some(name => name === 'he' || name.startsWith('they:'))) return proposal
  const before = read.items.slice(0, proposal.from).flatMap(({ tag, id }) => (/^Pz?$/.test(tag) ? [id!] : []))
  const named = before.length > 0 ? [...new Set(before)] : people
  const they = named.length === 2 ? named : []
  const found = renamed(measure, name => {
    if (name === 'he') return named[0]
    return name.startsWith('they:') ? they[Number(name.slice(5))] : name
  })
  return found && { ...proposal, firm: false, measure: found }
}

/** “A took 16 million, while his rival got 13”: whose rival, where the sentence names one. */
function ofOther(proposal: Proposal, read: Read): Proposal {
  const before = read.items.slice(0, proposal.from).flatMap(({ tag, id }) => (/^Pz?$/.test(tag) ? [id!] : []))
  const named = [...new Set(before)]
  const measure = named.length === 1 ? renamed(proposal.measure, () => `rival:${named[0]}`) : undefined
  return measure ? { ...proposal, measure } : proposal
}

/** “a decline of 5.2 million from 2021, when A …”: of those whom the sentence has just counted; then of A. */
function withThen(proposal: Proposal, last: Proposal | undefined): Proposal | undefined {
  const { measure } = proposal
  if (measure.kind !== 'change' || measure.of.kind !== 'votes') return proposal
  if (last?.measure.kind !== 'votes' && last?.measure.kind !== 'share') return undefined
  return { ...proposal, measure: { ...measure, of: { kind: 'votes', who: last.measure.who } } }
}

function renamed(measure: Measure, swap: (name: string) => string | undefined): Measure | undefined {
  const all = namesOf(measure).map(swap)
  if (all.some(name => name === undefined)) return undefined
  const names = all as readonly string[]
  if (!('who' in measure) || measure.who === undefined) return measure
  if (typeof measure.who !== 'string') return { ...measure, who: names } as Measure
  return { ...measure, who: names[0]!, ...(names[1] !== undefined && { over: names[1] }) } as Measure
}

/** A side becomes its candidates, “the winner” and “his rival” become one of those who stood. */
export function withRoles(proposal: Proposal, [context]: readonly Context[]): Proposal | undefined {
  const { measure } = proposal
  const names = namesOf(measure)
  if (names.some(name => name.startsWith('group:'))) return withMembers(proposal, context!)
  if (!names.some(name => /^(rival(:|$)|winner$)/.test(name))) return proposal
  const total = context!.election.totals.find(({ round }) => round === context!.round.number)
  const ranked = Object.entries(total?.votes ?? {})
    .sort(([, a], [, b]) => b - a)
    .map(([id]) => id)
  const found = renamed(measure, name => {
    if (name === 'winner') return ranked[0]
    if (name.startsWith('rival:')) return ranked.find(id => `rival:${id}` !== name)
    if (name === 'rival')
      return names.includes(ranked[0]!) ? ranked.find(id => !names.includes(id)) : ranked[0]
    return name
  })
  return found && { ...proposal, firm: false, measure: found }
}

function withMembers(proposal: Proposal, { facts, election }: Context): Proposal | undefined {
  const { measure } = proposal
  if (measure.kind === 'count')
    return { ...proposal, firm: false, measure: { kind: 'count', what: measure.what } }
  if (measure.kind !== 'share' && measure.kind !== 'votes' && measure.kind !== 'united') return undefined
  const members = measure.who.flatMap(
    name => facts.groups.find(({ id }) => `group:${id}` === name)?.members[election.id] ?? [],
  )
  return members.length === 0
    ? undefined
    : { ...proposal, firm: false, measure: { ...measure, who: members } }
}
