import type { Occasion, Printed } from '@countersign/paper'
import { refuse } from '@countersign/tlog'
import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { LiveRecord } from '../record/live-record.ts'

/** In which language the paper speaks, and whose clock it shows. */
export const speaks = {
  language: z.enum(['en', 'fa']).default('en'),
  timeZone: z.string().max(64).default('UTC').refine(isZone, 'not a time zone, such as Asia/Tehran'),
}

function isZone(name: string): boolean {
  return name === 'UTC' || Intl.supportedValuesOf('timeZone').includes(name)
}

export const pdf = {
  description: 'the pages',
  content: { 'application/pdf': { schema: z.string().openapi({ format: 'binary' }) } },
}

/** What is printed for: none while the round has no ballot. */
export function occasionOf(
  { election }: LiveRecord,
  round: number,
  { language, timeZone }: { readonly language: 'en' | 'fa'; readonly timeZone: string },
): Occasion | undefined {
  const ballot = election?.rounds.get(round)?.ballot.statement
  if (!election || !ballot) return undefined
  const { definition, definitionId } = election
  return {
    definition: definition as Occasion['definition'],
    definitionId,
    ballot: ballot as Occasion['ballot'],
    language,
    timeZone,
  }
}

/** Sets it in type, and answers with the PDF. The compiler is loaded when somebody prints for the first time. */
export async function answerPdf(c: Context, printed: readonly Printed[], name: string, at: number) {
  const { typeset } = await import('@countersign/paper/node')
  const bytes = typeset(printed).pdf(at)
  return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `inline; filename="${name}.pdf"`,
    'Cache-Control': 'no-store',
  }) as never
}

export const tooMany = refuse(
  'too-many-boxes',
  'At most 20 boxes are printed at once here. Name a box or a smaller area; `countersign print` makes a country.',
).refusal
