import type { Block, Cell, Report, Table } from './blocks.ts'
import { escaped } from './escaped.ts'
import { isNumeric, type Written, written } from './numbers.ts'
import { sheet } from './sheet.ts'
import { svgOf } from './svg.ts'

/** Words of the document itself. */
const words = {
  en: { figures: 'The figures', download: 'download as CSV', contents: 'Contents' },
  fa: { figures: 'ارقام', download: 'دریافت به صورت CSV', contents: 'فهرست' },
} as const

/** The report as one HTML file that stands alone: no script, nothing fetched; every chart with its table beside it. */
export function htmlOf(report: Report): string {
  const { language, title, about, sections } = report
  const direction = language === 'fa' ? 'rtl' : 'ltr'
  const contents = sections.map(({ title }, i) => `<li><a href="#s${i + 1}">${escaped(title)}</a></li>`)
  return `<!doctype html>
<html lang="${language}" dir="${direction}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title><style>${sheet}</style></head>
<body><main>
<h1>${escaped(title)}</h1>
${about.map(line => `<p class="about">${escaped(line)}</p>`).join('\n')}
${sections.length > 2 ? `<nav aria-label="${words[language].contents}"><ol>${contents.join('')}</ol></nav>` : ''}
${sectionsHtml(report)}
</main></body></html>
`
}

/**
 * The sections alone, to be set into a page that has a title and a style of its own.
 * @param prefix what the sections’ anchors begin with, so that two reports can stand on one page
 */
export function sectionsHtml(report: Report, prefix = 's'): string {
  return report.sections
    .map(
      ({ title, blocks }, i) =>
        `<section id="${prefix}${i + 1}"><h2>${escaped(title)}</h2>${blocks.map(block => blockHtml(block, report)).join('\n')}</section>`,
    )
    .join('\n')
}

function blockHtml(block: Block, { language }: Report): string {
  const say = words[language]
  switch (block.kind) {
    case 'paragraph':
      return `<p>${escaped(block.text)}</p>`
    case 'caveat':
      return `<p class="caveat">${escaped(block.text)}</p>`
    case 'list':
      return `<ul>${block.items.map(item => `<li>${escaped(item)}</li>`).join('')}</ul>`
    case 'table':
      return tableHtml(block, written[language])
    case 'chart': {
      const svg = svgOf(block.drawing, block.caption, language)
      const link = `<a download="figures.csv" href="data:text/csv;charset=utf-8,${encodeURIComponent(csvOf(block.table))}">${say.download}</a>`
      return `<figure><figcaption>${escaped(block.caption)}</figcaption><div class="scroll" tabindex="0" role="region" aria-label="${escaped(block.caption)}">${svg}</div>
<details><summary>${say.figures}</summary>${tableHtml(block.table, written[language])}<p>${link}</p></details></figure>`
    }
  }
}

function tableHtml({ caption, head, rows }: Table, { cell }: Written): string {
  const numeric = head.map((_, i) => rows.length > 0 && rows.every(row => isNumeric(row[i] ?? null)))
  const one = (tag: string, i: number, text: string) =>
    `<${tag}${numeric[i] ? ' class="number"' : ''}${tag === 'th' ? ' scope="col"' : ''}>${escaped(text)}</${tag}>`
  const lines = rows.map(row => `<tr>${row.map((each, i) => one('td', i, cell(each))).join('')}</tr>`)
  return `<div class="scroll" tabindex="0" role="region" aria-label="${escaped(caption)}"><table><caption>${escaped(caption)}</caption><thead><tr>${head.map((name, i) => one(name === '' ? 'td' : 'th', i, name)).join('')}</tr></thead><tbody>${lines.join('\n')}</tbody></table></div>`
}

/** A table as CSV: whole numbers plain, for a spreadsheet. */
export function csvOf({ head, rows }: Table): string {
  const cell = (each: Cell) => {
    const text = each === null ? '' : String(each)
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  return [head, ...rows].map(row => row.map(cell).join(',')).join('\r\n')
}
