import type { TileSource } from './source.ts'

/** A log's files in memory, by path. */
export function fromMemory(files: ReadonlyMap<string, Uint8Array>): TileSource {
  return {
    read: async path => files.get(path),
    list: async () => [...files.keys()].filter(path => path.startsWith('tile/')),
  }
}
