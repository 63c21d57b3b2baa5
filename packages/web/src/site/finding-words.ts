import { type Finding, sayFinding } from '@countersign/election'
import type { Text } from '../text/text.ts'

/** What a check found, in the page's language where the check has it. */
export function findingInWords(text: Text, finding: Finding): string {
  return text.name({ en: sayFinding(finding, 'en'), fa: sayFinding(finding, 'fa') })
}
