import {
  formatVkey,
  type LogReader,
  parsePolicy,
  type Result,
  readLog,
  refuse,
  type TileSource,
} from '@countersign/tlog'
import { sodiumNative } from '@countersign/tlog/node'
import { sourceOf } from './source.ts'

/**
 * Opens the log of the record at `where` by the policy that lies in it: what it gives is what that log signed, and
 * whether to trust that log is another question. Refusals: `missing-policy`, `bad-policy`, `unreadable`, and those of
 * the log.
 */
export function openRecord(where: string): Promise<Result<LogReader>> {
  return openSource(sourceOf(where), where)
}

/** The same of files that are read already; `where` names them in a refusal. */
export async function openSource(source: TileSource, where: string): Promise<Result<LogReader>> {
  let text: Uint8Array | undefined
  try {
    text = await source.read('policy.txt')
  } catch (error) {
    return refuse('unreadable', `${where} cannot be read: ${(error as Error).message}`)
  }
  if (text === undefined)
    return refuse('missing-policy', `There is no record in ${where}: it has no policy.txt.`)
  const policy = parsePolicy(text)
  if (!policy.ok) return policy
  let last: Result<LogReader> = refuse('bad-policy', 'The policy names no log.')
  for (const { key } of policy.value.logs) {
    last = await readLog(source, { vkey: formatVkey(key), engine: sodiumNative })
    if (last.ok) return last
  }
  return last
}
