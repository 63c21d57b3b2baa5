import { beside } from '../count/columns.ts'
import { totalOf } from '../count/sum.ts'
import type { Which } from '../count/tally.ts'
import { totalsOf } from '../count/totals.ts'
import type { Election, RoundState, View } from '../election.ts'
import type { Name } from '../statements/values.ts'

/** What stands behind the totals. It says nothing of whether the record is intact: `verify` does. */
export interface Evidence {
  readonly mode: 'live' | 'archive'
  /** In an archive: who published the figures. */
  readonly publishedBy: Name | null
  /** Result forms with force, and those of them that an agent signed. */
  readonly signedForms: number
  readonly agentSigned: number
  /** Ballot boxes that the totals are of; null where the figures do not say how many. */
  readonly boxes: number | null
  /** Rows that the totals are the sum of. */
  readonly rows: number
}

/** Of one round. */
export function evidenceOf(election: Election, round: View<RoundState>, which: Which): Evidence {
  const { mode } = election.definition
  const { sum } = totalsOf(election, round, which)
  return {
    mode,
    publishedBy: mode === 'archive' ? publisherOf(election) : null,
    signedForms: totalOf(sum, beside.forms) ?? 0,
    agentSigned: totalOf(sum, beside.agentForms) ?? 0,
    boxes: totalOf(sum, beside.boxes),
    rows: sum?.rows ?? 0,
  }
}

/** Of several rounds together: each has its own forms. */
export function addEvidence(election: Election, parts: readonly Evidence[]): Evidence {
  const { mode } = election.definition
  const total = (of: (part: Evidence) => number) => parts.reduce((sum, part) => sum + of(part), 0)
  return {
    mode,
    publishedBy: mode === 'archive' ? publisherOf(election) : null,
    signedForms: total(part => part.signedForms),
    agentSigned: total(part => part.agentSigned),
    boxes: parts.some(({ boxes }) => boxes === null) ? null : total(({ boxes }) => boxes!),
    rows: total(part => part.rows),
  }
}

function publisherOf({ definition }: Election): Name {
  return definition.publishedBy ?? definition.bodies.find(({ role }) => role === 'authority')!.name
}

/**
 * The evidence in a line, to stand beside every outcome.
 * @param intact what `verify` found; absent: nobody has verified here
 */
export function evidenceLine(evidence: Evidence, language: 'en' | 'fa', intact?: boolean): string {
  return lines[language](evidence, intact)
}

const lines = {
  en: ({ mode, publishedBy, signedForms, agentSigned, boxes, rows }: Evidence, intact?: boolean) =>
    [
      intact === undefined ? 'Record not verified here' : intact ? 'Record intact' : 'RECORD BROKEN',
      ...(mode === 'archive' ? [`figures as published by ${spoken(publishedBy, 'en')}`] : []),
      `signed forms ${grouped(signedForms, 'en')} of ${boxes === null ? `${grouped(rows, 'en')} published rows` : `${grouped(boxes, 'en')} boxes`}`,
      ...(mode === 'live' ? [`with agents’ signatures ${grouped(agentSigned, 'en')}`] : []),
    ].join('; '),
  fa: ({ mode, publishedBy, signedForms, agentSigned, boxes, rows }: Evidence, intact?: boolean) =>
    [
      intact === undefined ? 'سند این‌جا بررسی نشده است' : intact ? 'سند دست‌نخورده است' : 'سند مخدوش است',
      ...(mode === 'archive' ? [`ارقام به‌گونه‌ای که ${spoken(publishedBy, 'fa')} منتشر کرده است`] : []),
      `صورت‌جلسه‌های امضاشده ${grouped(signedForms, 'fa')} از ${boxes === null ? `${grouped(rows, 'fa')} ردیف منتشرشده` : `${grouped(boxes, 'fa')} صندوق`}`,
      ...(mode === 'live' ? [`با امضای نمایندگان ${grouped(agentSigned, 'fa')}`] : []),
    ].join('؛ '),
}

function spoken(name: Name | null, language: string): string {
  return name === null ? '?' : (name[language] ?? Object.values(name)[0]!)
}

function grouped(figure: number, language: string): string {
  return figure.toLocaleString(language)
}
