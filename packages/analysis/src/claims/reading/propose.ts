import type { Proposal } from '../claim.ts'
import { rules } from '../rules/index.ts'
import { statedBy } from '../rules/rule.ts'
import { continuedIn } from './continued.ts'
import type { Item, Read } from './items.ts'
import { persianRules } from './persian/rules/index.ts'

/** Every reading of a sentence, in its order: the first rule that reads a figure has it. */
export function proposalsIn(read: Read, before?: Proposal): readonly Proposal[] {
  if (!/ (q\S*|if|not|win|beat|lose|withdrew|rejected|threshold|extreme|victory) /.test(read.tags)) return []
  const taken = new Set<string>()
  const proposals: Proposal[] = []
  const grammar = read.sentence.language === 'fa' ? persianRules : rules
  for (const { name, pattern, says } of grammar)
    for (const match of pattern.matches(read))
      for (const { firm = true, stated = 'none', ...said } of says(match, read)) {
        const slot = slotOf(said)
        if (taken.has(slot) || (said.quantity && isPartOfPart(read, said.at))) continue
        taken.add(slot)
        proposals.push({
          ...said,
          firm: firm && !isStrange(read, match.from, said),
          stated,
          from: Math.min(match.from, said.at),
          to: endOf(read, match.to, said.at),
          rule: name,
        })
      }
  return continuedIn(
    read,
    alike(proposals.sort((a, b) => a.at - b.at)).map(proposal => openedBy(read, proposal)),
    before,
  )
}

/** “A gained 6 million votes between the rounds, B 4 million”: what is only a name and a figure is what the first is. */
function alike(proposals: readonly Proposal[]): readonly Proposal[] {
  let change: Proposal | undefined
  return proposals.map(proposal => {
    const { measure } = proposal
    if (measure.kind === 'change') change = proposal
    const isListed = /: (a list|his|a possessive)$/.test(proposal.rule)
    if (!isListed || measure.kind !== 'votes' || change?.measure.kind !== 'change') return proposal
    if (change.measure.of.kind !== 'votes') return proposal
    return { ...proposal, firm: false, measure: { ...change.measure, of: measure } }
  })
}

/** “Of valid ballots, he won 54.76 percent.” “As a share of registered voters A won …” */
function openedBy({ items }: Read, proposal: Proposal): Proposal {
  const { measure, stated, from } = proposal
  if (measure.kind !== 'share' || stated !== 'none') return proposal
  const opening = items.slice(0, Math.min(from, 7))
  const den = opening.find(({ tag }, i) => /^(valid|ballots|eligible|vote)$/.test(tag) && isOf(opening, i))
  if (!den && opening.some(({ tag }) => /^(valid|eligible)$/.test(tag))) return { ...proposal, firm: false }
  const isElsewhere = items.slice(opening.length, from).some(({ tag }) => /^(;|but|q%|qn)$/.test(tag))
  return den && !isElsewhere ? { ...proposal, stated: statedBy(den.tag) } : proposal
}

function isOf(items: readonly Item[], at: number): boolean {
  let before = at - 1
  while (items[before]?.tag === 'adv' || items[before]?.tag === 'C') before--
  return /^(of|to|among)$/.test(items[before]?.tag ?? '')
}

/** “Turnout at the rally was 100,000”: an unknown word may make a total one of something else. */
function isStrange(
  { items }: Read,
  from: number,
  { measure, at }: Pick<Proposal, 'measure' | 'at'>,
): boolean {
  if (items.slice(from, at + 4).some(({ text }) => /^(blank|null|white)( votes?| ballots?)?$/i.test(text)))
    return true
  return (
    /^(turnout|total|abstention|invalidShare)$/.test(measure.kind) &&
    items.slice(from, at).some(({ tag }) => /^[wU]z?$/.test(tag))
  )
}

/** A figure is read once; the whole of “4 of 80” beside its part; a standing once for each name. */
function slotOf({
  measure,
  at,
  quantity,
  date,
  rank,
}: Pick<Proposal, 'measure' | 'at' | 'quantity' | 'date' | 'rank'>): string {
  if (!quantity && !date && rank === undefined) return `${measure.kind} ${at}`
  const whole = measure.kind === 'count' && /^(registered|seats)$/.test(measure.what)
  return `${at}${whole ? ' whole' : ''}`
}

/** Of the words that a rule matched, those before the next figure. */
function endOf({ items }: Read, to: number, at: number): number {
  const next = items.findIndex(({ tag }, i) => i > at && i <= to && /^q(%|n|pp|r|x)$/.test(tag))
  return next < 0 ? Math.max(to, at) : next - 1
}

/** “ten percent of the 40 percent who voted”. */
function isPartOfPart({ items }: Read, at: number): boolean {
  if (items[at]!.tag !== 'q%') return false
  const before = items.slice(0, at).filter(({ tag }) => tag !== 'adv')
  return before.at(-1)?.tag === 'of' && before.at(-2)?.tag === 'q%'
}
