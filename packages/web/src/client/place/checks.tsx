import { checks } from '@countersign/election'
import type { BoxFinding } from '@countersign/publication'
import { findingInWords } from '../../site/finding-words.ts'
import type { Text } from '../../text/text.ts'
import type { NameOf } from './form.tsx'

interface ChecksProps {
  readonly text: Text
  readonly findings: readonly BoxFinding[]
  readonly nameOf: NameOf
}

/** What the checks found of a box, each with its code, its words and what follows from it. */
export function Checks({ text, findings, nameOf }: ChecksProps) {
  if (findings.length === 0) return <p>{text.say('box.checks.none')}</p>
  return (
    <ul className="findings">
      {findings.map(finding => (
        <li key={`${finding.code} ${finding.part} ${JSON.stringify(finding.figures)}`}>
          <span className="code">{finding.code}</span>{' '}
          {checks[finding.code] === undefined ? '' : findingInWords(text, named(finding, nameOf))}{' '}
          <span className="quiet">{text.say(`severity.${finding.severity}`)}</span>
        </li>
      ))}
    </ul>
  )
}

/** A finding that names a figure, with the figure's name in words. */
function named(finding: BoxFinding, nameOf: NameOf): BoxFinding {
  const { figure } = finding.figures
  return typeof figure === 'string'
    ? { ...finding, figures: { ...finding.figures, figure: nameOf(figure) } }
    : finding
}
