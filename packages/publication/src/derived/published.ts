import type { Election } from '@countersign/election'
import { type Ed25519, ok, type Result, readLog, type TileSource } from '@countersign/tlog'
import { type DerivedFile, derive } from './derive.ts'
import type { Latest } from './latest.ts'
import { type Replayed, replayLog } from './replayed.ts'

/**
 * What a publication must hold, for `verify` to compare. A publication may be behind its log: then it is held against
 * the state of the version that it publishes.
 * @param verified the state at the log's size, whose entries are verified
 */
export async function* publishedFiles(
  source: TileSource,
  verified: Election,
  engine: Ed25519,
): AsyncGenerator<DerivedFile> {
  const published = await publishedState(source, verified, engine)
  if (published.ok) yield* derive(published.value.election, { root: published.value.root })
}

/** The state of the version that a publication says is its latest; where it names none, that of the log. */
export async function publishedState(
  source: TileSource,
  verified: Election,
  engine: Ed25519,
): Promise<Result<Replayed>> {
  const log = await readLog(source, { vkey: verified.definition.vkey, engine })
  if (!log.ok) return log
  const { size, root } = log.value.checkpoint
  const named = await publishedSize(source)
  const wanted = named !== undefined && named < verified.size ? named : verified.size
  if (wanted === verified.size && size === wanted)
    return ok({ election: verified, root: btoa(String.fromCharCode(...root)) })
  return replayLog(log.value, { size: wanted, verified: wanted, engine })
}

/** The version that `derived/latest.json` names, where it names one. */
async function publishedSize(source: TileSource): Promise<number | undefined> {
  const bytes = await source.read('derived/latest.json')
  if (bytes === undefined) return undefined
  try {
    const { treeSize } = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Latest>
    return Number.isSafeInteger(treeSize) && treeSize! > 0 ? treeSize : undefined
  } catch {
    return undefined
  }
}
