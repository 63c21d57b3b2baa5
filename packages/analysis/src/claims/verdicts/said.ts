import type { Fit } from './compare.ts'
import type { Both, Language } from './language.ts'
import type { Reason } from './reasons.ts'
import type { Context } from './values.ts'
import type { Judged } from './verdict.ts'

/** A candidate's name; the id where the facts have none. */
export function nameOf({ facts }: Context, id: string, language: Language): string {
  const name = facts.people.find(person => person.id === id)?.name
  return name?.[language] ?? name?.en ?? id
}

export function unknown(reason: Reason): Judged {
  return { verdict: 'cannotBeChecked', reason, computed: [] }
}

/** A verdict from one fact. */
export function said(fit: Fit, fact: Both, source: string, context: Context, reason?: Reason): Judged {
  const verdict = fit === 'holds' ? 'supported' : fit === 'rounded' ? 'rounding' : 'contradicted'
  return { verdict, computed: [{ fit, fact, source, context }], ...(reason !== undefined && { reason }) }
}
