/** A link longer than this is cut by programs on its way. */
export const mostLetters = 24_000

/** A text and its day as the part of an address after the #: compressed, in base64url. It is never sent to a server. */
export async function fragmentOf(text: string, date: string): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify([date, text]))
  const packed = await through(bytes, new CompressionStream('deflate-raw'))
  let letters = ''
  for (const byte of packed) letters += String.fromCharCode(byte)
  return `#text=${btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`
}

/** The text and day that an address holds; nothing where it holds none, or what is no such thing. */
export async function sharedIn(
  hash: string,
): Promise<{ readonly text: string; readonly date: string } | undefined> {
  const packed = /^#text=([\w-]+)$/.exec(hash)?.[1]
  if (packed === undefined) return undefined
  try {
    const letters = atob(packed.replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(letters, letter => letter.charCodeAt(0))
    const json: unknown = JSON.parse(
      new TextDecoder().decode(await through(bytes, new DecompressionStream('deflate-raw'))),
    )
    if (!Array.isArray(json) || typeof json[0] !== 'string' || typeof json[1] !== 'string') return undefined
    return { date: json[0], text: json[1] }
  } catch {
    // An address that was cut short or is another's is no reason to fail.
    return undefined
  }
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: GenericTransformStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Blob([bytes])
    .stream()
    .pipeThrough(stream as ReadableWritablePair<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>)
  return new Uint8Array(await new Response(packed).arrayBuffer())
}
