import { toHex } from '../hex.ts'

/*
 * Statements repeat: the definition's ID is in each, a table's digest and source in each of its rows. A value that was
 * read lately is given again as the same string, so that a hundred thousand statements hold one copy of it.
 */

/** How many values are remembered. */
const kept = 4

/** Hexadecimal of bytes, the same string for bytes that were read lately. */
export function repeatedHex(): (bytes: Uint8Array) => string {
  const lately: { readonly bytes: Uint8Array; readonly hex: string }[] = []
  let next = 0
  return bytes => {
    for (const each of lately) if (same(each.bytes, bytes)) return each.hex
    const hex = toHex(bytes)
    lately[next] = { bytes: bytes.slice(), hex }
    next = (next + 1) % kept
    return hex
  }
}

/** A text, the same string for one that was read lately. */
export function repeatedText(): (text: string) => string {
  const lately: string[] = []
  let next = 0
  return text => {
    for (const each of lately) if (each === text) return each
    lately[next] = text
    next = (next + 1) % kept
    return text
  }
}

/**
 * An object of figures by number, all zero, that takes no more room than it needs. V8 gives an object into which
 * numbered members are put one by one room for 17 more; one that JSON made, and a copy of it, has none to spare. Of a
 * country's record that is a fifth.
 */
export function repeatedNumbers(numbers: Iterable<number>): Record<number, number> {
  const key = [...numbers].join()
  const known = empty.get(key) ?? JSON.parse(`{${key.replace(/\d+/g, '"$&":0')}}`)
  if (empty.size < most) empty.set(key, known)
  return { ...known }
}

/** The forms of an election name the same candidates and grounds. */
const empty = new Map<string, Readonly<Record<number, number>>>()
const most = 100

function same(a: Uint8Array, b: Uint8Array): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return a.length === b.length
}
