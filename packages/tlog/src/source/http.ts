import type { TileSource } from './source.ts'

/** The part of `fetch` that is used here. */
export type Fetch = (url: string) => Promise<Response>

/** A log's files on any web server, under `url`. What is not there is a 404 or 410; all else must succeed. */
export function fromHttp(url: string, fetch: Fetch = globalThis.fetch): TileSource {
  const prefix = url.endsWith('/') ? url : `${url}/`
  return {
    async read(path) {
      const response = await fetch(prefix + path)
      if (response.status === 404 || response.status === 410) return undefined
      if (!response.ok) throw new Error(`${prefix}${path} answered ${response.status}`)
      return new Uint8Array(await response.arrayBuffer())
    },
  }
}
