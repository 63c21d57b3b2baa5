import { useCallback, useEffect, useRef, useState } from 'react'
import type { Asked, Told } from './protocol.ts'

/** How far verifying has come. */
export type Verifying =
  | { readonly is: 'idle' }
  | { readonly is: 'starting' }
  | Told
  | { readonly is: 'stopped' }
  | { readonly is: 'crashed'; readonly message: string }

export interface Verifier {
  readonly state: Verifying
  readonly begin: (asked: Asked) => void
  readonly cancel: () => void
}

/** Verifies in a worker: the page stays usable, and stopping it stops it at once. */
export function useVerifier(): Verifier {
  const [state, setState] = useState<Verifying>({ is: 'idle' })
  const worker = useRef<Worker | undefined>(undefined)
  const end = useCallback(() => {
    worker.current?.terminate()
    worker.current = undefined
  }, [])
  useEffect(() => end, [end])
  return {
    state,
    begin(asked) {
      end()
      setState({ is: 'starting' })
      worker.current = new Worker(new URL('./verify-worker.ts', import.meta.url), { type: 'module' })
      worker.current.addEventListener('message', ({ data }: MessageEvent<Told>) => {
        setState(data)
        if (data.is === 'done' || data.is === 'refused') end()
      })
      worker.current.addEventListener('error', ({ message }) => {
        setState({ is: 'crashed', message })
        end()
      })
      worker.current.postMessage(asked)
    },
    cancel() {
      end()
      setState({ is: 'stopped' })
    },
  }
}
