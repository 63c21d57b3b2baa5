import type { TileSource } from '@countersign/tlog'

/** One byte of a record, changed. */
export interface OneByte {
  readonly path: string
  readonly offset: number
}

/** The same files, but for one byte: what a verifier would be given by someone who had changed it. */
export function withOneByteChanged(source: TileSource, { path, offset }: OneByte): TileSource {
  return {
    ...source,
    async read(asked) {
      const bytes = await source.read(asked)
      if (bytes === undefined || asked !== path) return bytes
      const changed = bytes.slice()
      changed[offset]! ^= 1
      return changed
    },
  }
}
