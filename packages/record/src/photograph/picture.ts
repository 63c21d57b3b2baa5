import { joinBytes } from '@countersign/tlog'
import { jpegSegments, type Segment } from './jpeg.ts'

/** What a file's first bytes say it is. */
export type Picture = 'jpeg' | 'png' | 'webp'

/** The sort of a picture, by its own first bytes: no name and no header is believed. Undefined for any other file. */
export function pictureIn(bytes: Uint8Array): Picture | undefined {
  if (begins(bytes, [0xff, 0xd8, 0xff])) return 'jpeg'
  if (begins(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png'
  return begins(bytes, ascii('RIFF')) && begins(bytes.subarray(8), ascii('WEBP')) ? 'webp' : undefined
}

/**
 * Whether a picture carries more than what is seen in it: where, when and with what it was taken, or a small picture of
 * itself from before it was masked. So does one that is broken off, or that something follows.
 */
export function carriesMore(bytes: Uint8Array, picture: Picture): boolean {
  if (picture !== 'jpeg') return chunksOf(bytes, picture).some(name => !shownChunks[picture].has(name))
  const segments = jpegSegments(bytes)
  return segments === undefined || !segments.every(segment => isSeen(bytes, segment))
}

/** The JPEG with nothing in it but what is seen; undefined for bytes that are no whole JPEG. */
export function onlySeen(jpeg: Uint8Array): Uint8Array | undefined {
  const segments = jpegSegments(jpeg)
  return (
    segments &&
    joinBytes(
      ...segments.filter(segment => isSeen(jpeg, segment)).map(({ from, to }) => jpeg.subarray(from, to)),
    )
  )
}

/** Frames, tables and scans; of what applications add only the resolution (without a thumbnail) and the colours. */
function isSeen(bytes: Uint8Array, { marker, from }: Segment): boolean {
  const contents = bytes.subarray(from + 4)
  if (marker === 0xe0) return begins(contents, ascii('JFIF\0')) && contents[12] === 0 && contents[13] === 0
  if (marker === 0xe2) return begins(contents, ascii('ICC_PROFILE\0'))
  if (marker === 0xee) return begins(contents, ascii('Adobe'))
  return marker < 0xe0
}

const shownChunks: Readonly<Record<'png' | 'webp', ReadonlySet<string>>> = {
  png: new Set([
    'IHDR',
    'PLTE',
    'IDAT',
    'IEND',
    'tRNS',
    'cHRM',
    'gAMA',
    'iCCP',
    'sBIT',
    'sRGB',
    'pHYs',
    'bKGD',
  ]),
  webp: new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ICCP']),
}

/** The names of a file's chunks; one without a name where the file does not end with a chunk. */
function chunksOf(bytes: Uint8Array, picture: 'png' | 'webp'): readonly string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const names: string[] = []
  let at = picture === 'png' ? 8 : 12
  while (at + 8 <= bytes.length) {
    const name = picture === 'png' ? at + 4 : at
    names.push(String.fromCharCode(...bytes.subarray(name, name + 4)))
    const length = picture === 'png' ? view.getUint32(at) : view.getUint32(at + 4, true)
    at += picture === 'png' ? 12 + length : 8 + length + (length % 2)
  }
  return at === bytes.length ? names : [...names, '']
}

function begins(bytes: Uint8Array, first: readonly number[]): boolean {
  return first.every((byte, i) => bytes[i] === byte)
}

function ascii(text: string): readonly number[] {
  return [...text].map(letter => letter.charCodeAt(0))
}
