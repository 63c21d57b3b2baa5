import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** What a process may hold, in bytes, before its garbage is collected at once. */
const held = 280_000_000
/** Collecting when little of it is garbage would take time and give nothing. */
const more = 25_000_000
/** Milliseconds between looks. */
const pause = 40

/**
 * Keeps a long command in a small machine's memory: left alone, V8 lets garbage grow to as much again as what is alive.
 * What it returns is called often, and looks now and then.
 */
export function tidily(): () => void {
  let looked = performance.now()
  let least = held
  let collect: (() => void) | undefined
  return () => {
    if (performance.now() - looked < pause) return
    looked = performance.now()
    if (process.memoryUsage.rss() < least) return
    collect ??= collector()
    collect()
    least = Math.max(held, process.memoryUsage.rss() + more)
  }
}

function collector(): () => void {
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc') as () => void
}
