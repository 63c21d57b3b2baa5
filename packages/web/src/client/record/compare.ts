import { breach } from '@countersign/record'
import { type Checkpoint, ok, openCheckpoint, type Result, readLog, type TileSource } from '@countersign/tlog'

/** How an earlier checkpoint and the log's present one stand to each other. */
export type Comparison =
  | { readonly is: 'same' | 'continues'; readonly before: Checkpoint; readonly now: Checkpoint }
  /** Both are signed by the log, and no log can have both: the two together prove it. */
  | { readonly is: 'fork' | 'shrunk'; readonly before: Checkpoint; readonly now: Checkpoint }

/**
 * Proves that the log continues a checkpoint that was kept, or that it does not. Refusals: what makes either of them
 * no checkpoint of this log (`bad-note`, `no-known-signature`, `other-origin`…), and what kept the proof from being read.
 */
export async function compareWith(
  source: TileSource,
  vkey: string,
  kept: string,
): Promise<Result<Comparison>> {
  const before = await openCheckpoint(normalized(kept), vkey)
  if (!before.ok) return before
  const log = await readLog(source, { vkey })
  if (!log.ok) return log
  const now = log.value.checkpoint
  const both = { before: before.value, now }
  const broken = await breach(log.value, before.value)
  if (broken === undefined) return ok({ is: before.value.size === now.size ? 'same' : 'continues', ...both })
  if (broken.code === 'fork' || broken.code === 'shrunk') return ok({ is: broken.code, ...both })
  return { ok: false, refusal: broken }
}

/** As it was signed: a form or a mail may have changed the line ends, or left out the last one. */
function normalized(text: string): string {
  return `${text.replaceAll('\r\n', '\n').trim()}\n`
}
