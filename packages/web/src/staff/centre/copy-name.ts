import type { Text } from '../../text/text.ts'

/** Which of a form's copies it is: by its number in the definition, or one's own. */
export function copyName(text: Text, copy: string): string {
  if (copy === 'own') return text.say('copy.own')
  return text.say('intake.copy', { copy: /^\d+$/.test(copy) ? text.count(Number(copy)) : copy })
}
