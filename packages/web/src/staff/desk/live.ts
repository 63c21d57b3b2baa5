import type { Refusal } from '@countersign/election'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { type Answer, serverAddress } from '../shell/api.ts'
import { useOnline } from '../shell/online.ts'
import { queries } from '../shell/stored.ts'

/** What the server last told, and since when this device has it; `trouble` where it could not be asked again. */
export interface Live<T> {
  readonly ok: true
  readonly value: T
  /** Milliseconds. */
  readonly at: number
  readonly trouble?: Refusal
}
export type Heard<T> = Live<T> | { readonly ok: false; readonly refusal: Refusal } | undefined

/** Milliseconds: while the server tells of every new checkpoint, and while it cannot be heard. */
const [heard, unheard] = [30_000, 2_000]

/**
 * Asks whenever the record has grown, as the server’s events tell; while these cannot be heard, every two seconds.
 * What was told before stays, with its age, where the server cannot be reached.
 */
export function useLive<T>(key: readonly unknown[], ask: () => Promise<Answer<T>>): Heard<T> {
  // A connection can be dead for minutes before the browser says so.
  const online = useOnline()
  const hears = useEvents(key[0]) && online
  const { data } = useQuery({
    queryKey: key,
    queryFn: async ({ queryKey }): Promise<NonNullable<Heard<T>>> => {
      const answer = await ask()
      if (answer.ok) return { ok: true, value: answer.value, at: Date.now() }
      const before = queries.getQueryData<Heard<T>>(queryKey)
      return answer.status === 0 && before?.ok ? { ...before, trouble: answer.refusal } : answer
    },
    staleTime: 0,
    refetchInterval: hears ? heard : unheard,
  })
  return data
}

/** Has what begins with `first` asked again as the record grows; whether the server is heard. */
function useEvents(first: unknown): boolean {
  const [hears, setHears] = useState(false)
  useEffect(() => {
    const events = new EventSource(new URL('events', serverAddress()))
    events.onopen = () => setHears(true)
    // The browser tries again by itself.
    events.onerror = () => setHears(false)
    events.addEventListener('checkpoint', () => void queries.invalidateQueries({ queryKey: [first] }))
    return () => events.close()
  }, [first])
  return hears
}
