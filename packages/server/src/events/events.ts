/** What pages are told as it happens. */
export type PageEvent =
  | { readonly name: 'checkpoint'; readonly size: number }
  | { readonly name: 'published'; readonly size: number }

export type Events = {
  tell(event: PageEvent): void
  /** @returns how to stop hearing */
  hear(listener: (event: PageEvent) => void): () => void
  readonly listeners: number
}

export function events(): Events {
  const listeners = new Set<(event: PageEvent) => void>()
  return {
    tell(event) {
      for (const listener of listeners) listener(event)
    },
    hear(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    get listeners() {
      return listeners.size
    },
  }
}
