/** A part of a JPEG (ITU-T T.81, B.1.1): its marker, and its first byte and the one after its last. */
export interface Segment {
  readonly marker: number
  readonly from: number
  readonly to: number
}

const startOfImage = 0xd8
const endOfImage = 0xd9
const startOfScan = 0xda

/** All of a JPEG, a scan's data with its head. Undefined where it is broken off, or where something follows its end. */
export function jpegSegments(bytes: Uint8Array): readonly Segment[] | undefined {
  const segments: Segment[] = []
  for (let from = 0; from + 2 <= bytes.length; ) {
    const marker = bytes[from + 1]!
    if (bytes[from] !== 0xff || (from === 0 && marker !== startOfImage)) return undefined
    if (marker === endOfImage)
      return from + 2 === bytes.length ? [...segments, { marker, from, to: from + 2 }] : undefined
    const head = marker === startOfImage ? 2 : 2 + ((bytes[from + 2]! << 8) | bytes[from + 3]!)
    const to = marker === startOfScan ? endOfData(bytes, from + head) : from + head
    segments.push({ marker, from, to })
    from = to
  }
  return undefined
}

/** Where a scan's data ends: at the next marker that is neither a stuffed byte nor a restart. */
function endOfData(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    const next = bytes[at + 1]!
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
  }
  return bytes.length
}
