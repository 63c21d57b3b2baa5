import { createHash } from 'node:crypto'
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'

/** The name that a file has while it is being written. */
const unfinished = '.unfinished'

/** The bytes of a file, or nothing where there is none. */
export function bytesOf(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/**
 * Puts a file in its place whole: whoever reads it finds what was there or what is, never a part.
 * @param durable it is on the disk before it is in its place
 * @returns SHA-256 of its bytes, hexadecimal
 */
export function putWhole(path: string, parts: Iterable<Uint8Array>, durable = false): string {
  mkdirSync(dirname(path), { recursive: true })
  const hash = createHash('sha256')
  const file = openSync(path + unfinished, 'w')
  try {
    for (const part of parts) {
      hash.update(part)
      for (let at = 0; at < part.length; ) at += writeSync(file, part, at)
    }
    if (durable) fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(path + unfinished, path)
  return hash.digest('hex')
}

/** Puts a file in its place unless the same bytes are there. Returns whether it was written. */
export function putIfOther(path: string, bytes: Uint8Array, durable = false): boolean {
  const there = bytesOf(path)
  if (there && Buffer.compare(there, bytes) === 0) return false
  putWhole(path, [bytes], durable)
  return true
}

/** Copies a file that never changes, unless it is there. Returns whether it was copied. */
export function copyOnce(from: string, to: string): boolean {
  if (existsSync(to)) return false
  mkdirSync(dirname(to), { recursive: true })
  copyFileSync(from, to + unfinished)
  renameSync(to + unfinished, to)
  return true
}

/**
 * A second name for a file that never changes, or a copy where the disk has no second names. Returns whether there was
 * such a file.
 */
export function sameFile(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' && !existsSync(from)) return false
    // What is there gives way, such as what an interrupted run left; and not every disk has second names.
    if (code === 'EEXIST') {
      rmSync(to)
      return sameFile(from, to)
    }
    copyFileSync(from, to + unfinished)
    renameSync(to + unfinished, to)
    return true
  }
}
