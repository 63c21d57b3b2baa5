import { useCallback, useEffect, useRef, useState } from 'react'
import type { Asked, Changed, Limits, Told } from './protocol.ts'

/** How far a study has come. */
export type Studying =
  | { readonly is: 'idle' }
  | Exclude<Told, { readonly is: 'changed' }>
  | { readonly is: 'crashed'; readonly message: string }

export interface Study {
  readonly state: Studying
  readonly changed: Changed | undefined
  readonly limits: Limits | undefined
  readonly ask: (asked: Asked) => void
}

/** Studies in a worker: the page stays usable meanwhile. Another study ends the one before. */
export function useStudy(): Study {
  const [state, setState] = useState<Studying>({ is: 'idle' })
  const [changed, setChanged] = useState<Changed>()
  const worker = useRef<Worker | undefined>(undefined)
  const end = useCallback(() => {
    worker.current?.terminate()
    worker.current = undefined
  }, [])
  useEffect(() => end, [end])
  const ask = useCallback(
    (asked: Asked) => {
      if (asked.ask === 'study') {
        end()
        setChanged(undefined)
        setState({ is: 'reading' })
        worker.current = new Worker(new URL('./study-worker.ts', import.meta.url), { type: 'module' })
        worker.current.addEventListener('message', ({ data }: MessageEvent<Told>) => {
          if (data.is === 'changed') setChanged(data.changed)
          else setState(data)
        })
        worker.current.addEventListener('error', ({ message }) => {
          setState({ is: 'crashed', message })
          end()
        })
      }
      worker.current?.postMessage(asked)
    },
    [end],
  )
  return { state, changed, limits: state.is === 'studied' ? state.limits : undefined, ask }
}
