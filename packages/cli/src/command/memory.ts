import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Collecting when little of it is garbage would take time and give nothing. */
const more = 15_000_000
/** Milliseconds between looks. */
const pause = 40

/**
 * Keeps a long command in a small machine's memory: left alone, V8 lets garbage grow to as much again as what is alive.
 */
export interface Tidy {
  /** Called often, it looks now and then. */
  readonly often: () => void
  /** Called where much has just become garbage. */
  readonly now: () => void
}

/** @param held what the process may hold, in bytes, before its garbage is collected at once */
export function tidily(held = 250_000_000): Tidy {
  let looked = performance.now()
  let least = held
  let collect: Collector | undefined
  function collectNow(flavor: 'regular' | 'last-resort'): void {
    collect ??= collector()
    collect({ type: 'major', execution: 'sync', flavor })
    least = Math.max(held, process.memoryUsage.rss() + more)
  }
  return {
    often() {
      if (performance.now() - looked < pause) return
      looked = performance.now()
      if (process.memoryUsage.rss() > least) collectNow('regular')
    },
    now() {
      // V8 keeps what it has freed for later, unless this is its last resort.
      if (process.memoryUsage.rss() > held) collectNow('last-resort')
    },
  }
}

/** V8's `gc`, which is to be had only where a flag exposes it. */
type Collector = (options: {
  readonly type: 'major'
  readonly execution: 'sync'
  readonly flavor: 'regular' | 'last-resort'
}) => void

function collector(): Collector {
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc') as Collector
}
