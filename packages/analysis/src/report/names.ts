import type { Name } from '@countersign/election'
import type { Language } from './blocks.ts'

/** A name in the reader's language, else in English, else in any. */
export function nameIn(name: Name, language: Language): string {
  return name[language] ?? name.en ?? Object.values(name)[0] ?? ''
}
