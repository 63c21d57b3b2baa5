import type { Evidence as EvidenceFigures } from '@countersign/election'
import type { Overview } from '@countersign/publication'
import type { Text } from '../text/text.ts'
import type { Links } from './links.ts'

interface EvidenceProps {
  readonly text: Text
  readonly overview: Overview
  readonly links: Links
}

/** What stands behind the result: never more than the record holds. */
export function Evidence({ text, overview, links }: EvidenceProps) {
  const { mode, publishedBy, agentSigned } = overview.evidence
  return (
    <p className="evidence">
      {text.say(`evidence.${mode}`, {
        publisher: publishedBy ? text.name(publishedBy) : '',
        forms: formsInWords(text, overview.evidence),
        agents: text.count(agentSigned),
      })}{' '}
      <a className="screen" href={links.page('record/')}>
        {text.say('evidence.check')}
      </a>
    </p>
  )
}

/** Signed forms of how many boxes. */
export function formsInWords(
  text: Text,
  { signedForms, boxes }: Pick<EvidenceFigures, 'signedForms' | 'boxes'>,
) {
  const forms = text.count(signedForms)
  return boxes === null
    ? text.say('evidence.boxesUnknown', { forms })
    : text.say('evidence.ofBoxes', { forms, boxes: text.count(boxes) })
}
