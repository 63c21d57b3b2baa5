import type { Result } from '@countersign/tlog'
import type { Events } from '../events/events.ts'
import type { Metrics } from '../health/metrics.ts'
import type { Say } from '../health/say.ts'
import type { LiveRecord } from '../record/live-record.ts'

/** Makes the site of the record as it is now, without holding up this process. Answers with its tree size. */
export type Publisher = (signal: AbortSignal) => Promise<Result<{ readonly size: number }>>

export type PublishingOptions = {
  readonly record: LiveRecord
  readonly publisher: Publisher | undefined
  /** Milliseconds from the start of one publication to the next. */
  readonly every: number
  readonly events: Events
  readonly metrics: Metrics
  readonly say: Say
}

/**
 * Publishes when there is a checkpoint that the site does not show: at once after a quiet time, else when `every` has
 * passed. One that fails is tried again then.
 */
export function publishing({ record, publisher, every, events, metrics, say }: PublishingOptions) {
  let shown = -1
  let last = Number.NEGATIVE_INFINITY
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  const ending = new AbortController()

  async function publish(publisher: Publisher): Promise<void> {
    last = performance.now()
    say('publishing', { size: record.published })
    const start = performance.now()
    const made = await publisher(ending.signal)
    if (ending.signal.aborted) return
    const seconds = (performance.now() - start) / 1000
    if (!made.ok) return say('publish-failed', { ...made.refusal, seconds }, 'error')
    shown = made.value.size
    metrics.published.set(shown)
    say('published', { size: shown, seconds })
    events.tell({ name: 'published', size: shown })
  }

  function schedule(): void {
    const isDue = publisher && record.election && record.published > shown
    if (!isDue || running || timer || ending.signal.aborted) return
    timer = setTimeout(
      () => {
        timer = undefined
        running = publish(publisher).finally(() => {
          running = undefined
          schedule()
        })
      },
      Math.max(0, last + every - performance.now()),
    )
  }

  const leave = record.onPublished(schedule)
  schedule()
  return {
    async close(): Promise<void> {
      leave()
      ending.abort()
      clearTimeout(timer)
      await running
    },
  }
}
