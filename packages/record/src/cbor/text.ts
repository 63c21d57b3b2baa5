import type { Code } from '../codes.ts'

/** A text on the wire is a line of a form, not a document; what is longer goes to a blob. */
export const longestText = 500

// Bidi_Control leaves U+200C and U+200D alone: Persian and Kurdish are misspelt without the first.
const hidden = /[\p{Cc}\p{Bidi_Control}]/u

/**
 * Why a text may not be signed, or undefined. Two texts that look the same must be the same bytes (NFC), and what
 * a person reads must be what is there (no control and no bidirectional-control characters).
 */
export function textFault(text: string): Code | undefined {
  if (!text.isWellFormed()) return 'cbor-utf8'
  if (hidden.test(text)) return 'cbor-control'
  if (text.normalize('NFC') !== text) return 'cbor-nfc'
  return undefined
}
