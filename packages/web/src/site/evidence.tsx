import type { Overview } from '@countersign/publication'
import type { Text } from '../text/text.ts'

interface EvidenceProps {
  readonly text: Text
  readonly overview: Overview
}

/** What stands behind the result: never more than the record holds. */
export function Evidence({ text, overview }: EvidenceProps) {
  const { mode, publishedBy, signedForms, agentSigned, boxes } = overview.evidence
  return (
    <p className="evidence">
      {text.say(`evidence.${mode}`, {
        publisher: publishedBy ? text.name(publishedBy) : '',
        forms: text.count(signedForms),
        agents: text.count(agentSigned),
        boxes:
          boxes === null
            ? text.say('evidence.boxesUnknown')
            : text.say('evidence.ofBoxes', { boxes: text.count(boxes) }),
      })}
    </p>
  )
}
