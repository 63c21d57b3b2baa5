import { type Block, isNumeric, type Report, type Table, written } from '@countersign/analysis/report'
import { columns } from '../tally/columns.ts'

/** How many rows of a table, and of a chart's, a terminal shows; the HTML and the JSON have all. */
const mostRows = 24
const mostOfChart = 6

/** A report for a terminal. Of a chart its table is shown. */
export function textOf(report: Report): string {
  const { title, about, sections } = report
  const parts = sections.map(({ title, blocks }) =>
    [`— ${title} —`, ...blocks.map(block => blockText(block, title, report))].join('\n'),
  )
  return [[title, ...about].join('\n'), ...parts].join('\n\n')
}

function blockText(block: Block, title: string, report: Report): string {
  switch (block.kind) {
    case 'paragraph':
      return wrapped(block.text)
    case 'caveat':
      return wrapped(block.text, '  | ')
    case 'list':
      return block.items.map(item => wrapped(item, '    ').replace('    ', '  • ')).join('\n')
    case 'table':
      return tableText(block.caption === title ? { ...block, caption: '' } : block, mostRows, report)
    case 'chart':
      return [wrapped(block.caption), tableText({ ...block.table, caption: '' }, mostOfChart, report)].join(
        '\n',
      )
  }
}

function tableText({ caption, head, rows }: Table, most: number, { language }: Report): string {
  const { cell, count } = written[language]
  const shown = rows.slice(0, most)
  const cells = shown.map(row => row.map(cell))
  const right = head.map((_, i) => shown.length > 0 && shown.every(row => isNumeric(row[i] ?? null)))
  const more = rows.length - shown.length
  return [
    ...(caption === '' ? [] : [`${caption}:`]),
    ...columns([head, ...cells], right),
    ...(more > 0 ? [`  … + ${count(more)}`] : []),
  ].join('\n')
}

/** Lines of at most 100 letters, so that a paragraph can be read in a terminal. */
function wrapped(text: string, indent = ''): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length + 1 > 100) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line].map(each => indent + each).join('\n')
}
