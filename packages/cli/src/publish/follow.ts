import { setTimeout as wait } from 'node:timers/promises'
import type { Published } from '@countersign/publication/node'
import type { Result } from '@countersign/tlog'
import type { Answer, Stopped } from '../command/command.ts'
import { stopBy } from '../record/refused.ts'
import { sourceOf } from '../record/source.ts'

/** How a record that grows is followed. */
export interface Following {
  readonly record: string
  readonly publish: () => Promise<Result<Published>>
  /** Seconds from one look to the next. */
  readonly every: number
  /** Hears of each publication, the first included. */
  readonly tell: (published: Published) => void
  /** Ends it. */
  readonly signal?: AbortSignal
}

/**
 * Publishes a record whenever its checkpoint is another, until it is ended. A record that is refused stops it: whoever
 * keeps it has to look.
 */
export async function follow({ record, publish, every, tell, signal }: Following): Promise<Answer | Stopped> {
  let published: string | undefined
  for (;;) {
    const checkpoint = await checkpointOf(record)
    if (checkpoint !== published) {
      const done = await publish()
      if (!done.ok) return stopBy(done.refusal, record)
      tell(done.value)
      published = checkpoint
    }
    const ended = await wait(every * 1000, false, { ...(signal && { signal }) }).catch(() => true)
    if (ended) return { json: {}, text: '', silent: true }
  }
}

async function checkpointOf(record: string): Promise<string> {
  const bytes = await sourceOf(record).read('checkpoint')
  return bytes === undefined ? '' : new TextDecoder().decode(bytes)
}
