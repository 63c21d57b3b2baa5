import { checks } from '@countersign/election'
import type { BoxFinding } from '@countersign/publication'
import { findingInWords } from '../../site/finding-words.ts'
import type { Text } from '../../text/text.ts'

/** What the checks found of a box, each with its code, its words and what follows from it. */
export function Checks({
  text,
  findings,
}: {
  readonly text: Text
  readonly findings: readonly BoxFinding[]
}) {
  if (findings.length === 0) return <p>{text.say('box.checks.none')}</p>
  return (
    <ul className="findings">
      {findings.map(finding => (
        <li key={`${finding.code} ${finding.part} ${JSON.stringify(finding.figures)}`}>
          <span className="code">{finding.code}</span>{' '}
          {checks[finding.code] === undefined ? '' : findingInWords(text, finding)}{' '}
          <span className="quiet">{text.say(`severity.${finding.severity}`)}</span>
        </li>
      ))}
    </ul>
  )
}
