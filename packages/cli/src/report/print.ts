import {
  type Block,
  isNumeric,
  printedSvgOf,
  type Report,
  type Table,
  written,
} from '@countersign/analysis/report'
import { type Part, type PrintedReport, report as printed } from '@countersign/paper'
import { typeset } from '@countersign/paper/node'

/** How many rows of a chart's own table are printed: the drawing has the rest. */
const mostOfChart = 20

/** A report as PDF; the same bytes for the same report and time. @param created UTC seconds */
export function pdfOf(report: Report, created: number): Uint8Array {
  return typeset([printed(report.language, printedOf(report))]).pdf(created)
}

function printedOf(report: Report): PrintedReport {
  const { title, about, sections } = report
  const parts = sections.map(({ title, blocks }) => ({
    title,
    // What the heading says already is not said again above the table.
    parts: blocks
      .flatMap(block => partsOf(block, report))
      .map(part => ('caption' in part && part.caption === title ? { ...part, caption: '' } : part)),
  }))
  return { title, about, sections: parts }
}

function partsOf(block: Block, { language }: Report): readonly Part[] {
  const tableOf = ({ caption, head, rows }: Table): Part => ({
    kind: 'table',
    caption,
    head,
    numeric: head.map((_, i) => rows.length > 0 && rows.every(row => isNumeric(row[i] ?? null))),
    rows: rows.map(row => row.map(written[language].cell)),
  })
  if (block.kind === 'table') return [tableOf(block)]
  if (block.kind !== 'chart') return [block]
  const { caption, drawing, table } = block
  const short = table.rows.length <= mostOfChart ? [tableOf(table)] : []
  return [{ kind: 'picture', caption, svg: printedSvgOf(drawing, caption, language) }, ...short]
}
