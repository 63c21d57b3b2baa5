import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs'
import type { Part } from '../exports/part.ts'

/** The parts that a file was written in: what each was made from, where that is known, and its length in bytes. */
export type WrittenParts = readonly (readonly [from: string | null, length: number])[]

/** A file written before, in parts that may be copied. */
export interface FormerFile {
  readonly path: string
  readonly parts: WrittenParts
}

export interface Written {
  /** Names the file's bytes: the same name, the same bytes. */
  readonly name: string
  readonly parts: WrittenParts
}

/**
 * Writes a file part by part. A part that the former file has is copied from there, and not made.
 * @param heard is called after each part
 */
export function writeParts(
  path: string,
  parts: Iterable<Part>,
  former?: FormerFile,
  heard: () => void = () => {},
): Written {
  const file = openSync(path, 'w')
  const source = former && openFormer(former)
  const out = outTo(file)
  const written: (readonly [string | null, number])[] = []
  const name = createHash('sha256')
  try {
    for (const { from, bytes } of parts) {
      const place = from === undefined ? undefined : source?.places.get(from)
      if (place) out.copy(source!.file, place)
      const made = place ? undefined : bytes()
      if (made) out.write(made)
      written.push([from ?? null, made?.length ?? place!.length])
      name.update(from === undefined ? made! : `\0${from}`)
      heard()
    }
    out.end()
  } finally {
    closeSync(file)
    if (source) closeSync(source.file)
  }
  return { name: name.digest('hex'), parts: written }
}

interface Range {
  readonly at: number
  readonly length: number
}

/** Where each part of a former file lies; nothing where the file is gone or of another length. */
function openFormer({ path, parts }: FormerFile) {
  const places = new Map<string, Range>()
  let at = 0
  for (const [from, length] of parts) {
    if (from !== null) places.set(from, { at, length })
    at += length
  }
  let file: number
  try {
    file = openSync(path, 'r')
  } catch {
    return undefined
  }
  if (fstatSync(file).size === at) return { file, places }
  closeSync(file)
  return undefined
}

const bufferLength = 1 << 20

/** Writes what is made in large pieces, and copies neighbouring ranges as one. */
function outTo(file: number) {
  const buffer = new Uint8Array(bufferLength)
  let filled = 0
  let waiting: { source: number; at: number; length: number } | undefined
  function flush(): void {
    writeAll(file, buffer.subarray(0, filled))
    filled = 0
  }
  function copyWaiting(): void {
    if (!waiting) return
    const { source, at, length } = waiting
    waiting = undefined
    for (let done = 0; done < length; ) {
      const read = readSync(source, buffer, 0, Math.min(bufferLength, length - done), at + done)
      if (read === 0) throw new Error('a former file became shorter while it was being copied')
      writeAll(file, buffer.subarray(0, read))
      done += read
    }
  }
  return {
    write(bytes: Uint8Array): void {
      copyWaiting()
      if (filled + bytes.length > bufferLength) flush()
      if (bytes.length > bufferLength) writeAll(file, bytes)
      else {
        buffer.set(bytes, filled)
        filled += bytes.length
      }
    },
    copy(source: number, { at, length }: Range): void {
      if (filled > 0) flush()
      if (waiting && waiting.at + waiting.length === at) waiting.length += length
      else {
        copyWaiting()
        waiting = { source, at, length }
      }
    },
    end(): void {
      copyWaiting()
      flush()
    },
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
}
