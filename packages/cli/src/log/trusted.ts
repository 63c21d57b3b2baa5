import { formatVkey, parsePolicy, type TileSource } from '@countersign/tlog'
import { type Stopped, stop } from '../command/command.ts'
import { stopBy } from '../record/refused.ts'

/** The key by which a log is judged. */
export interface TrustedKey {
  readonly vkey: string
  /** It was found beside the log, so the log only speaks for itself. */
  readonly selfDeclared: boolean
}

/** The key that was given, else the one that the policy of the log at `where` names. */
export async function trustedKey(
  source: TileSource,
  where: string,
  given: unknown,
): Promise<TrustedKey | Stopped> {
  if (typeof given === 'string') return { vkey: given, selfDeclared: false }
  const text = await source.read('policy.txt').catch(() => undefined)
  if (text === undefined)
    return stop(
      'no-vkey',
      `no key was given for the log in ${where}, and it has no policy.txt that names one`,
      'add --vkey <key>; or is the log somewhere else?',
    )
  const policy = parsePolicy(text)
  if (!policy.ok) return stopBy(policy.refusal, where)
  const [log] = policy.value.logs
  return log
    ? { vkey: formatVkey(log.key), selfDeclared: true }
    : stop(
        'no-vkey',
        `no key was given for the log in ${where}, and its policy names none`,
        'add --vkey <key>',
      )
}
