/** What a file's first bytes say it is; undefined for what no statement's file may be. */
export type Picture = 'jpeg' | 'png' | 'webp'

/** The sort of a picture, by its own first bytes: no name and no header is believed. */
export function pictureIn(bytes: Uint8Array): Picture | undefined {
  if (begins(bytes, [0xff, 0xd8, 0xff])) return 'jpeg'
  if (begins(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png'
  return begins(bytes, ascii('RIFF')) && begins(bytes.subarray(8), ascii('WEBP')) ? 'webp' : undefined
}

/**
 * Whether a picture carries more than what is seen: where, when and with what it was taken, or a small picture of
 * itself from before it was masked. JPEG: any application segment but JFIF (APP0), colour (APP2 ICC, APP14 Adobe);
 * comments. PNG: eXIf and the text chunks. WebP: EXIF and XMP.
 */
export function carriesMore(bytes: Uint8Array, picture: Picture): boolean {
  if (picture === 'jpeg') return jpegSegments(bytes).some(marker => !shownOnly.has(marker))
  const chunks = picture === 'png' ? pngChunks(bytes) : webpChunks(bytes)
  return chunks.some(name => moreIn.has(name))
}

/** Tables, frames, scans, restart intervals and the application segments that only say how to show it. */
const shownOnly: ReadonlySet<number> = new Set([
  ...[0xdb, 0xc4, 0xdd, 0xe0, 0xe2, 0xee, 0xd9],
  ...[0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcc, 0xcd, 0xce, 0xcf],
])
const moreIn: ReadonlySet<string> = new Set(['eXIf', 'tEXt', 'zTXt', 'iTXt', 'EXIF', 'XMP '])

/** The markers up to the first scan; 0 where the bytes make no sense, or where something follows the picture. */
function jpegSegments(bytes: Uint8Array): readonly number[] {
  const markers: number[] = []
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1]!
    if (marker === 0xda) return endsWith(bytes, [0xff, 0xd9]) ? markers : [...markers, 0]
    markers.push(marker)
    at += 2 + ((bytes[at + 2]! << 8) | bytes[at + 3]!)
  }
  return [...markers, 0]
}

function pngChunks(bytes: Uint8Array): readonly string[] {
  return chunksFrom(bytes, 8, (view, at) => ({ name: at + 4, next: at + 12 + view.getUint32(at) }))
}

function webpChunks(bytes: Uint8Array): readonly string[] {
  return chunksFrom(bytes, 12, (view, at) => {
    const length = view.getUint32(at + 4, true)
    return { name: at, next: at + 8 + length + (length % 2) }
  })
}

type Step = (view: DataView, at: number) => { readonly name: number; readonly next: number }

function chunksFrom(bytes: Uint8Array, first: number, step: Step): readonly string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const names: string[] = []
  for (let at = first; at + 8 <= bytes.length; ) {
    const { name, next } = step(view, at)
    names.push(String.fromCharCode(...bytes.subarray(name, name + 4)))
    at = next
  }
  return names
}

function begins(bytes: Uint8Array, first: readonly number[]): boolean {
  return first.every((byte, i) => bytes[i] === byte)
}

function endsWith(bytes: Uint8Array, last: readonly number[]): boolean {
  return last.every((byte, i) => bytes[bytes.length - last.length + i] === byte)
}

function ascii(text: string): readonly number[] {
  return [...text].map(letter => letter.charCodeAt(0))
}
