import { joinBytes } from '../bytes.ts'
import { ok, type Result, refuse } from '../result.ts'
import { readFrom, type TileSource } from '../source/source.ts'
import { decodeEntries, maxEntrySize } from '../tile/entries.ts'
import { entriesPath, tileWidth } from '../tile/path.ts'

/** The entries of one bundle, not yet authentic, and the path that they were found at. */
export type Bundle = { readonly path: string; readonly entries: readonly Uint8Array[] }

/**
 * The first `width` (1–256) entries of bundle `n`. Where the partial bundle is gone, the beginning of the full
 * one. Refuses `missing-bundle`, `bad-bundle` (cut short, or another number of entries) and `unreadable`.
 */
export async function readBundle(source: TileSource, n: number, width: number): Promise<Result<Bundle>> {
  for (const available of width === tileWidth ? [tileWidth] : [width, tileWidth]) {
    const path = entriesPath(n, available)
    const bytes = await readFrom(source, path)
    if (!bytes.ok) return bytes
    if (bytes.value === undefined) continue
    const entries = await decodeBundle(path, bytes.value, available)
    return entries.ok ? ok({ path, entries: entries.value.slice(0, width) }) : entries
  }
  const path = entriesPath(n, width)
  return refuse('missing-bundle', `${path} is missing.`, { path })
}

/** The `width` entries of a bundle's bytes, which may be compressed. */
export async function decodeBundle(
  path: string,
  bytes: Uint8Array,
  width: number,
): Promise<Result<Uint8Array[]>> {
  const plain = decodeExactly(path, bytes, width)
  if (plain.ok || !isGzip(bytes)) return plain
  const unzipped = await gunzip(bytes)
  return unzipped === undefined ? plain : decodeExactly(path, unzipped, width)
}

function decodeExactly(path: string, bytes: Uint8Array, width: number): Result<Uint8Array[]> {
  const decoded = decodeEntries(bytes)
  if (!decoded.ok)
    return refuse('bad-bundle', `${path}: ${decoded.refusal.message}`, { path, ...decoded.refusal.where })
  const found = decoded.value.length
  if (found === width) return decoded
  return refuse('bad-bundle', `${path} has ${found} entries where ${width} should be.`, {
    path,
    entries: found,
  })
}

/** What a gzip stream begins with. A bundle may too (with an entry of 8,075 bytes), so it is tried second. */
function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8
}

/** The bytes that were compressed, if they are no more than a bundle can be; undefined where they are not. */
async function gunzip(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  const limit = tileWidth * (2 + maxEntrySize)
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream()
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for await (const chunk of stream.pipeThrough(new DecompressionStream('gzip'))) {
      length += chunk.length
      if (length > limit) return undefined
      chunks.push(chunk)
    }
  } catch {
    return undefined
  }
  return joinBytes(...chunks)
}
