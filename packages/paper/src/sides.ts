import type { Election } from '@countersign/election'
import type { Place } from './printed.ts'
import type { Language } from './words.ts'

/** The body or candidate with this identifier, as a card names it. */
export function sideNamed(election: Election, side: string, language: Language): string | undefined {
  const body = election.definition.bodies.find(({ id }) => id === side)
  const name = body?.name ?? election.candidacies.get(side)?.filed.statement.name
  return name && (name[language] ?? Object.values(name)[0])
}

/** Where a person acts, as one line on a card: the box, and the place where it is known. */
export function whereIs(box: string, place: Place | undefined, language: Language): string {
  const name = place?.name ?? place?.areas.at(-1)
  // The box's identifier runs from left to right in every language.
  return [`\u2066${box}\u2069`, ...(name ? [name[language] ?? Object.values(name)[0]] : [])].join(' · ')
}

/** A box's page on the public site. @param site the site's address */
export function addressOf(site: string, language: Language, box: string): string {
  return `${site.replace(/\/$/, '')}/${language}/place/?box=${box}`
}
