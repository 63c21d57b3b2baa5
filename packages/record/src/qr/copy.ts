import { ok, type Result } from '@countersign/tlog'
import { refuseAs } from '../codes.ts'
import { shortId } from './code.ts'

/*
 *   CS1/C/9F86D081884C7D65/1/3.2/26-0001/F-1/
 *         │                │ │ │ │       └ the form's serial
 *         │                │ │ │ └ the box
 *         │                │ │ └ the page of that copy
 *         │                │ └ the copy
 *         │                └ the round
 *         └ the first 8 bytes of the definition's ID: a rehearsal's paper is not a real form
 */

/** Which piece of paper this is. It carries no figure and no signature. */
export interface FormPage {
  /** The first 8 bytes of the definition's ID, in hex. */
  readonly definition: string
  readonly round: number
  readonly copy: number
  readonly page: number
  readonly box: string
  readonly serial: string
}

/** The text of the code by which a centre knows a page when it is scanned. @param definition its ID, in hex */
export function pageCode({ definition, round, copy, page, box, serial }: FormPage): string {
  return `CS1/C/${shortId(definition).toUpperCase()}/${round}/${copy}.${page}/${box}/${serial}/`
}

const identifier = '([A-Za-z0-9][A-Za-z0-9._-]{0,31})'
const pattern = new RegExp(
  `^CS1/C/([0-9A-F]{16})/(\\d{1,9})/(\\d{1,9})\\.([1-9]\\d?)/${identifier}/${identifier}/$`,
)

/** Reads that text. Refusals: `code-foreign` (any other code, one of a statement too), `code-damaged`. */
export function readPageCode(text: string): Result<FormPage> {
  const trimmed = text.trim()
  if (!trimmed.startsWith('CS1/C/')) return refuseAs('code-foreign')
  const [, definition, round, copy, page, box, serial] = pattern.exec(trimmed) ?? []
  if (definition === undefined) return refuseAs('code-damaged')
  const numbers = { round: Number(round), copy: Number(copy), page: Number(page) }
  return ok({ definition: definition.toLowerCase(), ...numbers, box: box!, serial: serial! })
}
