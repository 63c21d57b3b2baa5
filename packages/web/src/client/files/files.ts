import { type Fetch, ok, type Result, refuse, type TileSource } from '@countersign/tlog'

/**
 * The files of a publication, over http. What cannot be had is refused: `offline`, `unreachable`, `missing-file`,
 * `server-error` {status}, `bad-file` (not JSON, or not of the shape that it must have), each with its `path`.
 */
export interface Files {
  readonly election: string
  /** The version that the page was made from, where it says so. */
  readonly version: string | undefined
  /** A JSON file, read once. */
  json<T>(path: string): Promise<Result<T>>
  /** The same files as bytes, for proofs. */
  readonly source: TileSource
  /** The paths that were read, in order. */
  readonly read: readonly string[]
}

interface Options {
  readonly version?: string | undefined
  readonly fetch?: Fetch
}

/** @param election the address of the election's folder */
export function filesAt(election: string, { version, fetch = defaultFetch }: Options = {}): Files {
  const read: string[] = []
  const known = new Map<string, Promise<Result<unknown>>>()
  async function load(path: string): Promise<Result<unknown>> {
    const bytes = await bytesAt(election, path, fetch)
    if (!bytes.ok) return bytes
    if (bytes.value === undefined) return refuse('missing-file', `${path} is not there.`, { path })
    read.push(path)
    return parsed(path, bytes.value)
  }
  return {
    election,
    version,
    read,
    async json<T>(path: string) {
      const loading = known.get(path) ?? load(path)
      known.set(path, loading)
      const loaded = await loading
      if (!loaded.ok) known.delete(path)
      return loaded as Result<T>
    },
    source: {
      async read(path) {
        const bytes = await bytesAt(election, path, fetch)
        if (!bytes.ok) throw new Error(bytes.refusal.message, { cause: bytes.refusal })
        if (bytes.value !== undefined) read.push(path)
        return bytes.value
      },
    },
  }
}

/** A checkpoint and what names the newest version may change at any moment; a browser is to ask again. */
const changing = /(^|\/)(checkpoint|latest\.json|policy\.txt)$/

/** The browser's own, told what may be kept. */
export const defaultFetch: Fetch = url =>
  fetch(url, { cache: changing.test(new URL(url).pathname) ? 'no-cache' : 'default' })

async function bytesAt(
  election: string,
  path: string,
  fetch: Fetch,
): Promise<Result<Uint8Array | undefined>> {
  let response: Response
  try {
    response = await fetch(new URL(path, election).href)
    if (response.status === 404 || response.status === 410) return ok(undefined)
    if (response.ok) return ok(new Uint8Array(await response.arrayBuffer()))
  } catch (error) {
    const code = globalThis.navigator?.onLine === false ? 'offline' : 'unreachable'
    return refuse(code, `${path} cannot be reached: ${(error as Error).message}`, { path })
  }
  const { status } = response
  return refuse('server-error', `The server answered ${status} for ${path}.`, { path, status })
}

function parsed(path: string, bytes: Uint8Array): Result<unknown> {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (typeof value === 'object' && value !== null) return ok(value)
  } catch {
    // Told below.
  }
  return refuse('bad-file', `${path} is not what it must be.`, { path })
}
