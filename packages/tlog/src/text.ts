import { ok, type Result, refuse } from './result.ts'

/** The bytes of `text` in UTF-8. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** `bytes` as text, or `not-utf8`. Text that is already text must be well-formed Unicode. */
export function textOf(bytes: Uint8Array | string): Result<string> {
  if (typeof bytes === 'string')
    return bytes.isWellFormed() ? ok(bytes) : refuse('not-utf8', 'The text is not well-formed Unicode.')
  try {
    return ok(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    return refuse('not-utf8', 'The bytes are not UTF-8 text.')
  }
}

/** The number that `digits` writes in decimal, without sign or leading zeros, up to 2^53−1; else undefined. */
export function parseDecimal(digits: string): number | undefined {
  if (!/^(0|[1-9][0-9]{0,15})$/.test(digits)) return undefined
  const number = Number(digits)
  return Number.isSafeInteger(number) ? number : undefined
}

/** Standard base64 (RFC 4648 §4), padded. */
export function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

/** The bytes of a standard, padded, canonical base64 text; undefined for anything else. */
export function fromBase64(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return undefined
  const bytes = Uint8Array.from(atob(text), character => character.charCodeAt(0))
  return toBase64(bytes) === text ? bytes : undefined
}

/** Lower-case hexadecimal. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
}
