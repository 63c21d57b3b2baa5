import { useEffect, useRef } from 'react'

/** After so many minutes without a key or a touch, a copy is laid back: others may be waiting for it. */
export const idleMinutes = 10

/** Calls `then` when nothing was typed or touched for so many milliseconds, and again after as many more. */
export function useIdle(milliseconds: number, then: () => void): void {
  const act = useRef(then)
  act.current = then
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const begin = () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        act.current()
        begin()
      }, milliseconds)
    }
    const events = ['keydown', 'pointerdown', 'input'] as const
    for (const event of events) addEventListener(event, begin, true)
    begin()
    return () => {
      clearTimeout(timer)
      for (const event of events) removeEventListener(event, begin, true)
    }
  }, [milliseconds])
}
