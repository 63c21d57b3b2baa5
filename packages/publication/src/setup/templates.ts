import iran from '../../../../elections/templates/iran.setup.json' with { type: 'json' }
import plain from '../../../../elections/templates/plain.setup.json' with { type: 'json' }
import { parseSetupDocument, type SetupDocument } from './document/document.ts'

/** The templates that ship, by name. */
export const templateNames = ['iran', 'plain'] as const
export type TemplateName = (typeof templateNames)[number]

const written: Readonly<Record<TemplateName, unknown>> = { iran, plain }

/** A setup document to begin with: what a country's or a society's rules fix, and nothing of one election. */
export function templateOf(name: TemplateName): SetupDocument {
  const read = parseSetupDocument(written[name])
  if (!read.ok) throw new Error(`${name}: ${read.refusal.message}`)
  return read.value
}

/** Whether a word names a template. */
export function isTemplate(word: string): word is TemplateName {
  return (templateNames as readonly string[]).includes(word)
}
