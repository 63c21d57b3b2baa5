const utf8 = new TextEncoder()

/** Long text as bytes in parts of some 64 kB, so that no file is ever in memory whole. */
export function* inParts(pieces: Iterable<string>): Generator<Uint8Array> {
  let text = ''
  for (const piece of pieces) {
    text += piece
    if (text.length < partLength) continue
    yield utf8.encode(text)
    text = ''
  }
  if (text !== '') yield utf8.encode(text)
}

const partLength = 65_536

/** The text of a file in parts. */
export function textOf(parts: Iterable<Uint8Array>): string {
  const decoder = new TextDecoder()
  let text = ''
  for (const part of parts) text += decoder.decode(part, { stream: true })
  return text + decoder.decode()
}
