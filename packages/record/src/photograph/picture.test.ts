import { expect, test } from 'vitest'
import { carriesMore, onlySeen, pictureIn } from './picture.ts'

const bytes = (...parts: readonly (number | string)[]) =>
  new Uint8Array(
    parts.flatMap(part => (typeof part === 'string' ? [...part].map(c => c.charCodeAt(0)) : part)),
  )
const segment = (marker: number, contents: string) => {
  const length = contents.length + 2
  return [0xff, marker, length >> 8, length & 255, ...bytes(contents)]
}
const jfif = segment(0xe0, 'JFIF\0\x01\x01\0\0\x01\0\x01\0\0')
const table = segment(0xdb, 'quantization')
const scan = [...segment(0xda, 'head'), 7, 0xff, 0, 8, 0xff, 0xd3, 9]
const end = [0xff, 0xd9]
const plain = bytes(0xff, 0xd8, ...jfif, ...table, ...scan, ...end)

test('a plain JPEG carries what is seen in it, and taking off the rest changes nothing', () => {
  expect(pictureIn(plain)).toBe('jpeg')
  expect(carriesMore(plain, 'jpeg')).toBe(false)
  expect(onlySeen(plain)).toEqual(plain)
})

test.each([
  ['where and when (Exif)', segment(0xe1, 'Exif\0\0')],
  ['a comment', segment(0xfe, 'taken at the school')],
  ['pictures behind the picture (MPF)', segment(0xe2, 'MPF\0')],
  ['a thumbnail', segment(0xe0, 'JFXX\0\x10')],
])('%s is more than what is seen, and is taken off', (_, more) => {
  const whole = bytes(0xff, 0xd8, ...jfif, ...more, ...table, ...scan, ...end)
  expect(carriesMore(whole, 'jpeg')).toBe(true)
  expect(onlySeen(whole)).toEqual(plain)
})

test('a second picture after the end, or none at all, is no whole JPEG', () => {
  for (const broken of [
    bytes(...plain, ...plain),
    plain.subarray(0, -1),
    plain.subarray(0, 30),
    bytes('GIF89a'),
  ]) {
    expect(onlySeen(broken)).toBeUndefined()
    expect(carriesMore(broken, 'jpeg')).toBe(true)
  }
})

test('PNG and WebP: their own chunks, and nothing more', () => {
  const chunk = (name: string) => [0, 0, 0, 2, ...bytes(name), 1, 2, 9, 9, 9, 9]
  const png = (...names: readonly string[]) => bytes(0x89, 'PNG\r\n\x1a\n', ...names.flatMap(chunk))
  expect(pictureIn(png('IHDR'))).toBe('png')
  expect(carriesMore(png('IHDR', 'IDAT', 'IEND'), 'png')).toBe(false)
  expect(carriesMore(png('IHDR', 'tEXt', 'IDAT', 'IEND'), 'png')).toBe(true)
  expect(carriesMore(bytes(...png('IHDR', 'IDAT', 'IEND'), 5), 'png')).toBe(true)
  const webp = (name: string) => bytes('RIFF', 0, 0, 0, 0, 'WEBP', name, 2, 0, 0, 0, 1, 2)
  expect(pictureIn(webp('VP8 '))).toBe('webp')
  expect([carriesMore(webp('VP8 '), 'webp'), carriesMore(webp('EXIF'), 'webp')]).toEqual([false, true])
  expect(pictureIn(bytes('<svg/>'))).toBeUndefined()
})
