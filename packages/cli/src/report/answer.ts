import { writeFile } from 'node:fs/promises'
import { htmlOf, type Report } from '@countersign/analysis/report'
import { type Answer, type Given, type Stopped, stop } from '../command/command.ts'
import { textOf } from './text.ts'

/** Options of every command whose answer is a report. */
export const reportOptions = [
  ['--html <file>', 'write the report with its charts as one HTML file that stands alone'],
] as const

/** A report as a command's answer: JSON, text for a terminal, and HTML where it is asked for. */
export async function answerBy(
  report: Report,
  json: unknown,
  { html }: Given,
  finding = false,
): Promise<Answer | Stopped> {
  if (typeof html !== 'string') return { json, text: textOf(report), finding }
  try {
    await writeFile(html, htmlOf(report))
  } catch (error) {
    return stop('cannot-write', (error as Error).message, 'name a file in a folder that can be written')
  }
  return { json, text: `${textOf(report)}\n\n${html}`, finding }
}
