import { type Finding, sayFinding } from '@countersign/election'
import { Button } from 'react-aria-components'
import { useSpoken } from '../shell/text.tsx'
import type { Filling } from '../shell/use-draft.ts'
import { TextLine } from './fields.tsx'

/** What does not add up, asked once and then once more. The paper decides, not the arithmetic. */
export function Asked({
  time,
  findings,
  filling,
  onSame,
}: {
  readonly time: number
  readonly findings: readonly Finding[]
  readonly filling: Filling
  readonly onSame: () => void
}) {
  const { text, language } = useSpoken()
  return (
    <section className="sheet asked" role="alert">
      <h2>{text.say(`asked.${time}`)}</h2>
      {findings.map(found => (
        <div key={found.code + found.part}>
          <p data-check={found.code}>
            {found.code} · {sayFinding(found, language)}
          </p>
          {time === 2 && (
            <TextLine
              filling={filling}
              field={`explanation.${found.code}`}
              label={text.say('asked.explanation', { check: found.code })}
              most={80}
            />
          )}
        </div>
      ))}
      <p>{text.say(`asked.${time}.about`)}</p>
      <Button onPress={onSame}>{text.say(`asked.${time}.same`)}</Button>
    </section>
  )
}
