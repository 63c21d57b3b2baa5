import { ok, type Result, refuse } from '../result.ts'

/**
 * Where a log's files are read from: a folder, a web server, memory. Nothing that it gives is trusted.
 * Paths are the specification's: `checkpoint`, `tile/0/000`, `tile/entries/000.p/12`…
 */
export type TileSource = {
  /** The bytes at `path`; undefined where there is nothing. Rejects where that cannot be known. */
  read(path: string): Promise<Uint8Array | undefined>
  /** Every path under `tile/`, where the source can tell. */
  list?(): Promise<readonly string[]>
}

/** What `source` has at `path`; or `unreadable`, where the source failed. */
export async function readFrom(source: TileSource, path: string): Promise<Result<Uint8Array | undefined>> {
  try {
    return ok(await source.read(path))
  } catch (error) {
    return unreadable(path, error)
  }
}

/** Every path under `tile/` that `source` can tell of, perhaps none; or `unreadable`. */
export async function listFrom(source: TileSource): Promise<Result<readonly string[]>> {
  try {
    return ok((await source.list?.()) ?? [])
  } catch (error) {
    return unreadable('tile', error)
  }
}

function unreadable(path: string, error: unknown) {
  const reason = error instanceof Error ? error.message : String(error)
  return refuse('unreadable', `${path} could not be read: ${reason}`, { path })
}
