import { breach } from '@countersign/record'
import { type Checkpoint, ok, openCheckpoint, type Result, readLog, type TileSource } from '@countersign/tlog'
import { inWords } from '../proof/words.ts'

/** How an earlier checkpoint and the log's present one stand to each other. */
export type Comparison =
  | { readonly is: 'same' | 'continues'; readonly before: Checkpoint; readonly now: Checkpoint }
  /** Both are signed by the log, and no log can have both: the two together prove it. */
  | { readonly is: 'fork' | 'shrunk'; readonly before: Checkpoint; readonly now: Checkpoint }
  /** What was given is no checkpoint that this log has signed. */
  | { readonly is: 'unusable'; readonly why: string }

/**
 * Proves that the log continues a checkpoint that was kept, or that it does not. Refusals: those of
 * the log's reader.
 */
export async function compareWith(
  source: TileSource,
  vkey: string,
  kept: string,
  language: string,
): Promise<Result<Comparison>> {
  const before = await openCheckpoint(normalized(kept), vkey)
  if (!before.ok) return ok({ is: 'unusable', why: inWords(before.refusal, language).message })
  const log = await readLog(source, { vkey })
  if (!log.ok) return { ok: false, refusal: inWords(log.refusal, language) }
  const now = log.value.checkpoint
  const both = { before: before.value, now }
  const broken = await breach(log.value, before.value)
  if (broken === undefined) return ok({ is: before.value.size === now.size ? 'same' : 'continues', ...both })
  if (broken.code === 'fork' || broken.code === 'shrunk') return ok({ is: broken.code, ...both })
  return { ok: false, refusal: inWords(broken, language) }
}

/** As it was signed: a form or a mail may have changed the line ends, or left out the last one. */
function normalized(text: string): string {
  return `${text.replaceAll('\r\n', '\n').trim()}\n`
}
