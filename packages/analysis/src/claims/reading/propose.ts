import type { Proposal } from '../claim.ts'
import { rules } from '../rules/index.ts'
import type { Read } from './items.ts'

/** Every reading of a sentence, in its order: the first rule that reads a figure has it. */
export function proposalsIn(read: Read): readonly Proposal[] {
  if (!/ (q\S*|if|not|win|beat|lose|withdrew|rejected|threshold|extreme|victory) /.test(read.tags)) return []
  const taken = new Set<string>()
  const proposals: Proposal[] = []
  for (const { name, pattern, says } of rules)
    for (const match of pattern.matches(read))
      for (const { firm = true, stated = 'none', ...said } of says(match, read)) {
        const slot = slotOf(said)
        if (taken.has(slot) || (said.quantity && isPartOfPart(read, said.at))) continue
        taken.add(slot)
        proposals.push({
          ...said,
          firm,
          stated,
          from: Math.min(match.from, said.at),
          to: endOf(read, match.to, said.at),
          rule: name,
        })
      }
  return proposals.sort((a, b) => a.at - b.at)
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
