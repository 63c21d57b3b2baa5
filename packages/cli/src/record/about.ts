import type { Statement } from '@countersign/election'
import { type ReadEntry, readEntry } from '@countersign/record'
import { type LogReader, ok, type Result, refuse } from '@countersign/tlog'
import type { Progress } from '../command/progress.ts'

/** An entry of the record that is about the subject asked for. */
export interface Found {
  readonly index: number
  readonly bytes: Uint8Array
  readonly entry: ReadEntry
}

/** A box, an area, or one entry by its index. */
export type Subject = { readonly name: string } | { readonly index: number }

/** `#17` is entry 17; anything else is the identifier of a box or area. */
export function subjectOf(words: string): Subject {
  return /^#\d+$/.test(words) ? { index: Number(words.slice(1)) } : { name: words }
}

/**
 * The entries about a subject, in the order of the log. A box's are its listing and every statement that names it.
 * Refusals: `no-such-subject`; those of the log; those of an entry that cannot be read.
 */
export async function entriesAbout(
  log: LogReader,
  subject: Subject,
  progress: Progress,
): Promise<Result<readonly Found[]>> {
  if ('index' in subject) {
    const bytes = await log.entry(subject.index)
    if (!bytes.ok) return bytes
    const entry = readEntry(bytes.value)
    return entry.ok ? ok([{ index: subject.index, bytes: bytes.value, entry: entry.value }]) : entry
  }
  const found: Found[] = []
  const { size } = log.checkpoint
  let index = 0
  for await (const bytes of log.entries()) {
    if (!bytes.ok) return bytes
    const entry = readEntry(bytes.value)
    if (entry.ok && names(entry.value.statement, subject.name))
      found.push({ index, bytes: bytes.value, entry: entry.value })
    index++
    progress.at('searched', index, size)
  }
  if (found.length > 0) return ok(found)
  return refuse(
    'no-such-subject',
    `No statement of the record names “${subject.name}”; an entry is written #0 to #${size - 1}.`,
  )
}

function names(statement: Statement, name: string): boolean {
  if (statement.kind === 'boxes') return statement.boxes.some(({ id }) => id === name)
  if (statement.kind === 'areas') return statement.areas.some(({ id }) => id === name)
  const { box, area } = statement as { readonly box?: unknown; readonly area?: unknown }
  return box === name || (box === undefined && area === name)
}
