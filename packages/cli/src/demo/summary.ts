import type { Election, Tally } from '@countersign/election'
import type { Overview } from '@countersign/publication'
import type { Report } from '@countersign/record'
import { findingsIn, findingsText } from '../tally/findings.ts'
import { tallyText } from '../tally/text.ts'
import type { Language } from '../tally/words.ts'
import type { OneByte } from './one-byte.ts'

/** What the demo did with one election. */
export interface Shown {
  readonly folder: string
  readonly made: boolean
  readonly election: Election
  readonly overview: Overview
  readonly tally: Tally
  readonly report: Report
  /** The same record with one byte changed, verified again. */
  readonly changed: { readonly at: OneByte; readonly report: Report }
}

/** One election for a person at a terminal: the tally, what did not add up, how the record held. */
export function summaryOf({ election, tally, report, changed }: Shown, language: Language): string {
  const say = words[language]
  return [
    tallyText(election, tally, {}, report.intact, language),
    '',
    findingsText(election, findingsIn(election, {}, language), language),
    '',
    say.verified(
      report.entries.toLocaleString(language),
      report.signatures.toLocaleString(language),
      report.grade,
    ),
    say.changed(changed.at.path, changed.at.offset.toLocaleString(language)),
    changed.report.intact ? say.notNoticed : say.refused(changed.report.failures[0]?.message ?? ''),
  ].join('\n')
}

const words = {
  en: {
    verified: (entries: string, signatures: string, grade: string) =>
      `Verified: ${entries} entries, ${signatures} signatures; the log is ${grade}.`,
    changed: (path: string, offset: string) => `Then one byte was changed, number ${offset} of ${path}:`,
    refused: (message: string) => `  refused. ${message}`,
    notNoticed: '  NOT NOTICED',
  },
  fa: {
    verified: (entries: string, signatures: string, grade: string) =>
      `بررسی شد: ${entries} مدخل، ${signatures} امضا؛ درجهٔ دفتر ${grade}.`,
    changed: (path: string, offset: string) => `سپس یک بایت تغییر داده شد، شمارهٔ ${offset} از ${path}:`,
    refused: (message: string) => `  رد شد. ${message}`,
    notNoticed: '  دیده نشد',
  },
} as const
