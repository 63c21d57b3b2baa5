/** Whether two byte strings are the same. Not constant-time: nothing that it compares is secret. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}

/** The byte strings, one after another. */
export function joinBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}

/** A whole number from 0 to 2^53−1: what every size and index is here, though the specifications say uint64. */
export function isCount(n: number): boolean {
  return Number.isSafeInteger(n) && n >= 0
}
