import { type Language, sayFailure } from '@countersign/record'
import type { Refusal } from '@countersign/tlog'

/** What a library refused, in the page's language where it is said in that. */
export function inWords(refusal: Refusal, language: string): Refusal {
  const known: Language = language === 'fa' ? 'fa' : 'en'
  return { ...refusal, message: sayFailure({ ...refusal, entry: null, box: null }, known) }
}
