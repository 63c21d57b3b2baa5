import { hash } from 'node:crypto'

/** SHA-256 of `bytes`: 32 bytes. Node's own, faster than JavaScript's. */
export function sha256(bytes: Uint8Array): Uint8Array {
  // By way of a string, one character a byte: a Buffer of its own for each hash costs more than the hash.
  const digest = hash('sha256', bytes, 'binary')
  const copy = new Uint8Array(32)
  for (let i = 0; i < 32; i++) copy[i] = digest.charCodeAt(i)
  return copy
}
