import type { RoundResult } from '@countersign/publication'
import type { Text } from '../text/text.ts'

/** A round's other figures and its turnout, by both numerators where both are known. */
export function Figures({ text, round }: { readonly text: Text; readonly round: RoundResult }) {
  const { eligible, issued, taken, invalid, valid } = round
  const gap = issued === null || taken === null ? null : issued - taken
  const rows: readonly (readonly [string, string])[] = [
    ['figures.eligible', shown(eligible)],
    ['figures.issued', shown(issued)],
    ['figures.taken', shown(taken)],
    ...(gap === null ? [] : [['figures.gap', text.count(gap)] as const]),
    [
      'figures.invalid',
      round.invalidDerived ? text.say('figures.computed', { number: shown(invalid) }) : shown(invalid),
    ],
    ['figures.valid', shown(valid)],
  ]
  const turnouts = (['issued', 'taken'] as const).flatMap(by => {
    const share = round.turnout[by]
    if (!share) return []
    const figures = {
      share: text.percent(share.percent),
      numerator: text.count(share.numerator),
      eligible: text.count(share.denominator),
      by: text.say(`denominator.${by}`),
    }
    return [text.say('turnout.of', figures)]
  })
  return (
    <>
      <h3>{text.say('figures')}</h3>
      <dl className="figures">
        {rows.map(([key, value]) => (
          <div key={key} className="pair">
            <dt>{text.say(key)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div className="pair">
          <dt>{text.say('turnout')}</dt>
          {turnouts.length === 0 && <dd>{text.say('figures.unknown')}</dd>}
          {turnouts.map(turnout => (
            <dd key={turnout}>{turnout}</dd>
          ))}
        </div>
      </dl>
    </>
  )

  function shown(count: number | null): string {
    return count === null ? text.say('figures.unknown') : text.count(count)
  }
}
