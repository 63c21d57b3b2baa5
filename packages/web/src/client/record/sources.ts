import type { DerivedFile } from '@countersign/publication'
import type { TileSource } from '@countersign/tlog'

/** The source with its checkpoint and policy read once: a log that grows meanwhile is verified as it was. */
export function pinned(source: TileSource): TileSource {
  const kept = new Map<string, Promise<Uint8Array | undefined>>()
  return {
    read(path) {
      if (path !== 'checkpoint' && path !== 'policy.txt') return source.read(path)
      const reading = kept.get(path) ?? source.read(path)
      kept.set(path, reading)
      return reading
    },
  }
}

/** Files asked for before they are compared: a line's delay is paid once for so many. */
const window = 24

/** A source that begins to read the files that `ahead` is given before they are asked of it. */
export function readingAhead(source: TileSource): {
  readonly source: TileSource
  readonly ahead: (files: AsyncIterable<DerivedFile>) => AsyncIterable<DerivedFile>
} {
  const begun = new Map<string, Promise<Uint8Array | undefined>>()
  function begin({ path }: DerivedFile): void {
    const reading = source.read(path)
    // Its failure is for whoever asks for it.
    reading.catch(() => undefined)
    begun.set(path, reading)
  }
  return {
    source: {
      read(path) {
        const reading = begun.get(path) ?? source.read(path)
        begun.delete(path)
        return reading
      },
    },
    async *ahead(files) {
      const waiting: DerivedFile[] = []
      for await (const file of files) {
        begin(file)
        waiting.push(file)
        if (waiting.length >= window) yield waiting.shift()!
      }
      yield* waiting
    },
  }
}
