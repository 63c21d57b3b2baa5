import { type Report, sayFailure } from '@countersign/record'

type Language = 'en' | 'fa'

/** How many failures a person is shown; the report has more. */
const mostShown = 20

/** The report of a verification for people: what holds, what fails and where, and what was not looked at. */
export function reportText(report: Report, language: Language): string {
  const say = words[language]
  const number = (count: number) => count.toLocaleString(language)
  const { failures, failed, checks, notCovered } = report
  const shown = failures
    .slice(0, mostShown)
    // The report's own English says more of the place than the code's text does.
    .map(
      failure => `  ${failure.code}: ${language === 'en' ? failure.message : sayFailure(failure, language)}`,
    )
  const found = Object.entries(checks).map(([code, count]) => `${code} ${number(count)}`)
  const rows = [
    [
      say.log,
      report.origin === null ? say.unknown : `${report.origin}${say.comma}${say.grades[report.grade]}`,
    ],
    [say.entries, number(report.entries)],
    [say.signatures, number(report.signatures)],
    [say.checks, found.length === 0 ? say.nothing : found.join(say.comma)],
    [say.notCovered, notCovered.length === 0 ? say.nothing : notCovered.join(say.comma)],
  ] as const
  const wide = Math.max(...rows.map(([name]) => name.length))
  return [
    report.intact ? say.intact : say.broken,
    ...(report.follows || !report.intact ? [] : [say.doesNotFollow]),
    ...shown,
    ...(failed > mostShown ? [`  ${say.more(number(failed - mostShown))}`] : []),
    ...rows.map(([name, value]) => `  ${name.padEnd(wide)}  ${value}`),
  ].join('\n')
}

const words = {
  en: {
    intact: 'Record intact.',
    broken: 'RECORD BROKEN.',
    doesNotFollow: 'Something stated in it does not follow from it.',
    more: (count: string) => `… and ${count} more`,
    log: 'log',
    entries: 'entries',
    signatures: 'signatures',
    checks: 'checks that found something',
    notCovered: 'not covered',
    nothing: 'none',
    unknown: 'not opened',
    comma: ', ',
    grades: {
      'self-declared': 'self-declared: judged by the policy found in the record',
      unwitnessed: 'unwitnessed: the log is the one you named; no quorum of witnesses',
      witnessed: 'witnessed: cosigned by the quorum that you named',
      closed: 'closed: witnessed, and stated to be complete',
    },
  },
  fa: {
    intact: 'سند دست‌نخورده است.',
    broken: 'سند مخدوش است.',
    doesNotFollow: 'چیزی در آن گفته شده که از آن برنمی‌آید.',
    more: (count: string) => `… و ${count} تای دیگر`,
    log: 'دفتر',
    entries: 'مدخل‌ها',
    signatures: 'امضاها',
    checks: 'بررسی‌هایی که چیزی یافتند',
    notCovered: 'بررسی‌نشده',
    nothing: 'هیچ',
    unknown: 'باز نشد',
    comma: '، ',
    grades: {
      'self-declared': 'خوداظهار: با سیاست‌نامه‌ای سنجیده شد که در خود سند است',
      unwitnessed: 'بی‌گواه: دفتر همان است که نام بردید؛ گواهان به حد نصاب نرسیدند',
      witnessed: 'گواهی‌شده: حد نصابی که نام بردید آن را امضا کرده است',
      closed: 'بسته: گواهی‌شده، و کامل اعلام شده است',
    },
  },
} as const satisfies Record<Language, unknown>
