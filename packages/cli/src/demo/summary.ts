import { type Election, findings, sayFinding, type Tally } from '@countersign/election'
import type { Overview } from '@countersign/publication'
import type { Report } from '@countersign/record'
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
    ...findingLines(election, language),
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

function findingLines(election: Election, language: Language): readonly string[] {
  const found = findings(election)
  if (found.length === 0) return [words[language].addsUp]
  const lines = found.map(finding => {
    const area = finding.area === undefined ? undefined : election.areas.get(finding.area)?.area.name
    const place = finding.box ?? area?.[language] ?? area?.en ?? finding.area
    return `  ${finding.code}  ${place === undefined ? '' : `${place}: `}${sayFinding(finding, language)}`
  })
  return [words[language].findings, ...lines]
}

const words = {
  en: {
    findings: 'What did not add up, as published:',
    addsUp: 'Every check that could be made holds.',
    verified: (entries: string, signatures: string, grade: string) =>
      `Verified: ${entries} entries, ${signatures} signatures; the log is ${grade}.`,
    changed: (path: string, offset: string) => `Then one byte was changed, number ${offset} of ${path}:`,
    refused: (message: string) => `  refused. ${message}`,
    notNoticed: '  NOT NOTICED',
  },
  fa: {
    findings: 'آنچه در ارقام منتشرشده با هم نمی‌خواند:',
    addsUp: 'همهٔ بررسی‌هایی که شدنی بود برقرار است.',
    verified: (entries: string, signatures: string, grade: string) =>
      `بررسی شد: ${entries} مدخل، ${signatures} امضا؛ درجهٔ دفتر ${grade}.`,
    changed: (path: string, offset: string) => `سپس یک بایت تغییر داده شد، شمارهٔ ${offset} از ${path}:`,
    refused: (message: string) => `  رد شد. ${message}`,
    notNoticed: '  دیده نشد',
  },
} as const
