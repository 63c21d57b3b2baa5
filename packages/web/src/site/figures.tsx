import { type Share, shareOf } from '@countersign/election'
import type { AreaFigures, RoundResult } from '@countersign/publication'
import { type Pair, Pairs } from '../layout/pairs.tsx'
import type { Text } from '../text/text.ts'

interface FiguresProps {
  readonly text: Text
  readonly figures: Pick<AreaFigures, 'eligible' | 'issued' | 'taken' | 'invalid' | 'valid'>
  /** Whether invalid is taken less votes, not a figure that was given. */
  readonly invalidDerived?: boolean
  readonly notTaken?: number | null
}

/** The other figures of a round, and its turnout by both numerators where both are known. */
export function Figures({ text, figures, invalidDerived = false, notTaken = null }: FiguresProps) {
  const { eligible, issued, taken, invalid, valid } = figures
  const gap = issued === null || taken === null ? null : issued - taken
  const shown = (count: number | null) => countOr(text, count)
  const one = (name: string, value: string): Pair => ({ name: text.say(name), values: [value] })
  const pairs: readonly Pair[] = [
    one('figures.eligible', shown(eligible)),
    one('figures.issued', shown(issued)),
    one('figures.taken', shown(taken)),
    ...(gap === null ? [] : [one('figures.gap', text.count(gap))]),
    ...(notTaken === null ? [] : [one('figures.notTaken', text.count(notTaken))]),
    one(
      'figures.invalid',
      invalidDerived ? text.say('figures.computed', { number: shown(invalid) }) : shown(invalid),
    ),
    one('figures.valid', shown(valid)),
    { name: text.say('turnout'), values: turnouts(text, figures) },
  ]
  return <Pairs pairs={pairs} />
}

function turnouts(text: Text, { issued, taken, eligible }: FiguresProps['figures']): readonly string[] {
  const shares = (
    [
      ['issued', shareOf(issued, eligible)],
      ['taken', shareOf(taken, eligible)],
    ] as const
  ).flatMap(([by, share]) => (share ? [turnout(text, by, share)] : []))
  return shares.length === 0 ? [text.say('figures.unknown')] : shares
}

function turnout(text: Text, by: 'issued' | 'taken', share: Share): string {
  return text.say('turnout.of', {
    share: text.percent(share.percent),
    numerator: text.count(share.numerator),
    eligible: text.count(share.denominator),
    by: text.say(`denominator.${by}`),
  })
}

/** A figure, or in words that nobody has given it. */
export function countOr(text: Text, count: number | null): string {
  return count === null ? text.say('figures.unknown') : text.count(count)
}

/** Which total the figures are. */
export function totalName(text: Text, total: RoundResult['total']): string {
  return text.say(`total.${total}`)
}
