import { formatVkey, type LogReader, parsePolicy, type Result, readLog, refuse } from '@countersign/tlog'
import { sodiumNative } from '@countersign/tlog/node'
import { sourceOf } from './source.ts'

/**
 * Opens the log of the record at `where` by the policy that lies in it: what it gives is what that log signed, and
 * whether to trust that log is another question. Refusals: `missing-policy`, `bad-policy`, `unreadable`, and those of
 * the log.
 */
export async function openRecord(where: string): Promise<Result<LogReader>> {
  const source = sourceOf(where)
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
