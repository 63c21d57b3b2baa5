/*
 * RFC 9285: two bytes are three characters of the alphabet that a QR code holds in its alphanumeric mode, least
 * significant first; a last single byte is two. `Hello!!` is `%69 VD92EX0`.
 */
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'
const values = new Map([...alphabet].map((character, value) => [character, value]))

/** The bytes in base45. */
export function encodeBase45(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 2) {
    const pair = at + 1 < bytes.length
    const number = pair ? bytes[at]! * 256 + bytes[at + 1]! : bytes[at]!
    text += alphabet[number % 45]! + alphabet[Math.floor(number / 45) % 45]!
    if (pair) text += alphabet[Math.floor(number / 2025)]!
  }
  return text
}

/** The bytes of a text in base45; undefined where it is none: another character, length or number than can be. */
export function decodeBase45(text: string): Uint8Array | undefined {
  if (text.length % 3 === 1) return undefined
  const bytes = new Uint8Array(Math.floor((text.length * 2) / 3))
  for (let from = 0, to = 0; from < text.length; from += 3, to += 2) {
    const digits = [...text.slice(from, from + 3)].map(character => values.get(character) ?? Number.NaN)
    const number = digits.reduceRight((sum, digit) => sum * 45 + digit)
    const pair = digits.length === 3
    if (!(number <= (pair ? 0xffff : 0xff))) return undefined
    if (pair) bytes.set([number >> 8, number & 0xff], to)
    else bytes[to] = number
  }
  return bytes
}
