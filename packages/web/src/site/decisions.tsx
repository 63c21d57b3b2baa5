import type { RoundResult } from '@countersign/publication'
import type { Text } from '../text/text.ts'

/** What the bodies stated of a round: declarations, certifications, rulings. */
export function Decisions({ text, round }: { readonly text: Text; readonly round: RoundResult }) {
  if (round.decisions.length === 0) return null
  return (
    <>
      <h3>{text.say('decisions')}</h3>
      <ul>
        {round.decisions.map(({ entry, kind, decision, ground }) => (
          <li key={`${entry} ${kind}`}>
            {text.say(`decision.${kind}`, {
              decision: text.say(`decision.${kind}.${decision}`),
              entry: text.count(entry),
            })}
            {ground && (
              <>
                {' '}
                <span dir="auto">{ground}</span>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
