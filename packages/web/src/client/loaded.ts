import type { Refusal, Result } from '@countersign/tlog'
import { useEffect, useState } from 'react'

/** What is on its way, there, or not to be had. */
export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly refusal: Refusal }

/** Loads whenever `key` changes; an answer that comes after another key is forgotten. */
export function useLoaded<T>(key: string, load: () => Promise<Result<T>>): Loaded<T> {
  const [loaded, setLoaded] = useState<{ readonly key: string; readonly of: Loaded<T> }>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says when there is something else to load
  useEffect(() => {
    let current = true
    void load().then(result => {
      if (current) setLoaded({ key, of: loadedFrom(result) })
    })
    return () => {
      current = false
    }
  }, [key])
  return loaded?.key === key ? loaded.of : { state: 'loading' }
}

function loadedFrom<T>(result: Result<T>): Loaded<T> {
  return result.ok ? { state: 'ready', value: result.value } : { state: 'failed', refusal: result.refusal }
}
