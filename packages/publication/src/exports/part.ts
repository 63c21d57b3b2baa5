/** A part of a file: parts one after the other are the file. */
export interface Part {
  /** Names what it is made from, where that is known without making it: the same name, the same bytes. */
  readonly from?: string
  readonly bytes: () => Uint8Array
}

const utf8 = new TextEncoder()

/** A part that is text. */
export function textPart(text: () => string, from?: string): Part {
  return { ...(from !== undefined && { from }), bytes: () => utf8.encode(text()) }
}

/** A whole file from its parts. */
export function bytesOf(parts: Iterable<Part>): Uint8Array {
  const made = Array.from(parts, part => part.bytes())
  const all = new Uint8Array(made.reduce((length, { length: more }) => length + more, 0))
  let at = 0
  for (const bytes of made) {
    all.set(bytes, at)
    at += bytes.length
  }
  return all
}

/** Whether a file consists of these parts, byte for byte; looked at until the first that differs. */
export function isMadeOf(file: Uint8Array, parts: Iterable<Part>): boolean {
  let at = 0
  for (const { bytes } of parts) {
    const part = bytes()
    if (at + part.length > file.length) return false
    for (let i = 0; i < part.length; i++) if (file[at + i] !== part[i]) return false
    at += part.length
  }
  return at === file.length
}
