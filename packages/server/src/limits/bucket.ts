/** How much may come from one source: at most `burst` at once, and `perSecond` over time. */
export type Allowance = { readonly burst: number; readonly perSecond: number }

/** Token buckets, one for each key that has been seen of late. */
export type Buckets = {
  /** Takes one from the bucket of `key`; answers 0, or the seconds after which there will be one again. */
  take(key: string): number
}

/** So many buckets are kept; when there are more, those that are full again are dropped. */
const many = 50_000

/** @param now milliseconds */
export function buckets({ burst, perSecond }: Allowance, now: () => number): Buckets {
  const levels = new Map<string, { level: number; at: number }>()
  // A clock that is set back takes nothing away.
  const refilled = (level: number, at: number) =>
    Math.min(burst, level + (Math.max(0, now() - at) / 1000) * perSecond)

  function drop(): void {
    for (const [key, { level, at }] of levels) if (refilled(level, at) >= burst) levels.delete(key)
  }

  return {
    take(key) {
      const bucket = levels.get(key)
      const level = bucket ? refilled(bucket.level, bucket.at) : burst
      if (level < 1) return Math.max(1, Math.ceil((1 - level) / perSecond))
      if (!bucket && levels.size >= many) drop()
      levels.set(key, { level: level - 1, at: now() })
      return 0
    },
  }
}
