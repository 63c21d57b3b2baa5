import type { Result } from '@countersign/tlog'
import { type OpenOptions, openLog, type Sequencer } from '@countersign/tlog/node'
import type { Answer, Given, Stopped } from '../command/command.ts'
import { stop } from '../command/command.ts'
import { stopBy } from '../record/refused.ts'

/** Options of every command that writes to a log. */
export const openingOptions = [
  ['--take-over', 'open the log though another process has it open; that one stops, and loses nothing'],
  [
    '--unasked',
    'go on though nobody who holds checkpoints of the log can be reached: only if this is no older copy',
  ],
] as const

/** What to do about a log that cannot be opened, by the code of the refusal. */
const todo: Readonly<Record<string, string>> = {
  'no-key': 'make a log with `countersign log init`, or name the folder that has one',
  'in-use': 'end the other process, or add --take-over',
  behind: 'bring the missing entries back: countersign log restore <dir> --from <published folder or URL>',
  fork: 'stop, and show both checkpoints, which were kept, to whoever watches the log',
  unreachable:
    'try again when they can be reached; --unasked only if you know that this folder is no older copy',
  'disk-full': 'make room, and run this again: what was answered is kept',
  'read-only': 'make the folder writable, and run this again',
  'other-sequencer': 'run this again; what was answered is kept',
}

/** Opens the log in `dir`, lets `work` use it, and closes it: what was answered is then under a checkpoint. */
export async function withLog(
  dir: string,
  given: Given,
  work: (log: Sequencer) => Promise<Answer | Stopped>,
): Promise<Answer | Stopped> {
  const options: OpenOptions = { takeOver: given.takeOver === true, unasked: given.unasked === true }
  const opened = await openLog(dir, options)
  if (!opened.ok) return stopLog(opened, dir)
  const answer = await work(opened.value)
  const closed = await opened.value.close()
  return closed.ok || 'stopped' in answer ? answer : stopLog(closed, dir)
}

/** A log's refusal, with what to do next. */
export function stopLog({ refusal }: Result<never> & { readonly ok: false }, of?: string): Stopped {
  const { stopped } = stopBy(refusal, of)
  const next = todo[refusal.code]
  return next === undefined ? { stopped } : stop(stopped.code, stopped.message, next)
}
