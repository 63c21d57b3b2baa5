import type { CheckedTable } from '@countersign/publication/import'

type Language = 'en' | 'fa'

/** How many findings a person is shown; JSON has all. */
const mostShown = 40

/** What was found in a table, for people: how much of each check, then row by row. */
export function checkedText({ rows, findings, notApplicable }: CheckedTable, language: Language): string {
  const say = words[language]
  const number = (count: number) => count.toLocaleString(language)
  const tallied = (items: readonly { readonly code: string }[]) => {
    const counts = new Map<string, number>()
    for (const { code } of items) counts.set(code, (counts.get(code) ?? 0) + 1)
    const listed = [...counts].sort().map(([code, count]) => `${code} ${number(count)}`)
    return `${number(items.length)}${listed.length === 0 ? '' : ` (${listed.join(say.comma)})`}`
  }
  const shown = findings.slice(0, mostShown)
  const wide = Math.max(0, ...shown.map(({ line }) => number(line).length))
  const more = findings.length - shown.length
  return [
    `${say.rows}: ${number(rows)}`,
    `${say.findings}: ${tallied(findings)}`,
    `${say.notApplicable}: ${tallied(notApplicable)}`,
    ...shown.map(
      ({ line, box, code, message }) =>
        `  ${say.line} ${number(line).padStart(wide)}  ${box}  ${code}  ${message}`,
    ),
    ...(more > 0 ? [`  ${say.more(number(more))}`] : []),
  ].join('\n')
}

const words = {
  en: {
    rows: 'rows',
    findings: 'findings',
    notApplicable: 'checks that could not be made, a figure being empty',
    line: 'line',
    comma: ', ',
    more: (count: string) => `… and ${count} more; --json lists all`,
  },
  fa: {
    rows: 'ردیف‌ها',
    findings: 'یافته‌ها',
    notApplicable: 'بررسی‌هایی که به سبب رقم خالی شدنی نبود',
    line: 'سطر',
    comma: '، ',
    more: (count: string) => `… و ${count} تای دیگر؛ ‎--json همه را می‌آورد`,
  },
} as const satisfies Record<Language, unknown>
